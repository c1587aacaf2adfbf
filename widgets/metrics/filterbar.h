// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/metricfilter.h"

#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace metriscope::ui
{

/// The line above the list of metrics: what is searched, how it is meant, which kinds, how many were found;
/// and below it what is wrong with an expression.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] MetricFilter filter() const;
    void setFilter(const MetricFilter &filter);
    void clear();
    void focusSearch();
    void setCounts(int shown, int total, int undecided);
    /// Further controls stand at the right, in front of the counts.
    void addControl(QWidget *control);

Q_SIGNALS:
    void filterChanged(); ///< and it is right; a wrong one is explained and left
    void left();          ///< Escape in an empty line, Down or Enter: to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void check();
    void updateKindsText();

    QLineEdit *m_search;
    QComboBox *m_syntax;
    QToolButton *m_kinds;
    QMenu *m_kindsMenu;
    QList<QAction *> m_kindActions;
    QAction *m_allKinds;
    QLabel *m_counts;
    QLabel *m_error;
    QHBoxLayout *m_line;
    int m_shown = 0, m_total = 0, m_undecided = 0;
};

} // namespace metriscope::ui
