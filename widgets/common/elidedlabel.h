// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace metriscope::ui
{

/// One line of plain text that gives way: where there is no room for all of it, its middle is left out and a
/// tool tip has the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace metriscope::ui
