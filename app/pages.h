// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/tick.h"

#include <QPointer>
#include <QStackedWidget>

class QMenu;

namespace metriscope::net
{
class Registry;
class SeriesStore;
} // namespace metriscope::net

namespace metriscope::ui
{
class IssueModel;
class JournalModel;
class JournalPane;
class MetricsPane;
class OverviewPane;
class TimeAxis;
} // namespace metriscope::ui

namespace metriscope::app
{

/// The pages in the middle of the window and what they ask of each other. Each is made when it is first shown
/// or when the first tick comes, so that the first frame need not wait for all of them.
class Pages final : public QStackedWidget
{
    Q_OBJECT

public:
    enum Page { Overview, Metrics, Charts, Journal, Count };

    Pages(const net::Registry &registry, net::SeriesStore &store, ui::TimeAxis &axis,
          ui::JournalModel &journal, ui::IssueModel &issues, QWidget *parent = nullptr);
    ~Pages() override;

    void showPage(int page);
    void showRejected(); ///< the journal, at the rejected lines
    void ensureAll();
    void apply(const net::Tick &tick);
    void setApplicationFilter(int application); ///< -1 for all
    /// Where the receiver listens, for the commands that the pages offer; port 0: it does not.
    void setReceiver(const QString &host, quint16 port);
    /// What can be exported of the page that is shown.
    void fillExportMenu(QMenu &menu);
    /// Stable name of a page, for the settings.
    [[nodiscard]] static QString idOf(int page);
    [[nodiscard]] static int ofId(const QString &id); ///< the overview for an unknown one

Q_SIGNALS:
    void shown(int page); ///< however it came to be shown
    void demoWanted();
    void exported(const QString &file);
    void exportFailed(const QString &file, const QString &why);

private:
    void ensure(int page);
    void makeOverview(QWidget *holder);
    void makeMetrics(QWidget *holder);
    void makeJournal(QWidget *holder);

    const net::Registry &m_registry;
    net::SeriesStore &m_store;
    ui::TimeAxis &m_axis;
    ui::JournalModel &m_journalModel;
    ui::IssueModel &m_issueModel;
    QString m_host;
    quint16 m_port = 0;
    ui::OverviewPane *m_overview = nullptr;
    ui::MetricsPane *m_metrics = nullptr;
    ui::JournalPane *m_journal = nullptr;
};

} // namespace metriscope::app
