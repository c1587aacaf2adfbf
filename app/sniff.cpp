// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sniff.h"

#include "app/composition.h"
#include "app/console.h"
#include "app/jsonwriter.h"
#include "app/outputpipe.h"
#include "app/terminal.h"
#include "app/terminationsignals.h"

#include "netlayer/capture/filecapture.h"
#include "netlayer/capture/verdictcomment.h"
#include "netlayer/capture/wirecapture.h"
#include "widgets/common/errortext.h"
#include "widgets/common/packettext.h"

#include <QTimer>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace metriscope::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int Failed = 1, CouldNotStart = 2;
constexpr std::chrono::milliseconds TapInterval{20}, FilePause{5};

const net::Dialect &dialectOf(const Options &options, const SettingsData &settings)
{
    const std::string name =
        options.dialect.isEmpty() ? settings.receiver.config.dialect : options.dialect.toStdString();
    const net::Dialect *const dialect = net::dialectByName(name);
    return dialect ? *dialect : net::defaultDialect();
}

} // namespace

Sniff::Sniff(const Options &options, const SettingsData &settings, QObject *parent)
    : QObject(parent), m_options(options), m_settings(settings), m_dialect(dialectOf(options, settings)),
      m_writer({options.json, options.hex}, m_dialect)
{
    if (!options.words.isEmpty())
        m_pattern = QRegularExpression(options.words.front(), options.ignoreCase
                                                                  ? QRegularExpression::CaseInsensitiveOption
                                                                  : QRegularExpression::NoPatternOption);
    connect(new TerminationSignals(this), &TerminationSignals::received, this, [this] { stop(0); });
}

Sniff::~Sniff() = default;

bool Sniff::start()
{
    if (!m_options.writeFile.isEmpty()) {
        m_save = std::make_unique<net::CaptureWriter>();
        if (const QString why = m_save->open(m_options.writeFile); !why.isEmpty()) {
            complain(tr("%1 cannot be written: %2").arg(m_options.writeFile, why));
            return false;
        }
    }
    m_output = std::make_unique<OutputPipe>(STDOUT_FILENO);
    connect(m_output.get(), &OutputPipe::closed, this, &Sniff::outputClosed, Qt::QueuedConnection);
    if (m_options.exitAfter)
        QTimer::singleShot(*m_options.exitAfter, Qt::PreciseTimer, this, [this] { stop(0); });
    if (!m_options.readFile.isEmpty()) {
        startFile();
        return true;
    }
    return m_options.interface.isEmpty() && m_options.captureFilter.isEmpty() ? startTap() : startWire();
}

bool Sniff::startTap()
{
    Options options = m_options;
    options.command = Command::Watch; // listens and asks as that does
    m_console = std::make_unique<Console>(consoleConfig(m_settings, options));
    m_judge = std::make_unique<net::PacketJudge>(net::JudgeConfig{{}, &m_dialect});
    net::Receiver &receiver = m_console->receiver();
    const auto follow = [this](net::Source &source) {
        connect(&source, &net::Source::stateChanged, this,
                [&source](net::Source::State state, net::SourceError error, const QString &detail) {
                    if (state == net::Source::State::Failed)
                        complain(ui::sourceErrorText(error, source.address(), detail));
                });
    };
    follow(receiver);
    for (net::Source *source : m_console->others())
        follow(*source);
    m_console->tap().setOn(true);
    m_console->start();
    if (receiver.state() == net::Source::State::Failed)
        return false;
    if (m_options.demo)
        m_console->setDemoRunning(true);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Sniff::takeTap);
    timer->start(TapInterval);
    QStringList addresses;
    for (const net::Endpoint &endpoint : receiver.endpoints())
        addresses << QString::fromStdString(endpoint.text());
    ready(u"tap"_s, addresses);
    return true;
}

bool Sniff::startWire()
{
    m_wire = std::make_unique<net::WireCapture>();
    net::WireConfig config;
    if (!m_options.interface.isEmpty())
        config.interface = m_options.interface;
    config.filter = m_options.captureFilter;
    config.judge.dialect = &m_dialect;
    bool begun = false;
    connect(m_wire.get(), &net::WireCapture::arrived, this, [this] { take(m_wire->take()); });
    connect(m_wire.get(), &net::WireCapture::stateChanged, this,
            [this, begun, interface = config.interface](
                net::WireCapture::State state, net::CaptureError error, const QString &detail) mutable {
                if (state == net::WireCapture::State::Running) {
                    begun = true;
                    ready(u"wire"_s, {interface});
                } else if (state == net::WireCapture::State::Failed) {
                    complain(ui::captureErrorText(error, detail));
                    if (error == net::CaptureError::NoRight)
                        complain(detail);
                    take(m_wire->take());
                    QMetaObject::invokeMethod(
                        this, [this, status = begun ? Failed : CouldNotStart] { stop(status); },
                        Qt::QueuedConnection);
                }
            });
    m_wire->start(config);
    return true;
}

void Sniff::startFile()
{
    m_file = std::make_unique<net::FileCapture>();
    connect(m_file.get(), &net::FileCapture::arrived, this, &Sniff::takeFile);
    connect(
        m_file.get(), &net::FileCapture::finished, this,
        [this](net::CaptureError error, const QString &detail) {
            if (error != net::CaptureError::None)
                complain(ui::captureErrorText(error, detail));
            const bool unread =
                error == net::CaptureError::FileUnreadable || error == net::CaptureError::NotACapture;
            stop(unread ? CouldNotStart : error == net::CaptureError::None ? 0 : Failed);
        },
        Qt::QueuedConnection);
    m_file->start(m_options.readFile, {{}, &m_dialect});
}

void Sniff::ready(const QString &feed, const QStringList &addresses)
{
    if (m_options.json) {
        JsonWriter json;
        json.beginObject();
        json.text("event", "ready");
        json.text("feed", feed.toStdString());
        if (!addresses.isEmpty())
            json.text(m_wire ? "interface" : "statsd", addresses.front().toStdString());
        if (m_console && m_console->contexts().state() == net::Source::State::Running)
            json.text("contexts", m_console->contexts().address().toStdString());
        json.endObject();
        return put(json.takeLine());
    }
    if (!m_options.quiet)
        complain(m_wire ? tr("Capturing on %1.").arg(addresses.join(u", "_s))
                        : tr("Showing what arrives at %1.").arg(addresses.join(u", "_s)));
}

/// As fast as the output is read, and never so long that a signal has to wait.
void Sniff::takeFile()
{
    if (m_stopped)
        return;
    if (!m_output->hasRoom()) {
        QTimer::singleShot(FilePause, this, &Sniff::takeFile);
        return;
    }
    auto packets = m_file->take();
    if (packets.empty())
        return;
    take(std::move(packets));
    QMetaObject::invokeMethod(this, &Sniff::takeFile, Qt::QueuedConnection);
}

void Sniff::takeTap()
{
    std::vector<net::JudgedPacket> packets;
    for (net::Packet &packet : m_console->tap().take()) {
        net::JudgedPacket &judged = packets.emplace_back();
        judged.facts = m_judge->take(packet);
        judged.packet = std::move(packet);
    }
    take(std::move(packets));
}

void Sniff::take(std::vector<net::JudgedPacket> packets)
{
    if (packets.empty())
        return;
    const auto &interfaces = m_wire   ? m_wire->interfaces()
                             : m_file ? m_file->interfaces()
                                      : std::vector<net::CaptureInterface>();
    QStringList names;
    for (const net::CaptureInterface &each : interfaces)
        names << QString::fromUtf8(each.name.c_str());
    m_writer.setInterfaces(names);
    m_counts.captured += packets.size();
    for (const net::JudgedPacket &packet : packets) {
        if (!matches(packet))
            continue;
        ++m_counts.matched;
        if (m_save) {
            const std::string_view whole = packet.facts.wholeText(packet.packet.bytes);
            m_save->add(packet.packet, m_writer.interfaceOf(packet).toStdString(),
                        net::savedComments(whole, packet.facts.kind, m_dialect, packet.comments));
        }
        put(m_writer.packet(packet));
    }
}

/// What carries nothing, such as the handshake of TCP, is no answer to any pattern.
bool Sniff::matches(const net::JudgedPacket &packet) const
{
    const std::string_view text = packet.facts.text(packet.packet.bytes);
    if (text.empty())
        return false;
    if (m_options.words.isEmpty())
        return true;
    const QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    return m_pattern.match(shown).hasMatch() != m_options.invert;
}

void Sniff::put(const QByteArray &record)
{
    if (m_stopped)
        return;
    m_output->write(record);
}

void Sniff::outputClosed(int error)
{
    if (error != EPIPE && !m_stopped)
        complain(tr("Writing the output failed: %1").arg(QString::fromLocal8Bit(std::strerror(error))));
    stop(error == EPIPE ? 0 : Failed);
}

void Sniff::stop(int status)
{
    if (m_stopped)
        return;
    if (m_console) {
        takeTap();
        m_counts.evicted = m_console->tap().skipped();
        m_console->stop();
    }
    if (m_wire) {
        m_wire->stop();
        take(m_wire->take());
        m_counts.kernelDrops = m_wire->counts().kernelDrops;
        m_counts.evicted = m_wire->counts().untaken;
    }
    if (m_save) {
        if (const QString why = m_save->finish(); !why.isEmpty()) {
            complain(tr("%1 cannot be written: %2").arg(m_options.writeFile, why));
            status = Failed;
        }
    }
    if (m_options.json)
        put(m_writer.summary(m_counts));
    m_stopped = true;
    if (!m_options.json && !m_options.quiet && status != CouldNotStart)
        complain(QString::fromUtf8(m_writer.summary(m_counts)).trimmed());
    m_output.reset();
    Q_EMIT finished(status);
}

} // namespace metriscope::app
