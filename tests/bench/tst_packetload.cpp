// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/languageswitcher.h"
#include "app/mainwindow.h"
#include "app/pages.h"

#include "tests/bench/busymeter.h"
#include "tests/bench/traffic.h"
#include "tests/system/ownnetwork.h"
#include "widgets/packets/followdialog.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetsave.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <functional>
#include <numeric>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
namespace app = metriscope::app;
namespace net = metriscope::net;
namespace ui = metriscope::ui;

namespace
{

constexpr std::size_t Rate = 100'000, Million = 1'000'000;

bool networkIsOurs = false;

/// Sends to a port of the loopback at a steady rate, until it is destroyed.
class Sender final
{
public:
    explicit Sender(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_DGRAM, 0)), m_thread([this, port](const std::stop_token &stop) {
              sockaddr_in to{};
              to.sin_family = AF_INET;
              to.sin_port = htons(port);
              to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
              ::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&to), sizeof to);
              const Traffic traffic(10'000, 1);
              while (!stop.stop_requested()) {
                  traffic.pace(m_socket.get(), Rate, Rate / 4);
                  m_sent += Rate / 4;
              }
          })
    {
    }
    [[nodiscard]] std::uint64_t sent() const noexcept { return m_sent; }

private:
    net::FileDescriptor m_socket;
    std::atomic<std::uint64_t> m_sent = 0;
    std::jthread m_thread;
};

} // namespace

/// Measures how long the thread of the window is busy at a time, by its processor time, while 100,000 packets
/// a second pass the wire and the packet inspector holds a million of them. A frame at 60 Hz leaves it 16 ms.
/// The datagrams are real: they go to the receiver's socket, and the helper captures them from the loopback.
class TestPacketLoad final : public QObject
{
    Q_OBJECT

    static constexpr double MostMs = 16;

    QTemporaryDir m_folder;
    std::unique_ptr<app::Console> m_console;
    std::unique_ptr<app::Settings> m_settings;
    app::LanguageSwitcher m_languages;
    std::unique_ptr<app::MainWindow> m_window;
    std::unique_ptr<Sender> m_sender;
    ui::PacketDesk *m_desk = nullptr;
    ui::PacketsPane *m_pane = nullptr;
    std::uint64_t m_lost = 0; ///< by the receiver

    [[nodiscard]] QScrollBar &bar() const { return *m_pane->table().verticalScrollBar(); }

    /// `work`, if any, is done every 16 ms, as by a reader who holds a key down.
    void measure(const QString &what, std::chrono::milliseconds time, const std::function<void()> &work = {})
    {
        QTimer reader;
        connect(&reader, &QTimer::timeout, this, [&work] {
            if (work)
                work();
        });
        BusyMeter meter;
        const std::uint64_t before = m_desk->ring().end(), sent = m_sender->sent();
        QElapsedTimer timer;
        timer.start();
        meter.start();
        reader.start(16);
        runLoop(time);
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        const auto rate = [seconds](std::uint64_t count) { return static_cast<double>(count) / seconds; };
        qInfo("%s: longest busy slice %.1f ms, %.0f %% of a core, %.0f packets/s sent, %.0f shown, "
              "%d rows of %zu (%s)",
              qPrintable(what), meter.longestMs(), meter.sumMs() / seconds / 10,
              rate(m_sender->sent() - sent), rate(m_desk->ring().end() - before), m_pane->model().rowCount(),
              m_desk->ring().size(), qPrintable(meter.circumstances()));
        QVERIFY(meter.longestMs() > 0);
        QVERIFY2(meter.longestMs() <= MostMs, qPrintable(u"%1: %2 ms"_s.arg(what).arg(meter.longestMs())));
    }
    void measure(const QString &what, const std::function<void()> &work = {})
    {
        measure(what, std::chrono::seconds{3}, work);
    }
    /// What is asked for once, from within the loop.
    void measureOnce(const QString &what, const std::function<void()> &ask)
    {
        bool asked = false;
        measure(what, [&] {
            if (!std::exchange(asked, true))
                ask();
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!networkIsOurs)
            QSKIP("this machine gives an ordinary user no network of his own");
        app::ConsoleConfig config;
        config.receiver.endpoints = {{net::Endpoint::Kind::Inet, "127.0.0.1", 0}};
        config.contexts.endpoints.clear();
        config.monitor = false;
        m_console = std::make_unique<app::Console>(config);
        m_settings = std::make_unique<app::Settings>(m_folder.filePath(u"settings.ini"_s));
        m_window = std::make_unique<app::MainWindow>(m_console->engine().registry(),
                                                     m_console->engine().store(), *m_settings, m_languages);
        m_window->addSource(m_console->receiver());
        m_desk = &m_window->packets();
        m_desk->setTap(&m_console->tap());
        m_desk->setLimits({.packets = Million + Million / 100, .bytes = std::size_t{1} << 30});
        connect(&m_console->engine(), &net::Engine::ticked, m_window.get(), &app::MainWindow::apply);
        connect(&m_console->engine(), &net::Engine::ticked, this,
                [this](const net::Tick &tick) { m_lost = tick.statsd.kernelDrops; });
        m_window->resize(1280, 720);
        m_window->show();
        m_console->start();
        m_window->showPage(app::Pages::Packets);
        m_pane = m_window->findChild<ui::PacketsPane *>();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));

        const quint16 port = m_console->receiver().endpoints().front().port;
        m_desk->startCapture(u"lo"_s, u"udp dst port %1"_s.arg(port));
        QTRY_VERIFY(m_desk->captureState() != net::WireCapture::State::Starting);
        if (!m_desk->isCapturing())
            QSKIP("no right to capture");
        m_sender = std::make_unique<Sender>(port);
        QTRY_VERIFY(m_pane->model().rowCount() > 0);
        runLoop(std::chrono::seconds{1}); // the first layout is not the steady state
    }

    void fills()
    {
        measure(u"filling"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->ring().evicted() > 0, 60'000);
        QVERIFY(m_desk->ring().size() >= Million);
        QVERIFY(m_pane->table().isFollowing());
    }

    void staysWithTheNewest()
    {
        measure(u"full, with the newest"_s);
        QVERIFY(m_pane->table().isFollowing());
    }

    void scrolls()
    {
        measure(u"paging up"_s, [this] { bar().triggerAction(QAbstractSlider::SliderPageStepSub); });
        measure(u"jumping"_s, [this] {
            bar().setValue(static_cast<int>((std::int64_t{bar().value()} + 123'457) % bar().maximum()));
        });
        QVERIFY(!m_pane->table().isFollowing());
    }

    void looksAtPackets()
    {
        measure(u"packet after packet"_s, [this] {
            const int row = m_pane->table().rowAt(0);
            bar().setValue(row + 1);
            m_pane->table().choose(row + 1);
        });
        measureOnce(u"its conversation"_s, [this] {
            auto *dialog = new ui::FollowDialog(*m_desk, *m_pane->table().currentNumber(), m_pane);
            dialog->show();
        });
        delete m_pane->findChild<ui::FollowDialog *>();
    }

    void choosesAll()
    {
        measureOnce(u"all chosen"_s, [this] { m_pane->table().selectAll(); });
        m_pane->table().clearSelection();
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("match");
        QTest::addRow("by name") << u"name = *.requests.timing"_s << QString();
        QTest::addRow("by verdict") << u"verdict = rejected"_s << QString();
        QTest::addRow("by length") << u"length > 10"_s << QString();
        QTest::addRow("by expression") << QString() << u"url_[0-7].*count"_s;
    }
    void filters()
    {
        QFETCH(QString, filter);
        QFETCH(QString, match);
        const QString what = QString::fromLatin1(QTest::currentDataTag());
        m_pane->table().setFollowing(true);
        measureOnce(u"filtering "_s + what, [&] {
            m_pane->search().setFilter(filter);
            m_pane->search().setMatch(match, false, false);
        });
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->model().progress() > 0.95, 60'000);
        qInfo("filtering %s: caught up %lld ms later", qPrintable(what), timer.elapsed());
        measure(u"filtered "_s + what);
        measureOnce(u"all again"_s, [this] { m_pane->search().clear(); });
    }

    void saves()
    {
        std::vector<std::uint64_t> numbers(m_desk->ring().size());
        std::iota(numbers.begin(), numbers.end(), m_desk->ring().first());
        m_pane->save().start(std::move(numbers), m_folder.filePath(u"all.pcapng"_s));
        measure(u"saving"_s);
        m_pane->save().cancel();
    }

    void endsAndClears()
    {
        measureOnce(u"capture ended"_s, [this] { m_desk->stopCapture(); });
        measureOnce(u"cleared"_s, [this] { m_desk->clear(); });
        QCOMPARE(m_pane->model().rowCount(), 0);
    }

    void taps()
    {
        const std::uint64_t skipped = m_desk->skipped();
        m_desk->setTapOn(true);
        measure(u"tap"_s);
        m_pane->search().setFilter(u"name = *.requests.timing"_s);
        measure(u"tap, filtered by name"_s);
        qInfo("%llu came too fast to be shown, %llu lost by the receiver",
              static_cast<unsigned long long>(m_desk->skipped() - skipped),
              static_cast<unsigned long long>(m_lost));
        m_desk->setTapOn(false);
    }

    void cleanupTestCase()
    {
        m_sender.reset();
        m_window.reset();
        m_console.reset();
    }
};

int main(int argc, char *argv[])
{
    networkIsOurs = makeOwnNetwork();
    QApplication application(argc, argv);
    TestPacketLoad test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_packetload.moc"
