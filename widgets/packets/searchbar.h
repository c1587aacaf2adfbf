// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetquery.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace metriscope::ui
{

class FilterEdit;

/// Which packets are shown: a regular expression over what they carry, as in ngrep, a filter over what was
/// decoded, and a span of time. What is wrong is said below.
class SearchBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(QWidget *parent = nullptr);

    /// The last one that was right.
    [[nodiscard]] const PacketQuery &query() const noexcept { return m_query; }
    void setFilter(const QString &filter);
    [[nodiscard]] QString filter() const;
    void setMatch(const QString &pattern, bool ignoreCase, bool inverted);
    /// Nanoseconds since the epoch, half open.
    void setRange(std::int64_t from, std::int64_t to);
    void clearRange();
    void clear();
    [[nodiscard]] QString problem() const; ///< as shown; empty when all is right
    void setStatus(const QString &text);

Q_SIGNALS:
    void queryChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void read();
    void showRange();

    PacketQuery m_query;
    QLabel *m_matchLabel, *m_filterLabel, *m_problem, *m_status;
    QLineEdit *m_match;
    QToolButton *m_case, *m_invert, *m_range;
    FilterEdit *m_filter;
};

} // namespace metriscope::ui
