// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/collectors/collectorrequest.h"
#include "widgets/export/exporter.h"

#include "netlayer/checks/checkresult.h"
#include "netlayer/engine/tick.h"

#include <QStackedWidget>

#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace metriscope::net
{
struct PayloadItem;
class ContextBook;
class Registry;
struct ReplayConfig;
class SeriesStore;
class Source;
} // namespace metriscope::net

namespace metriscope::ui
{
class BoardsPane;
class CollectorModel;
class CollectorsPane;
class IssueModel;
class JournalModel;
class ContextsPane;
class JournalPane;
class MetricsPane;
class OverviewPane;
class PacketDesk;
class PacketsPane;
class TimeAxis;
} // namespace metriscope::ui

namespace metriscope::app
{

struct SettingsData;

/// The pages in the middle of the window and what they ask of each other. Each is made when it is first shown
/// or when the first tick comes, so that the first frame need not wait for all of them.
class Pages final : public QStackedWidget
{
    Q_OBJECT

public:
    enum Page { Overview, Metrics, Charts, Packets, Collectors, Contexts, Journal, Count };

    Pages(const net::Registry &registry, net::SeriesStore &store, ui::TimeAxis &axis,
          ui::JournalModel &journal, ui::IssueModel &issues, QWidget *parent = nullptr);
    ~Pages() override;

    void showPage(int page);
    void showRejected(); ///< the journal, at the rejected lines
    void openCapture(const QString &path);
    void focusPage(); ///< gives the keyboard to the first thing on the page that takes it
    /// What the packet inspector shows, whether or not its page was made.
    [[nodiscard]] ui::PacketDesk &packets() noexcept { return *m_desk; }
    /// The sources that the Collectors page shows, whether or not it was made.
    [[nodiscard]] ui::CollectorModel &collectors() noexcept { return *m_collectorModel; }
    void showSource(const net::Source &source); ///< on the Collectors page
    void ensureAll();
    void apply(const net::Tick &tick);
    void setApplicationFilter(int application); ///< -1 for all
    /// Where the receiver listens, for the commands that the pages offer; port 0: it does not.
    void setReceiver(const QString &host, quint16 port);
    /// What the Contexts page shows; without it the page stays empty. Outlives this.
    void setContextBook(net::ContextBook &book);
    void setContextsAddress(const QString &address); ///< where registrations are taken; empty: nowhere
    /// What can be exported of the page that is shown.
    void fillExportMenu(QMenu &menu);
    /// Takes what the pages keep between runs: how the metrics are arranged, the boards, how the packets are
    /// looked at, and how the last export was made. Before a page is made.
    void setKept(const SettingsData &data);
    void keepIn(SettingsData &data) const;
    /// Stable name of a page, for the settings.
    [[nodiscard]] static QString idOf(int page);
    [[nodiscard]] static int ofId(const QString &id); ///< the overview for an unknown one

Q_SIGNALS:
    void shown(int page); ///< however it came to be shown
    void demoWanted();
    void said(const QString &text); ///< worth a moment in the status bar
    void verifyWanted(std::optional<metriscope::net::CheckKind> kind);
    void contextsSettingsWanted();
    void timerUnitChosen(const metriscope::net::Application &application, metriscope::net::TimerUnit unit);
    void settingsWanted(metriscope::net::SourceKind kind); ///< of a source that listens
    void collectorRequested(const metriscope::ui::CollectorRequest &request);
    void replayWanted(const metriscope::net::ReplayConfig &config);
    void keptChanged();   ///< something of it, to be saved
    void boardsDamaged(); ///< not all of what was kept of the boards could be read
    void exported(const QString &file);
    void exportFailed(const QString &file, const QString &why);

private:
    void ensure(int page);
    void makeOverview(QWidget *holder);
    void makeMetrics(QWidget *holder);
    void makeBoards(QWidget *holder);
    void makePackets(QWidget *holder);
    void makeContexts(QWidget *holder);
    void makeCollectors(QWidget *holder);
    [[nodiscard]] const net::Source *monitor() const; ///< a pystatsd that answers
    void chartMonitor(const net::Source &source);
    void makeJournal(QWidget *holder);
    void showPackets(const std::vector<net::MetricId> &metrics, std::optional<net::Time> at);
    void showMetric(const net::PayloadItem &item);
    void showChart(const net::PayloadItem &item, net::Time wall);
    void noteResult(const ui::ExportResult &result);
    void showChartMenu(ui::LiveChart *chart, const QPoint &where);
    void addChartActions(QMenu &menu, ui::LiveChart *chart);
    void addCursorActions(QMenu &menu, net::Time at);

    const net::Registry &m_registry;
    net::SeriesStore &m_store;
    ui::TimeAxis &m_axis;
    ui::JournalModel &m_journalModel;
    ui::IssueModel &m_issueModel;
    ui::Exporter m_exporter;
    QByteArray m_metricsKept, m_boardsKept, m_packetsKept;
    QString m_host;
    quint16 m_port = 0;
    net::Millis m_tick{1000}; ///< how long the last one was
    ui::PacketDesk *m_desk;
    ui::CollectorModel *m_collectorModel;
    ui::OverviewPane *m_overview = nullptr;
    ui::MetricsPane *m_metrics = nullptr;
    ui::BoardsPane *m_boards = nullptr;
    ui::PacketsPane *m_packets = nullptr;
    ui::ContextsPane *m_contexts = nullptr;
    net::ContextBook *m_book = nullptr;
    QString m_contextsAddress;
    ui::CollectorsPane *m_collectors = nullptr;
    ui::JournalPane *m_journal = nullptr;
};

} // namespace metriscope::app
