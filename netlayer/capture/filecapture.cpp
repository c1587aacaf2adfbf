// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/filecapture.h"

#include "netlayer/capture/capturereading.h"

#include <QFile>
#include <QMetaObject>

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace metriscope::net
{

FileCapture::FileCapture(QObject *parent) : QObject(parent) {}

FileCapture::~FileCapture()
{
    stop();
}

void FileCapture::start(const QString &path, const JudgeConfig &judge)
{
    stop();
    m_size = 0;
    const auto unreadable = [this](int error) {
        Q_EMIT finished(CaptureError::FileUnreadable, QString::fromLocal8Bit(std::strerror(error)));
    };
    FileDescriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {
    };
    if (!file || ::fstat(file.get(), &status) != 0)
        return unreadable(errno);
    if (!S_ISREG(status.st_mode)) // a pipe could keep the thread waiting for ever
        return unreadable(S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    m_size = static_cast<std::uint64_t>(status.st_size);
    ++m_run;
    m_told = false;
    const auto queued = [this](auto job) {
        return [this, job, run = m_run] {
            QMetaObject::invokeMethod(
                this, [job, run] { job(run); }, Qt::QueuedConnection);
        };
    };
    CaptureReading::Calls calls;
    calls.begun = [] {};
    calls.arrived = queued([this](std::uint64_t run) {
        if (run == m_run)
            Q_EMIT arrived();
    });
    calls.ended = queued([this](std::uint64_t run) { ended(run); });
    m_reading = std::make_unique<CaptureReading>(std::move(file), PacketFeed::File, judge,
                                                 PacketQueue::WhenFull::Wait, std::move(calls));
}

void FileCapture::stop()
{
    ++m_run;
    m_reading.reset();
}

std::vector<JudgedPacket> FileCapture::take(std::size_t most)
{
    if (!m_reading)
        return {};
    std::vector<JudgedPacket> taken = m_reading->queue().take(most);
    if (!m_told && m_reading->queue().isEmpty() && m_reading->hasEnded())
        QMetaObject::invokeMethod(
            this, [this, run = m_run] { ended(run); }, Qt::QueuedConnection);
    return taken;
}

void FileCapture::ended(std::uint64_t run)
{
    if (run != m_run || !m_reading || !m_reading->queue().isEmpty())
        return;
    ++m_run;
    m_told = true;
    if (const int code = m_reading->readError()) {
        Q_EMIT finished(CaptureError::FileUnreadable, QString::fromLocal8Bit(std::strerror(code)));
        return;
    }
    const CaptureError error = errorOf(m_reading->problem());
    Q_EMIT finished(error,
                    error == CaptureError::FileDamaged ? QString::number(m_reading->offset()) : QString());
}

std::vector<CaptureInterface> FileCapture::interfaces() const
{
    return m_reading ? m_reading->interfaces() : std::vector<CaptureInterface>();
}

std::uint64_t FileCapture::read() const
{
    return m_reading ? m_reading->offset() : 0;
}

std::uint64_t FileCapture::packets() const
{
    return m_reading ? m_reading->packets() : 0;
}

} // namespace metriscope::net
