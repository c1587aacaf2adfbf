// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/chartfixture.h"

#include "widgets/charts/livechart.h"
#include "widgets/charts/plotview.h"
#include "widgets/charts/timeaxis.h"
#include "widgets/common/chartpalette.h"
#include "widgets/export/csvexport.h"
#include "widgets/export/exportdialog.h"
#include "widgets/export/exporter.h"
#include "widgets/export/imageexport.h"
#include "widgets/export/overviewexport.h"

#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace metriscope;
using namespace metriscope::test;
using net::Millis;
using What = net::Measure::What;

namespace
{

/// Two charts over ten minutes of one application.
struct Scene {
    Scene() : rate(fed.store, axis), latency(fed.store, axis)
    {
        fed.feed(0, 600);
        axis.advance(fed.now, Millis{500});
        rate.setTitle(u"Request rate"_s);
        rate.setCurves({{ChartStore::id(0, 0), {What::Rate, 0}, net::Unit::Requests, u"billing"_s}});
        latency.setTitle(u"Latency"_s);
        latency.setCurves(
            {{ChartStore::id(0, 1), {What::Quantile, 0.95}, net::Unit::Milliseconds, u"p95"_s},
             {ChartStore::id(0, 1), {What::Mean, 0}, net::Unit::Milliseconds, u"mean"_s, 1, 1}});
    }
    [[nodiscard]] ui::ChartPage page() { return {u"Overview"_s, &axis, {&rate, &latency}, 1}; }

    ChartStore fed;
    ui::TimeAxis axis;
    ui::LiveChart rate, latency;
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be opened)");
}

/// No file may grow beyond `bytes` while it lives: what a full disk looks like, without one.
class SmallDisk final
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

} // namespace

class TestExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Asia/Tokyo"); // the file is in UTC whatever the reader's zone
        QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia)); // and in C locale
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QByteArray("billing p95") << QByteArray("billing p95");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QByteArray("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QByteArray("-1") << QByteArray("'-1");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << QByteArray("\tx") << QByteArray("'\tx");
        QTest::newRow("return") << QByteArray("\rx") << QByteArray("\"'\rx\"");
        QTest::newRow("comma and quote") << QByteArray("a,\"b\"") << QByteArray("\"a,\"\"b\"\"\"");
        QTest::newRow("formula with comma") << QByteArray("=cmd|'/c',A1") << QByteArray("\"'=cmd|'/c',A1\"");
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void cells()
    {
        QFETCH(QByteArray, text);
        QTEST(ui::csvCell(text), "cell");
    }

    void csvHoldsEveryPoint()
    {
        Scene scene;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.csv"_s);
        ui::ExportProgress progress;
        const auto result = ui::writeCsv(
            ui::csvJob(scene.page(), scene.fed.store, nullptr, ui::ExportRange::Visible), path, {}, progress);
        QVERIFY2(result.ok, qPrintable(result.reason));
        QCOMPARE(filesIn(folder.path()), QStringList{u"x.csv"_s});
        const QByteArray content = contentOf(path);
        QList<QByteArray> lines = content.split('\n');
        QCOMPARE(lines.takeLast(), QByteArray());
        QList<QByteArray> comments;
        while (lines.first().startsWith("# "))
            comments << lines.takeFirst();
        QCOMPARE(comments.size(), 5);
        QVERIFY(comments[1].contains("2026-11-20T12:05:00.500Z/2026-11-20T12:10:00.500Z"));
        QVERIFY(comments[2].contains("measure=rate unit=req/s"));
        QVERIFY(comments[3].contains("measure=p95 unit=ms"));
        QCOMPARE(lines.takeFirst(), QByteArray("time_iso8601_utc,time_epoch,Request rate: billing "
                                               "(req/s),Latency: p95 (ms),Latency: mean (ms)"));
        QVERIFY(lines.size() >= 300 && lines.size() <= 302);
        QByteArray previous;
        int absent = 0;
        for (const QByteArray &line : lines) {
            const auto cells = line.split(',');
            QCOMPARE(cells.size(), 5);
            QVERIFY(previous < cells[0]); // each time once, in order
            previous = cells[0];
            bool ok = false;
            const double epoch = cells[1].toDouble(&ok);
            QVERIFY(ok);
            QCOMPARE(
                QDateTime::fromString(QString::fromLatin1(cells[0]), Qt::ISODateWithMs).toMSecsSinceEpoch(),
                qint64(std::llround(epoch * 1000)));
            (void)cells[2].toDouble(&ok);
            QVERIFY(ok);
            absent += cells[3].isEmpty() ? 1 : 0;
            QCOMPARE(cells[3].isEmpty(), cells[4].isEmpty());
        }
        QVERIFY(absent >= 49 && absent <= 51); // 12:07:00 to 12:07:50
        const auto points = scene.fed.store.points(ChartStore::id(0, 0), {What::Rate, 0},
                                                   {scene.fed.now - Millis{1}, scene.fed.now});
        QCOMPARE(lines.last().split(',')[2].toDouble(), points.at(0).value);
    }

    void csvOfAllThereIs()
    {
        Scene scene;
        scene.axis.zoomTo({Noon + 10s, Noon + 20s});
        scene.latency.setCurves(
            {{ChartStore::id(0, 1), {What::Mean, 0}, net::Unit::Milliseconds, u"mean"_s, 0, 0, false}});
        const QTemporaryDir folder;
        ui::ExportProgress progress;
        const QString path = folder.filePath(u"x.csv"_s);
        QVERIFY(ui::writeCsv(ui::csvJob(scene.page(), scene.fed.store, nullptr, ui::ExportRange::All), path,
                             {}, progress)
                    .ok);
        const QByteArray content = contentOf(path);
        QVERIFY(content.contains("2026-11-20T12:00:01.500Z"));
        QVERIFY(content.contains("2026-11-20T12:10:00.500Z"));
        QVERIFY(!content.contains("mean")); // a curve that is not shown is not written
        QCOMPARE(progress.permille.load(), 999);
    }

    void csvGuardsComments()
    {
        net::Registry registry(16);
        const auto id = registry.addCopy(
            {"a,=cmd()", "env:dev,x:\ty", net::MetricKind::Counter, net::Unit::None, net::StatsdSource});
        Scene scene;
        scene.rate.setCurves({{id, {What::Rate, 0}, net::Unit::None, u"=evil\nnews"_s}});
        const auto job = ui::csvJob({u"a;=b\nc"_s, &scene.axis, {&scene.rate}, 1}, scene.fed.store, &registry,
                                    ui::ExportRange::Visible);
        QCOMPARE(job.columns.size(), std::size_t{1});
        QVERIFY(!job.columns[0].comment.contains(','));
        QVERIFY(job.columns[0].comment.contains("kind=counter source=statsd measure=rate unit=/s"));
        const QTemporaryDir folder;
        ui::ExportProgress progress;
        QVERIFY(ui::writeCsv(job, folder.filePath(u"x.csv"_s), {}, progress).ok);
        const QByteArray content = contentOf(folder.filePath(u"x.csv"_s));
        QVERIFY(content.startsWith("# Metriscope: a =b c\n"));
        QVERIFY(content.contains(",\"'=evil\nnews (/s)\"\n"));
    }

    void picturesHaveTheirSizeAndTheme()
    {
        Scene scene;
        for (const auto theme : {ui::ExportTheme::Light, ui::ExportTheme::Dark}) {
            ui::ExportChoice choice;
            choice.theme = theme;
            choice.size = {640, 400};
            choice.scale = 2;
            const QImage image = ui::renderImage(scene.page(), choice);
            QCOMPARE(image.size(), QSize(1280, 800));
            const QPalette palette = theme == ui::ExportTheme::Dark ? ui::darkPalette() : ui::lightPalette();
            QCOMPARE(image.pixelColor(3, 3), palette.color(QPalette::Window));
            const QColor ink = ui::ChartPalette::of(palette).curve(0);
            bool found = false; // the curve is there, in the colour of that theme
            for (int y = 0; y < 500 && !found; ++y)
                for (int x = 0; x < 1280 && !found; ++x)
                    found = image.pixelColor(x, y) == ink;
            QVERIFY(found);
        }
        QVERIFY(!scene.rate.isVisible()); // nothing of the original was touched
        ui::ExportChoice huge;
        huge.size = {1'000'000, 10};
        const QSize bounded = ui::renderImage(scene.page(), huge).size();
        QCOMPARE(bounded.width(), ui::ExportChoice::MaxSide);
        QVERIFY(bounded.height() < 1000); // as flat as the charts can be
    }

    void svgIsVectors()
    {
        Scene scene;
        const QByteArray svg = ui::renderSvg(scene.page(), {});
        QVERIFY(svg.contains("<text"));
        QVERIFY(svg.contains("billing"));
        QVERIFY(svg.contains("polyline") || svg.contains("<path"));
        QVERIFY2(svg.count("<image") <= 2, "rasters in a vector picture");
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), QRect(0, 0, 1280, 720));
    }

    void aFullDiskLeavesNothing()
    {
        Scene scene;
        const QTemporaryDir folder;
        ui::ExportProgress progress;
        const auto job = ui::csvJob(scene.page(), scene.fed.store, nullptr, ui::ExportRange::All);
        const QImage image = ui::renderImage(scene.page(), {});
        ui::ExportResult csv, png;
        {
            const SmallDisk disk(4096);
            csv = ui::writeCsv(job, folder.filePath(u"x.csv"_s), {}, progress);
            png = ui::writePng(image, folder.filePath(u"x.png"_s), {});
        }
        for (const auto &result : {csv, png}) {
            QVERIFY(!result.ok && !result.cancelled);
            QVERIFY2(result.reason.contains(u"too large"_s),
                     qPrintable(result.reason)); // what the system said
        }
        QCOMPARE(filesIn(folder.path()), QStringList());
    }

    void aFileInTheWayStays()
    {
        Scene scene;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("precious");
        old.close();
        ui::ExportProgress progress;
        const auto job = ui::csvJob(scene.page(), scene.fed.store, nullptr, ui::ExportRange::All);
        {
            const SmallDisk disk(4096);
            QVERIFY(!ui::writeCsv(job, path, {}, progress).ok);
        }
        QCOMPARE(contentOf(path), QByteArray("precious"));
        std::stop_source stop;
        stop.request_stop();
        const auto cancelled = ui::writeCsv(job, path, stop.get_token(), progress);
        QVERIFY(!cancelled.ok && cancelled.cancelled);
        QCOMPARE(contentOf(path), QByteArray("precious"));
        QCOMPARE(filesIn(folder.path()), QStringList{u"x.csv"_s});
        QVERIFY(ui::writeCsv(job, path, {}, progress).ok);
        QVERIFY(contentOf(path).startsWith("# "));
    }

    void refusesWhatIsNoPlainFile()
    {
        const auto device = ui::writeBytes("x", u"/dev/full"_s, {});
        QVERIFY(!device.ok && !device.reason.isEmpty());
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile()); // it is still the device
        const QTemporaryDir folder;
        QVERIFY(!ui::writeBytes("x", folder.path(), {}).ok);
        const auto missing = ui::writeBytes("x", folder.filePath(u"none/x"_s), {});
        QVERIFY(!missing.ok && !missing.reason.isEmpty());
    }

    void exporterWorksInTheBackground_data()
    {
        QTest::addColumn<ui::ExportFormat>("format");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << ui::ExportFormat::Png << QByteArray("\x89PNG");
        QTest::newRow("svg") << ui::ExportFormat::Svg << QByteArray("<?xml");
        QTest::newRow("csv") << ui::ExportFormat::Csv << QByteArray("# Metriscope: Overview\n");
    }
    void exporterWorksInTheBackground()
    {
        QFETCH(ui::ExportFormat, format);
        QFETCH(QByteArray, magic);
        Scene scene;
        const QTemporaryDir folder;
        ui::Exporter exporter(scene.fed.store, nullptr, nullptr);
        QSignalSpy finished(&exporter, &ui::Exporter::finished);
        ui::ExportChoice choice;
        choice.format = format;
        exporter.start(scene.page(), choice, folder.filePath(u"x"_s));
        QVERIFY(exporter.isRunning());
        exporter.start(scene.page(), choice, folder.filePath(u"second"_s)); // one at a time
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished[0][0].value<ui::ExportResult>().ok);
        QVERIFY(!exporter.isRunning());
        QVERIFY(contentOf(folder.filePath(u"x"_s)).startsWith(magic));
        QCOMPARE(filesIn(folder.path()), QStringList{u"x"_s});
    }

    void exporterSaysWhatWentWrong()
    {
        Scene scene;
        QWidget window;
        ui::Exporter exporter(scene.fed.store, nullptr, &window);
        QSignalSpy finished(&exporter, &ui::Exporter::finished);
        ui::ExportChoice choice;
        choice.format = ui::ExportFormat::Csv;
        exporter.start(scene.page(), choice, u"/nowhere/at/all.csv"_s);
        QTRY_COMPARE(finished.size(), 1);
        auto *const box = window.findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->text().contains(u"/nowhere/at/all.csv"_s));
        QVERIFY(!box->informativeText().isEmpty());
    }

    void exporterCanBeDestroyedAtWork()
    {
        Scene scene;
        const QTemporaryDir folder;
        {
            ui::Exporter exporter(scene.fed.store, nullptr, nullptr);
            ui::ExportChoice choice;
            choice.size = {4000, 3000};
            exporter.start(scene.page(), choice, folder.filePath(u"x.png"_s));
        }
        const auto files = filesIn(folder.path());
        QVERIFY(files.isEmpty() || files == QStringList{u"x.png"_s}); // whole or not at all
        if (!files.isEmpty())
            QVERIFY(!QImage(folder.filePath(u"x.png"_s)).isNull());
    }

    void menuAndClipboard()
    {
        Scene scene;
        ui::Exporter exporter(scene.fed.store, nullptr, nullptr);
        QMenu menu;
        exporter.addActions(menu, [&] { return scene.page(); });
        QCOMPARE(menu.actions().size(), 4);
        menu.actions().first()->trigger();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void dialogRemembers()
    {
        ui::ExportChoice choice;
        choice.format = ui::ExportFormat::Svg;
        choice.theme = ui::ExportTheme::Dark;
        choice.size = {1111, 777};
        choice.scale = 2;
        choice.range = ui::ExportRange::All;
        choice.folder = u"/tmp"_s;
        ui::ExportDialog dialog(choice);
        QCOMPARE(dialog.choice(), choice);
        dialog.findChildren<QComboBox *>().first()->setCurrentIndex(2);
        QCOMPARE(dialog.choice().format, ui::ExportFormat::Csv);
    }

    void choiceSurvivesTheSettings()
    {
        ui::ExportChoice choice;
        choice.format = ui::ExportFormat::Csv;
        choice.theme = ui::ExportTheme::Light;
        choice.range = ui::ExportRange::All;
        choice.size = {1111, 777};
        choice.scale = 3;
        choice.folder = u"/tmp/Отчёты"_s;
        QCOMPARE(ui::exportChoiceFromJson(ui::toJson(choice)), choice);
        for (const char *const damaged :
             {"", "{", "[]", "{\"format\":\"exe\",\"width\":\"wide\",\"scale\":[]}"})
            QCOMPARE(ui::exportChoiceFromJson(damaged), ui::ExportChoice());
        const auto bounded = ui::exportChoiceFromJson("{\"width\":1e9,\"height\":-5,\"scale\":1000}");
        QCOMPARE(bounded.size, QSize(ui::ExportChoice::MaxSide, ui::ExportChoice::MinSide));
        QCOMPARE(bounded.scale, ui::ExportChoice::MaxScale);
    }

    void overviewWithoutAWindow()
    {
        ChartStore fed(2);
        fed.feed(0, 120);
        net::Registry registry(16);
        net::Tick tick;
        tick.time = fed.now;
        for (int i = 0; i < 2; ++i) {
            net::Application application;
            application.name = i == 0 ? "billing" : "portal";
            application.requestRate = ChartStore::id(i, 0);
            application.latency = ChartStore::id(i, 1);
            application.activeUsers = ChartStore::id(i, 2);
            tick.applications.push_back(application);
        }
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"a/b"_s);
        const auto results = ui::exportOverview(target, fed.store, registry, tick);
        QCOMPARE(results.size(), std::size_t{2});
        for (const auto &result : results)
            QVERIFY2(result.ok, qPrintable(result.reason));
        QCOMPARE(QImage(target + u"/overview.png"_s).size(), QSize(1280, 720));
        QVERIFY(contentOf(target + u"/overview.csv"_s).contains("billing (req/s)"));
        for (const auto &result : ui::exportOverview(u"/proc/none"_s, fed.store, registry, tick))
            QVERIFY(!result.ok && !result.reason.isEmpty());
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
