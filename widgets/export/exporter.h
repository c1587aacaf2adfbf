// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartpage.h"
#include "widgets/export/exportchoice.h"
#include "widgets/export/exportfile.h"

#include "netlayer/series/registry.h"
#include "netlayer/series/seriesstore.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

class QMenu;
class QProgressDialog;
class QWidget;

namespace metriscope::ui
{

/// Exports pages and charts on behalf of a window: asks what and where, works on a thread of its own with
/// progress and cancel, says how it ended. One export at a time. GUI thread.
class Exporter final : public QObject
{
    Q_OBJECT

public:
    using PageSource = std::function<ChartPage()>;

    /// `window` is the parent of the dialogs.
    Exporter(const net::SeriesStore &store, const net::Registry *registry, QWidget *window);
    ~Exporter() override;

    /// The choice of the last time, from the settings; choiceChanged() says when to keep it.
    void setChoice(const ExportChoice &choice) { m_choice = choice; }
    [[nodiscard]] const ExportChoice &choice() const noexcept { return m_choice; }

    /// Fills a menu, for the tool bar or a context menu, with the ways to export what `page` gives when one
    /// is chosen.
    void addActions(QMenu &menu, const PageSource &page);
    void copyImage(const ChartPage &page);
    /// Asks for format, size and so on, then for the file.
    void ask(const ChartPage &page, ExportFormat format);
    /// At once, to this file.
    void start(const ChartPage &page, const ExportChoice &choice, const QString &path);
    /// Any other work that writes a file, on the same terms.
    using Work = std::function<ExportResult(std::stop_token stop, ExportProgress &progress)>;
    void start(Work work);
    [[nodiscard]] bool isRunning() const noexcept { return m_thread.joinable(); }

Q_SIGNALS:
    void choiceChanged(const metriscope::ui::ExportChoice &choice);
    void finished(const metriscope::ui::ExportResult &result);

private:
    void run(std::function<ExportResult(std::stop_token)> work);
    void done(const ExportResult &result);

    const net::SeriesStore &m_store;
    const net::Registry *m_registry;
    QPointer<QWidget> m_window;
    ExportChoice m_choice;
    std::shared_ptr<ExportProgress> m_progress;
    std::unique_ptr<QProgressDialog> m_dialog;
    QTimer m_progressTimer;
    std::jthread m_thread;
};

} // namespace metriscope::ui
