// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/tick.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTreeView;

namespace metriscope::net
{
class ContextBook;
class Registry;
class SeriesStore;
} // namespace metriscope::net

namespace metriscope::ui
{

class ApplicationStrip;
class ContextFilter;
class ContextModel;
class EmptyPage;
class TimeAxis;

/// m3 applications with their controllers, URLs and methods: requests, latency and share of time of each over
/// the visible range, and what is known of the application itself.
class ContextsPane final : public QWidget
{
    Q_OBJECT

public:
    /// More metrics than this are not put into one chart.
    static constexpr std::size_t MaxCharted = 12;

    ContextsPane(const net::Registry &registry, const net::SeriesStore &store, net::ContextBook &book,
                 const TimeAxis &axis, QWidget *parent = nullptr);
    ~ContextsPane() override;

    void apply(const net::Tick &tick);
    /// Where registrations are taken; empty: nowhere.
    void setAddress(const QString &address);
    [[nodiscard]] ContextModel *model() const noexcept { return m_model; }
    [[nodiscard]] QTreeView *view() const noexcept { return m_tree; }

    [[nodiscard]] QList<QAction *> exportActions() const;

Q_SIGNALS:
    void chartRequested(const std::vector<metriscope::net::MetricId> &metrics);
    /// The reader says how an application's timers are to be read.
    void timerUnitChosen(const metriscope::net::Application &application, metriscope::net::TimerUnit unit);
    void verifyRequested(); ///< by the wizard
    void demoRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    void retranslate();
    void work();
    void search(const QString &words);
    [[nodiscard]] QString rangeText() const;
    void showSelected();
    void updatePages();
    void pasteUrls();
    void chart(bool counts);
    void charted(const std::vector<net::MetricId> &metrics);
    void copyNames() const;
    void copyAll() const;
    void expandNew();
    [[nodiscard]] QModelIndex current() const;
    [[nodiscard]] const net::Application *signalsOf(const QModelIndex &index) const;

    net::ContextBook &m_book;
    const TimeAxis &m_axis;
    ContextModel *m_model;
    ContextFilter *m_filter;
    QLineEdit *m_search;
    QCheckBox *m_activeOnly;
    QPushButton *m_paste;
    QLabel *m_range;
    QTreeView *m_tree;
    ApplicationStrip *m_strip;
    EmptyPage *m_empty;
    QStackedLayout *m_stack;
    QAction *m_chartLatency, *m_chartRate, *m_copy, *m_copyAll, *m_expand, *m_collapse, *m_forgetPasted;
    QTimer m_slice; ///< finds places and works out numbers a little at a time
    std::vector<net::Application> m_applications;
    QString m_address;
    int m_expanded = 0; ///< applications that were unfolded when they came
    bool m_sized = false;
};

} // namespace metriscope::ui
