// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardpage.h"

#include "netlayer/checks/checkrun.h"

#include <vector>

class QLabel;
class QPushButton;
class QTabWidget;

namespace metriscope::ui
{

/// What the reader takes along: the settings for the application, the report, and the source for the console.
class ResultPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit ResultPage(QWidget *parent = nullptr);

    /// `canAdd`: there is a source that the console could poll.
    void setResult(const net::CheckContext &context, const std::vector<net::CheckEntry> &entries,
                   bool canAdd);
    void setAdded(bool added); ///< the console has the source now

Q_SIGNALS:
    void addRequested();

protected:
    void retranslate() override;

private:
    void showSettings();
    void copySettings();
    void saveSettings();
    void saveReport();
    void save(const QString &file, const QByteArray &bytes);

    net::CheckContext m_context;
    std::vector<net::CheckEntry> m_entries;
    QTabWidget *m_files;
    QPushButton *m_copy, *m_save, *m_copyReport, *m_saveReport, *m_add;
    QLabel *m_reportTitle, *m_message;
    bool m_canAdd = false, m_added = false;
};

} // namespace metriscope::ui
