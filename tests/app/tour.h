// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/stage.h"

#include "app/helpdialogs.h"
#include "app/pages.h"
#include "app/settingsdialog.h"
#include "netlayer/checks/checkrun.h"
#include "netlayer/istats/monitorclient.h"
#include "netlayer/statsd/receiver.h"
#include "widgets/collectors/polldialog.h"
#include "widgets/contexts/pasteurlsdialog.h"
#include "widgets/explain/explaindialog.h"
#include "widgets/export/exportdialog.h"
#include "widgets/packets/followdialog.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetdesk.h"
#include "widgets/packets/packetspane.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/replaydialog.h"
#include "widgets/wizard/checklistpage.h"
#include "widgets/wizard/connectivitywizard.h"

#include <QApplication>
#include <QDialog>
#include <QSpinBox>
#include <QTest>

#include <functional>

/// Shows every page of the window and every dialog, at the smallest size we promise and with something in
/// them, one after the other.
class Tour
{
public:
    /// `where` names the place, for messages.
    using Look = std::function<void(QWidget &root, const QString &where)>;

    Tour(const QString &settingsFile, const QString &language, Look look)
        : m_stage(settingsFile, language), m_look(std::move(look))
    {
    }

    void go()
    {
        pages();
        settings();
        help();
        packets();
        polling();
        wizard();
    }

private:
    /// A change of words asks for a layout, and that for another one.
    void look(QWidget &root, const QString &where)
    {
        root.show();
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        m_look(root, where);
    }

    [[nodiscard]] static metriscope::net::PollConfig polled()
    {
        metriscope::net::PollConfig config;
        config.id = QStringLiteral("one");
        config.kind = metriscope::net::SourceKind::Istats;
        config.address = QStringLiteral("http://127.0.0.1:8135");
        return config;
    }
    /// A datagram as the tap hands it out.
    [[nodiscard]] static metriscope::net::Packet datagram(const char *lines)
    {
        using namespace metriscope::net;
        Packet packet;
        packet.time = 1'700'000'000'000'000'000;
        packet.protocol = PacketProtocol::Udp;
        packet.source.family = packet.destination.family = PacketAddress::Family::Inet;
        packet.source.bytes = packet.destination.bytes = {127, 0, 0, 1};
        packet.source.port = 40'000;
        packet.destination.port = 8125;
        packet.bytes.assign(lines, lines + qstrlen(lines));
        packet.originalLength = static_cast<std::uint32_t>(packet.bytes.size());
        return packet;
    }

    void pages()
    {
        using metriscope::app::Pages;
        m_stage.window.resize(1280, 720);
        m_stage.window.show();
        for (int page = 0; page < Pages::Count; ++page) { // with nothing in them yet
            m_stage.window.showPage(page);
            look(m_stage.window, Pages::idOf(page) + QStringLiteral(", empty"));
        }
        m_stage.window.addSource(m_receiver);
        m_stage.window.addSource(m_client, metriscope::ui::CollectorModel::Origin::Kept, polled());
        m_stage.window.packets().add({datagram("shop.requests:1|c\nshop.requests:1,5|c")});
        m_stage.tick(0, 1'000'000, 3);
        m_stage.window.setDemoRunning(true);
        for (int page = 0; page < Pages::Count; ++page) {
            m_stage.window.showPage(page);
            for (auto *table : m_stage.window.findChildren<QAbstractItemView *>())
                if (table->isVisible() && table->model() != nullptr && table->model()->rowCount() > 0)
                    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
            m_stage.window.showPage(page); // whatever the choice in the list of sources led to
            look(m_stage.window, Pages::idOf(page));
        }
    }

    void settings()
    {
        using metriscope::app::SettingsDialog;
        SettingsDialog dialog(m_stage.registry, m_stage.settings.data(), m_stage.settings.data());
        dialog.show();
        for (int page = 0; page <= SettingsDialog::AppearancePage; ++page) {
            dialog.showPage(static_cast<SettingsDialog::Page>(page));
            look(dialog, QStringLiteral("settings %1").arg(page));
        }
    }

    void help()
    {
        using namespace metriscope::app;
        std::vector<QAction *> actions;
        for (QAction *action : m_stage.window.findChildren<QAction *>())
            if (!action->shortcut().isEmpty())
                actions.push_back(action);
        for (QDialog *dialog : {showAbout(&m_stage.window), showShortcuts(&m_stage.window, actions),
                                showManual(&m_stage.window, QStringLiteral("127.0.0.1:8125"))}) {
            look(*dialog, QStringLiteral("help"));
            delete dialog;
        }
    }

    void packets()
    {
        using namespace metriscope;
        ui::PacketDesk desk;
        desk.add({datagram("shop.requests:1|c"), datagram("shop.requests:1,5|c")});
        ui::PacketsPane pane(desk);
        pane.resize(1000, 600);
        pane.note().tell([] { return QStringLiteral("…"); }, QStringLiteral("sudo true"));
        look(pane, QStringLiteral("packets with a note"));
        QTRY_COMPARE(desk.ring().size(), std::size_t{2});
        ui::FollowDialog follow(desk, desk.ring().first());
        look(follow, QStringLiteral("conversation"));
        ui::ExplainDialog explain;
        explain.setLines("shop.requests:1|c\nshop.requests:1,5|c\nshop.requests:1|c\\n");
        look(explain, QStringLiteral("explain"));
        explain.setLines("# TYPE shop_requests counter\nshop_requests_total 1\nshop_seconds 1,5\n");
        look(explain, QStringLiteral("explain metrics"));
        net::ReplayConfig capture;
        capture.path = QStringLiteral("/var/tmp/a/folder/with/a/long/name/and/a/capture-of-today.pcapng");
        ui::ReplayDialog replay(capture);
        look(replay, QStringLiteral("replay"));
        ui::ExportDialog exporting{ui::ExportChoice()};
        look(exporting, QStringLiteral("export"));
        ui::PasteUrlsDialog paste;
        look(paste, QStringLiteral("paste URLs"));
    }

    void polling()
    {
        using namespace metriscope;
        for (const auto kind : {net::SourceKind::Gstats, net::SourceKind::GstatsHttp,
                                net::SourceKind::Prometheus, net::SourceKind::Istats})
            for (const auto login : {net::PollConfig::Login::None, net::PollConfig::Login::Basic,
                                     net::PollConfig::Login::Bearer})
                for (const auto purpose : {ui::PollDialog::Purpose::Add, ui::PollDialog::Purpose::Edit}) {
                    if (kind != net::SourceKind::Prometheus && login != net::PollConfig::Login::None)
                        continue;
                    net::PollConfig config;
                    config.kind = kind;
                    config.login = login;
                    ui::PollDialog dialog(purpose, config);
                    look(dialog, QStringLiteral("poll %1").arg(int(kind)));
                }
    }

    /// The checks begin and are broken off: what they find is not what is looked at here.
    void wizard()
    {
        using namespace metriscope;
        for (int kind = 0; kind < net::CheckKindCount; ++kind) {
            ui::ConnectivityWizard wizard({});
            wizard.setKind(static_cast<net::CheckKind>(kind));
            wizard.show();
            for (const int page : {ui::ConnectivityWizard::Kind, ui::ConnectivityWizard::Addresses,
                                   ui::ConnectivityWizard::Checks, ui::ConnectivityWizard::Results}) {
                QCOMPARE(wizard.currentId(), page);
                if (page == ui::ConnectivityWizard::Addresses)
                    for (auto *wait : wizard.findChildren<QSpinBox *>())
                        wait->setValue(wait->minimum());
                if (page == ui::ConnectivityWizard::Checks) {
                    auto *list = wizard.findChild<ui::ChecklistPage *>();
                    list->stop();
                    QTRY_VERIFY(list->isComplete());
                }
                look(wizard, QStringLiteral("wizard %1, page %2").arg(kind).arg(page));
                wizard.next();
            }
        }
    }

    metriscope::net::Receiver m_receiver{metriscope::net::ReceiverConfig()};
    Stage m_stage;
    Look m_look;
    metriscope::net::MonitorClient m_client{polled(), 0, m_stage.netThread};
};
