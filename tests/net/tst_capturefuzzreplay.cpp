// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/captureproperties.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <random>

using namespace metriscope::net::test;
using namespace Qt::StringLiterals;

/// Runs what the fuzzers of captures check over their seeds, and over seeds bent at random.
class TestCaptureFuzzReplay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("frame") << u"frame"_s;
        QTest::newRow("capturefile") << u"capturefile"_s;
    }
    void seeds()
    {
        QFETCH(QString, folder);
        const QDir dir(QStringLiteral(METRISCOPE_TEST_DATA "/fuzz/") + folder);
        QList<QByteArray> seeds;
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds << file.readAll();
            check(folder, seeds.constLast(), name);
        }
        QVERIFY2(seeds.size() >= 5, "the seeds are not where they should be");
        std::mt19937 engine(276);
        const auto below = [&engine](qsizetype limit) {
            return qsizetype(engine() % quint32(std::max<qsizetype>(limit, 1)));
        };
        for (int i = 0; i < 3000; ++i) {
            QByteArray input = seeds.at(below(seeds.size()));
            for (qsizetype bends = 1 + below(5); bends > 0 && !input.isEmpty(); --bends) {
                const qsizetype at = below(input.size());
                switch (below(4)) {
                case 0:
                    input[at] = char(engine());
                    break;
                case 1:
                    input.remove(at, 1 + below(4));
                    break;
                case 2:
                    input.insert(at, input.mid(below(input.size()), below(40)));
                    break;
                default:
                    input.truncate(at);
                }
            }
            check(folder, input, u"bent %1"_s.arg(i));
        }
    }

private:
    static void check(const QString &folder, const QByteArray &input, const QString &name)
    {
        const std::string_view view(input.constData(), std::size_t(input.size()));
        const char *const broken = folder == "frame"_L1 ? brokenByFrames(view) : brokenByCaptureFile(view);
        QVERIFY2(!broken, qPrintable(name + u": "_s + QLatin1String(broken)));
    }
};

QTEST_APPLESS_MAIN(TestCaptureFuzzReplay)
#include "tst_capturefuzzreplay.moc"
