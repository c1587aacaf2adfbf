// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/gstatsactions.h"

#include "widgets/collectors/collectorspane.h"
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include "netlayer/gstats/collector.h"
#include "netlayer/gstats/gstatsclient.h"

#include <QAction>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace metriscope::ui
{

using net::GstatsCommand;

GstatsActions::GstatsActions(CollectorsPane &pane)
    : QObject(&pane), m_pane(pane), m_reset(new QAction(&pane)), m_quit(new QAction(&pane))
{
    connect(m_reset, &QAction::triggered, this, [this] { ask(GstatsCommand::Reset); });
    connect(m_quit, &QAction::triggered, this, [this] { ask(GstatsCommand::Quit); });
    connect(&pane, &CollectorsPane::currentChanged, this, &GstatsActions::update);
    pane.addSourceAction(m_reset);
    pane.addSourceAction(m_quit);
    pane.installEventFilter(this);
    retranslate();
    update();
}

bool GstatsActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void GstatsActions::update()
{
    const CollectorModel::Row *row = m_pane.current();
    const auto kind = row != nullptr ? net::kindOf(row->id) : net::SourceKind::Statsd;
    const bool ours = kind == net::SourceKind::GstatsCollector;
    const bool known = ours || kind == net::SourceKind::Gstats;
    for (QAction *action : {m_reset, m_quit}) {
        action->setVisible(known);
        action->setEnabled(known && row->state == net::Source::State::Running);
    }
}

void GstatsActions::ask(GstatsCommand command)
{
    const CollectorModel::Row *row = m_pane.current();
    if (row == nullptr)
        return;
    const bool ours = net::kindOf(row->id) == net::SourceKind::GstatsCollector;
    const bool reset = command == GstatsCommand::Reset;
    auto *box = new QMessageBox(&m_pane);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    const QString address = displayText(row->source->address(), 80);
    if (reset) {
        box->setWindowTitle(tr("Reset"));
        //: %1 is an address
        box->setText(tr("Shall the collector at %1 forget what it counted?").arg(address));
        box->setInformativeText(
            tr("All its counters and times are gone, of every application and for everybody who asks it, "
               "munin included. What Metriscope has drawn stays."));
    } else {
        box->setWindowTitle(tr("Quit"));
        //: %1 is an address
        box->setText(ours ? tr("Shall Metriscope stop collecting at %1?").arg(address)
                          : tr("Shall the collector at %1 end?").arg(address));
        box->setInformativeText(
            (ours ? QString() : tr("Its process ends and Metriscope cannot start it again.") + u' ') +
            tr("Applications keep in memory what they push until a collector runs again, and lose it when "
               "they end before that."));
    }
    QPushButton *yes = box->addButton(reset  ? tr("Forget")
                                      : ours ? tr("Stop collecting")
                                             : tr("End it"),
                                      QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, command, yes, source = QPointer<net::Source>(row->source)](QAbstractButton *clicked) {
                if (clicked == yes && source != nullptr)
                    carryOut(command, *source);
            });
    box->open();
}

void GstatsActions::carryOut(GstatsCommand command, net::Source &source)
{
    if (auto *collector = qobject_cast<net::Collector *>(&source)) {
        if (command == GstatsCommand::Reset)
            collector->reset();
        else
            collector->stop();
    } else if (auto *client = qobject_cast<net::GstatsClient *>(&source)) {
        connect(client, &net::GstatsClient::commandDone, this, &GstatsActions::said, Qt::UniqueConnection);
        client->command(command);
    }
}

void GstatsActions::said(GstatsCommand, net::SourceError error, const QString &detail)
{
    if (error == net::SourceError::None)
        return; // the next poll shows it
    const auto *client = qobject_cast<const net::GstatsClient *>(sender());
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("The collector did not do it"),
                        sourceErrorText(error, client != nullptr ? client->address() : QString(), detail),
                        QMessageBox::Ok, &m_pane);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void GstatsActions::retranslate()
{
    m_reset->setText(tr("Re&set…"));
    m_reset->setToolTip(tr("Let the collector forget what it counted"));
    m_quit->setText(tr("&Quit…"));
    m_quit->setToolTip(tr("Let the collector end"));
}

} // namespace metriscope::ui
