// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/checkcard.h"
#include "widgets/wizard/wizardpage.h"

#include "netlayer/checks/checkrun.h"

#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace metriscope::ui
{

/// The checks as they run, one card each. They can be run again, and watched: then they are repeated until
/// all is in order, and turn green when a fault is mended.
class ChecklistPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit ChecklistPage(QWidget *parent = nullptr);
    ~ChecklistPage() override;

    void run(const net::CheckContext &context);
    void stop();
    [[nodiscard]] const net::CheckRun *checks() const noexcept { return m_run.get(); }
    [[nodiscard]] bool isComplete() const override;
    void cleanupPage() override;

protected:
    void retranslate() override;

private:
    void rebuildCards();
    void showEntry(int index);
    void showSummary();
    void finishRun();
    void setWatching(bool watching);
    [[nodiscard]] bool allInOrder() const;

    std::unique_ptr<net::CheckRun> m_run;
    std::vector<CheckCard *> m_cards;
    QProgressBar *m_progress;
    QLabel *m_summary;
    QScrollArea *m_area;
    QVBoxLayout *m_list;
    QPushButton *m_again, *m_stop, *m_watch;
    QTimer m_pause; ///< between two runs while watching
    bool m_everFinished = false;
};

} // namespace metriscope::ui
