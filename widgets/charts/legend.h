// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curve.h"

#include <QAbstractButton>
#include <QScrollArea>

#include <vector>

namespace metriscope::ui
{

/// One curve in the legend: its line in colour and dash, and its name. Click or Space shows and hides the
/// curve.
class LegendItem final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LegendItem(QWidget *parent);

    void setCurve(const Curve &curve);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    Curve m_curve;
};

/// The curves of a chart by name, in as many lines as they need, up to three; then it scrolls.
class Legend final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent);

    void setCurves(const std::vector<Curve> &curves);
    /// Puts the items between two widgets into the order of the Tab key.
    void chainTabOrder(QWidget *before, QWidget *after);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void toggled(int curve, bool visible);

private:
    static constexpr int MaxLines = 3;

    QWidget *m_content;
    std::vector<LegendItem *> m_items;
};

} // namespace metriscope::ui
