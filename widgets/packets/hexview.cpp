// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/hexview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

// Columns, in characters: "00000000  68 65 ... 0a  00 ...  |hello...|"
constexpr int HexColumn = 10, AsciiColumn = HexColumn + 16 * 3 + 2, Columns = AsciiColumn + 17;

[[nodiscard]] int hexColumn(int byte)
{
    return HexColumn + byte * 3 + (byte >= 8 ? 1 : 0);
}

[[nodiscard]] QChar printable(char byte)
{
    return byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
}

[[nodiscard]] QString hexByte(char byte)
{
    return u"%1"_s.arg(uint(static_cast<unsigned char>(byte)), 2, 16, QLatin1Char('0'));
}

[[nodiscard]] QString hexOffset(qsizetype offset)
{
    return u"%1"_s.arg(offset, 8, 16, QLatin1Char('0'));
}

} // namespace

QString hexDump(const QByteArray &bytes)
{
    QString out;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray line = bytes.mid(at, 16);
        QString hex, ascii;
        for (int i = 0; i < line.size(); ++i) {
            hex += (i == 8 ? u"  "_s : u" "_s) + hexByte(line[i]);
            ascii += printable(line[i]);
        }
        out += hexOffset(at) + u" "_s + hex.leftJustified(16 * 3 + 1) + u"  |"_s + ascii + u"|\n"_s;
    }
    return out;
}

HexView::HexView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
}

int HexView::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int HexView::characterWidth() const
{
    return fontMetrics().horizontalAdvance(u'0');
}

QSize HexView::sizeHint() const
{
    return {characterWidth() * (Columns + 2), lineHeight() * 8};
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_marked = {};
    m_cursor = 0;
    layOut();
    verticalScrollBar()->setValue(0);
    describe();
    viewport()->update();
}

void HexView::mark(net::ByteRange range)
{
    m_marked = range;
    if (!isMarked(m_cursor))
        m_cursor = range.offset;
    if (range.size > 0)
        showLine(static_cast<int>(range.offset / PerLine));
    describe();
    viewport()->update();
}

/// Assistive technology reads the marked bytes as text.
void HexView::describe()
{
    const QByteArray part = m_bytes.mid(m_marked.offset, std::min<qsizetype>(m_marked.size, 64));
    QString text;
    for (const char byte : part)
        text += printable(byte);
    setAccessibleDescription(text.isEmpty() ? text
                                            : u"%1: %2 (%3)"_s.arg(QString::number(m_marked.offset), text,
                                                                   QString::fromLatin1(part.toHex(' '))));
}

void HexView::layOut()
{
    const int lines = static_cast<int>((m_bytes.size() + PerLine - 1) / PerLine);
    const int visible = std::max(1, viewport()->height() / lineHeight());
    verticalScrollBar()->setRange(0, std::max(0, lines - visible));
    verticalScrollBar()->setPageStep(visible);
    horizontalScrollBar()->setRange(0, std::max(0, characterWidth() * (Columns + 2) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(characterWidth());
}

void HexView::showLine(int line)
{
    const int first = verticalScrollBar()->value(), visible = verticalScrollBar()->pageStep();
    if (line < first)
        verticalScrollBar()->setValue(line);
    else if (line >= first + visible)
        verticalScrollBar()->setValue(line - visible + 1);
}

bool HexView::isMarked(qsizetype offset) const
{
    return offset >= m_marked.offset && offset < m_marked.end();
}

void HexView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.translate(characterWidth() - horizontalScrollBar()->value(), 0);
    const int first = verticalScrollBar()->value();
    const int lines = viewport()->height() / lineHeight() + 1;
    for (int i = 0; i < lines; ++i) {
        if (qsizetype{first + i} * PerLine >= m_bytes.size())
            break;
        paintLine(painter, first + i, i * lineHeight());
    }
}

void HexView::paintLine(QPainter &painter, int line, int top) const
{
    const int width = characterWidth();
    const int baseline = top + fontMetrics().ascent() + 1;
    const qsizetype begin = qsizetype{line} * PerLine;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(0, baseline, hexOffset(begin));
    for (int i = 0; i < PerLine && begin + i < m_bytes.size(); ++i) {
        const int hex = hexColumn(i) * width, ascii = (AsciiColumn + i) * width;
        const bool marked = isMarked(begin + i);
        if (marked) {
            const bool goesOn = i + 1 < PerLine && isMarked(begin + i + 1);
            const QColor ground = palette().color(QPalette::Highlight);
            painter.fillRect(hex, top, width * (goesOn ? (i == 7 ? 4 : 3) : 2), lineHeight(), ground);
            painter.fillRect(ascii, top, width, lineHeight(), ground);
        }
        painter.setPen(palette().color(marked ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(hex, baseline, hexByte(m_bytes[begin + i]));
        painter.drawText(ascii, baseline, QString(printable(m_bytes[begin + i])));
        if (hasFocus() && begin + i == m_cursor)
            painter.drawRect(hex - 1, top, width * 2 + 1, lineHeight() - 1);
    }
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

qsizetype HexView::byteAt(const QPoint &where) const
{
    const int line = verticalScrollBar()->value() + where.y() / lineHeight();
    const int column = (where.x() + horizontalScrollBar()->value() - characterWidth()) / characterWidth();
    int byte = -1;
    if (column >= AsciiColumn && column < AsciiColumn + PerLine)
        byte = column - AsciiColumn;
    for (int i = 0; byte < 0 && i < PerLine; ++i)
        if (column >= hexColumn(i) && column <= hexColumn(i) + 2)
            byte = i;
    const qsizetype offset = qsizetype{line} * PerLine + byte;
    return byte >= 0 && offset < m_bytes.size() ? offset : -1;
}

void HexView::choose(qsizetype offset)
{
    if (offset < 0 || offset >= m_bytes.size())
        return;
    mark({static_cast<std::uint32_t>(offset), 1});
    m_cursor = offset; // also when more is marked around it now
    Q_EMIT byteChosen(static_cast<quint32>(offset));
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(byteAt(event->position().toPoint()));
    QAbstractScrollArea::mousePressEvent(event);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const qsizetype at = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(at - 1);
        break;
    case Qt::Key_Right:
        choose(m_marked.size == 0 ? at : at + 1);
        break;
    case Qt::Key_Up:
        choose(at - PerLine);
        break;
    case Qt::Key_Down:
        choose(at + PerLine);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace metriscope::ui
