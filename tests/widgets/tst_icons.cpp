// SPDX-License-Identifier: GPL-3.0-or-later
// The icons inside the program: each is a drawing that takes the colour of the text around it.
#include "widgets/common/themeicon.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

class IconsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawing_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files);
        QVERIFY(files.size() >= 18);
        for (const QString &file : files)
            QTest::addRow("%s", qPrintable(file)) << file.chopped(4);
    }
    void drawing()
    {
        QFETCH(QString, name);
        QFile file(u":/icons/%1.svg"_s.arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(QSvgRenderer(svg).isValid());
        static const QRegularExpression fixed(u"(stroke|fill)=\"(?!currentColor|none)[^\"]"_s);
        QVERIFY(!fixed.match(QString::fromUtf8(svg)).hasMatch());

        QPalette palette = QApplication::palette();
        palette.setColor(QPalette::ButtonText, QColor(255, 0, 0));
        QApplication::setPalette(palette);
        for (const int size : {16, 24, 48}) {
            const QImage image = themeIcon(name).pixmap(size).toImage();
            QCOMPARE(image.width(), size);
            int inked = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    const QColor colour = image.pixelColor(x, y);
                    if (colour.alpha() > 128) {
                        ++inked;
                        QVERIFY(colour.red() > 200 && colour.green() < 50 && colour.blue() < 50);
                    }
                }
            }
            // A line drawing: something to see, most of the square left free.
            QVERIFY2(inked > size * size / 25 && inked < size * size / 2, qPrintable(QString::number(inked)));
        }
    }

    void unknownNameIsNull() { QVERIFY(themeIcon(u"no-such-icon"_s).isNull()); }

    void ownSign_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 24, 32, 48, 64, 128, 256})
            QTest::addRow("%d", size) << size;
    }
    void ownSign()
    {
        QFETCH(int, size);
        const QImage image(u":/icons/app/%1.png"_s.arg(size));
        QCOMPARE(image.size(), QSize(size, size));
        QVERIFY(image.hasAlphaChannel());
        QCOMPARE(programIcon().pixmap(size).size(), QSize(size, size));
    }
};

} // namespace metriscope::ui

QTEST_MAIN(metriscope::ui::IconsTest)
#include "tst_icons.moc"
