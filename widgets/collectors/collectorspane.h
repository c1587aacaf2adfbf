// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/collectors/collectormodel.h"
#include "widgets/collectors/collectorrequest.h"

#include "netlayer/engine/pollconfig.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolBar;
class QToolButton;

namespace metriscope::ui
{

class DetailModel;
class EmptyPage;

/// Every source in a table, with what can be done about it: add, edit, enable, poll now, remove and undo
/// that. What is known of the chosen one stands below. Carries out nothing itself but asking now.
class CollectorsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit CollectorsPane(CollectorModel &model, QWidget *parent = nullptr);
    ~CollectorsPane() override;

    /// Opens the dialog that adds a source, of this kind at first.
    void add(net::SourceKind kind = net::SourceKind::Prometheus);
    void select(const net::Source &source);
    [[nodiscard]] const CollectorModel::Row *current() const; ///< null when none is chosen
    /// For who offers more about the chosen source: shown in the tool bar and in the context menu.
    void addSourceAction(QAction *action);

Q_SIGNALS:
    void requested(const metriscope::ui::CollectorRequest &request);
    void settingsRequested(metriscope::net::SourceKind kind); ///< of a source that listens
    void chartsRequested(metriscope::net::Source *source);    ///< of what it tells about itself
    void currentChanged();                                    ///< another source, or another state of it
    void verifyRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QAction *makeAction(const char *icon, const QKeySequence &key, void (CollectorsPane::*slot)());
    void edit();
    void toggle();
    void pollNow();
    void remove();
    void undo();
    void chart();
    void showCurrent();
    void showDetails();
    void showRemoved();
    void updatePages();
    void retranslate();

    CollectorModel &m_model;
    QSortFilterProxyModel *m_sorted;
    DetailModel *m_details;
    QToolBar *m_bar;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QTableView *m_table, *m_detailTable;
    QSplitter *m_splitter;
    QWidget *m_notice;
    QLabel *m_noticeText, *m_hint;
    QToolButton *m_noticeUndo;
    QTimer *m_timer;
    QAction *m_add, *m_edit, *m_toggle, *m_pollNow, *m_remove, *m_undo, *m_chart;
    std::vector<net::PollConfig> m_removed; ///< what can be brought back, the last one behind
};

} // namespace metriscope::ui
