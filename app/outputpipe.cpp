// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outputpipe.h"

#include <QMetaObject>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace metriscope::app
{

namespace
{

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds Patience{2};
/// poll() promises this much room in a pipe; more could block.
constexpr qsizetype Piece = PIPE_BUF;

} // namespace

OutputPipe::OutputPipe(int fd, std::size_t capacity, QObject *parent)
    : QObject(parent), m_fd(fd), m_capacity(capacity),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

OutputPipe::~OutputPipe()
{
    m_thread.request_stop();
    m_thread.join();
}

void OutputPipe::write(QByteArray record)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto size = static_cast<std::size_t>(record.size());
        if (m_broken || (m_waiting > 0 && m_waiting + size > m_capacity)) {
            ++m_dropped;
            return;
        }
        m_waiting += size;
        m_records.push_back(std::move(record));
    }
    m_wake.notify_one();
}

bool OutputPipe::hasRoom() const
{
    const std::scoped_lock lock(m_mutex);
    return m_broken || m_waiting <= m_capacity / 2;
}

std::uint64_t OutputPipe::dropped() const
{
    const std::scoped_lock lock(m_mutex);
    return m_dropped;
}

void OutputPipe::run(const std::stop_token &stop)
{
    for (;;) {
        QByteArray record;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_records.empty(); }))
                return;
            record = std::move(m_records.front());
            m_records.pop_front();
        }
        if (!put(record, stop)) {
            const std::scoped_lock lock(m_mutex);
            m_broken = true;
            m_dropped += m_records.size() + 1;
            m_records.clear();
            return;
        }
        const std::scoped_lock lock(m_mutex);
        m_waiting -= static_cast<std::size_t>(record.size());
    }
}

bool OutputPipe::put(const QByteArray &record, const std::stop_token &stop)
{
    auto progress = Clock::now();
    for (qsizetype at = 0; at < record.size();) {
        pollfd out{m_fd, POLLOUT, 0};
        const int ready = ::poll(&out, 1, 100);
        if (ready == 0 || (ready < 0 && errno == EINTR)) {
            if (!stop.stop_requested())
                progress = Clock::now();
            else if (Clock::now() - progress > Patience)
                return false;
            continue;
        }
        const auto written = ::write(m_fd, record.constData() + at,
                                     static_cast<std::size_t>(std::min(Piece, record.size() - at)));
        if (written > 0) {
            at += written;
            progress = Clock::now();
        } else if (errno != EINTR && errno != EAGAIN) {
            QMetaObject::invokeMethod(
                this, [this, error = errno] { Q_EMIT closed(error); }, Qt::QueuedConnection);
            return false;
        }
    }
    return true;
}

} // namespace metriscope::app
