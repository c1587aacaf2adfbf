// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/frame.h"

#include <QAbstractScrollArea>
#include <QByteArray>

namespace metriscope::ui
{

/// Bytes as hex and as ASCII, sixteen a line. A part of them is marked; clicking and the arrow keys choose a
/// byte.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &bytes() const noexcept { return m_bytes; }
    /// Marks a part and scrolls to it; an empty one marks nothing.
    void mark(net::ByteRange range);
    [[nodiscard]] net::ByteRange marked() const noexcept { return m_marked; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void byteChosen(quint32 offset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int PerLine = 16;

    void layOut();
    void choose(qsizetype offset);
    void showLine(int line);
    void paintLine(QPainter &painter, int line, int baseline) const;
    [[nodiscard]] qsizetype byteAt(const QPoint &where) const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int characterWidth() const;
    [[nodiscard]] bool isMarked(qsizetype offset) const;
    void describe();

    QByteArray m_bytes;
    net::ByteRange m_marked;
    qsizetype m_cursor = 0; ///< the byte that the keyboard stands on
};

/// The same as text, as `hexdump -C` prints it.
[[nodiscard]] QString hexDump(const QByteArray &bytes);

} // namespace metriscope::ui
