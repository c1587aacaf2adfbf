// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/wirecapture.h"

#include "netlayer/capture/capturereading.h"
#include "netlayer/capture/helperprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace metriscope::net
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto HelperName = "metriscope-capture"_L1;

/// What the helper says when it fails: a word, a blank, details.
CaptureError errorOf(QStringView code)
{
    static constexpr std::array<std::pair<QLatin1String, CaptureError>, 5> codes{{
        {"no-right"_L1, CaptureError::NoRight},
        {"no-interface"_L1, CaptureError::NoInterface},
        {"interface-down"_L1, CaptureError::InterfaceDown},
        {"interface-gone"_L1, CaptureError::InterfaceGone},
        {"bad-filter"_L1, CaptureError::BadFilter},
    }};
    for (const auto &[name, error] : codes) {
        if (code == name)
            return error;
    }
    return CaptureError::HelperFailed;
}

/// libpcap sees each packet of the loopback twice when it listens everywhere, and drops one of them itself,
/// after the kernel's buffer has held both.
QString kernelFilter(const WireConfig &config)
{
    const QString wanted = config.filter.trimmed();
    if (config.interface != "any"_L1)
        return wanted;
    const QString once = u"not (outbound and ifindex 1)"_s;
    return wanted.isEmpty() ? once : once + u" and ("_s + wanted + u')';
}

} // namespace

WireCapture::WireCapture(QObject *parent) : QObject(parent) {}

/// Without a word: who hears it is being destroyed as well. The helper first, whose end the reading waits
/// for.
WireCapture::~WireCapture()
{
    m_helper.reset();
}

QString WireCapture::helperPath()
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString installed = QFileInfo(here + u"/../libexec/metriscope/"_s + HelperName).absoluteFilePath();
    const QString beside = here + u'/' + HelperName;
    return QFileInfo::exists(beside) && !QFileInfo::exists(installed) ? beside : QDir::cleanPath(installed);
}

QString WireCapture::grantCommand(const QString &helper)
{
    QString quoted = helper;
    quoted.replace(u'\'', u"'\\''"_s);
    static const QRegularExpression plain(u"^[A-Za-z0-9/._+-]+$"_s);
    return u"sudo setcap cap_net_raw+ep "_s +
           (plain.match(helper).hasMatch() ? helper : u'\'' + quoted + u'\'');
}

void WireCapture::start(const WireConfig &config)
{
    stop();
    m_config = config;
    if (m_config.helper.isEmpty())
        m_config.helper = helperPath();
    ++m_run;
    m_reading.reset();
    answer(State::Starting);
    auto helper = std::make_unique<HelperProcess>();
    const int error =
        helper->start(QFile::encodeName(m_config.helper).toStdString(),
                      {m_config.interface.toStdString(), std::to_string(m_config.snapLength),
                       std::to_string(m_config.bufferBytes), kernelFilter(m_config).toStdString()});
    if (error == ENOENT)
        return answer(State::Failed, CaptureError::HelperMissing, m_config.helper);
    // The kernel does not run a file with a capability that this process could never have.
    if (error == EPERM || error == EACCES)
        return answer(State::Failed, CaptureError::NoRight, grantCommand(m_config.helper));
    if (error != 0)
        return answer(State::Failed, CaptureError::HelperFailed,
                      QString::fromLocal8Bit(std::strerror(error)));
    m_helper = std::move(helper);
    const auto queued = [this](auto job) {
        return [this, job, run = m_run] {
            QMetaObject::invokeMethod(
                this, [job, run] { job(run); }, Qt::QueuedConnection);
        };
    };
    CaptureReading::Calls calls;
    calls.arrived = queued([this](std::uint64_t run) {
        if (run == m_run)
            Q_EMIT arrived();
    });
    calls.begun = queued([this](std::uint64_t run) {
        if (run == m_run && m_state == State::Starting)
            answer(State::Running);
    });
    calls.ended = queued([this](std::uint64_t run) { ended(run); });
    m_reading = std::make_unique<CaptureReading>(m_helper->takeOutput(), PacketFeed::Wire, m_config.judge,
                                                 PacketQueue::WhenFull::DropOldest, std::move(calls));
}

void WireCapture::stop()
{
    if (m_state == State::Stopped)
        return;
    ++m_run;
    if (m_helper)
        m_helper->finish();
    m_helper.reset();
    answer(State::Stopped);
}

/// The helper has closed its output without being asked to.
void WireCapture::ended(std::uint64_t run)
{
    if (run != m_run || !m_helper)
        return;
    const QString said = QString::fromUtf8(m_helper->finish().c_str()).trimmed();
    m_helper.reset();
    const CaptureError error = errorOf(said.section(u' ', 0, 0));
    QString detail = said.section(u' ', 1);
    if (error == CaptureError::NoRight)
        detail = grantCommand(m_config.helper);
    else if (error == CaptureError::NoInterface || error == CaptureError::InterfaceDown ||
             error == CaptureError::InterfaceGone)
        detail = m_config.interface;
    else if (error == CaptureError::HelperFailed)
        detail = said;
    answer(State::Failed, error, detail);
}

std::vector<JudgedPacket> WireCapture::take(std::size_t most)
{
    return m_reading ? m_reading->queue().take(most) : std::vector<JudgedPacket>();
}

WireCounts WireCapture::counts() const
{
    if (!m_reading)
        return {};
    const CaptureLosses losses = m_reading->losses();
    return {m_reading->packets(), losses.kernelDrops, losses.interfaceDrops, m_reading->queue().dropped()};
}

std::vector<CaptureInterface> WireCapture::interfaces() const
{
    return m_reading ? m_reading->interfaces() : std::vector<CaptureInterface>();
}

void WireCapture::answer(State state, CaptureError error, const QString &detail)
{
    m_state = state;
    Q_EMIT stateChanged(state, error, detail);
}

} // namespace metriscope::net
