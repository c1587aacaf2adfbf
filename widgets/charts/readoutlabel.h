// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace metriscope::ui
{

/// The big number of a chart and the small text after it, on one base line. Its parts keep the width they
/// once grew to, or the header would jump with every digit.
class ReadoutLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReadoutLabel(QWidget *parent);

    void setTexts(const QString &value, const QString &detail);
    [[nodiscard]] const QString &value() const noexcept { return m_value; }
    [[nodiscard]] const QString &detail() const noexcept { return m_detail; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont valueFont() const;
    void grow();

    QString m_value, m_detail;
    int m_valueWidth = 0, m_detailWidth = 0;
};

/// Height of a chart's header line: whatever stands in it is centred in this.
[[nodiscard]] int headerHeight(const QFont &font);

} // namespace metriscope::ui
