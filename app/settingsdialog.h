// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settingsdata.h"

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace metriscope::net
{
class Registry;
}

namespace metriscope::ui
{
class CollectorForm;
class ContextsForm;
class HistoryForm;
class PacketsForm;
class ReceiverForm;
class SettingsPage;
class SignalsForm;
} // namespace metriscope::ui

namespace metriscope::app
{

class AppearanceForm;

/// All settings, page by page. Says at once what is wrong with what was typed and what a change will cost.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    enum Page {
        ReceiverPage,
        ContextsPage,
        CollectorPage,
        HistoryPage,
        PacketsPage,
        SignalsPage,
        AppearancePage
    };

    /// `inForce` are the settings that the engine was made with: what differs needs a new start.
    SettingsDialog(const net::Registry &registry, const SettingsData &data, const SettingsData &inForce,
                   QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void showPage(Page page);
    void focusBuffer(); ///< the receiver's page, at the size of its socket buffer

Q_SIGNALS:
    void applied(const metriscope::app::SettingsData &data);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPage(ui::SettingsPage *page);
    void load(const SettingsData &data);
    [[nodiscard]] SettingsData gathered() const;
    void check();
    void apply();
    void retranslate();
    [[nodiscard]] QString consequence(const SettingsData &now) const;

    SettingsData m_data;
    const SettingsData m_inForce;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QLabel *m_problem, *m_consequence;
    QDialogButtonBox *m_buttons;
    std::vector<ui::SettingsPage *> m_pages;
    ui::ReceiverForm *m_receiver;
    ui::ContextsForm *m_contexts;
    ui::CollectorForm *m_collector;
    ui::HistoryForm *m_history;
    ui::PacketsForm *m_packets;
    ui::SignalsForm *m_signals;
    AppearanceForm *m_appearance;
    bool m_loading = false;
};

} // namespace metriscope::app
