// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/collectorform.h"

#include "widgets/common/displaytext.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace metriscope::ui
{

namespace
{

using Counting = net::RequestBook::Counting;
constexpr int MaxAddress = 200;

[[nodiscard]] std::optional<net::Endpoint> read(const QLineEdit &field)
{
    return net::zmqEndpoint(field.text().trimmed().toStdString());
}

[[nodiscard]] bool isOpenToOthers(const std::optional<net::Endpoint> &endpoint)
{
    return endpoint && !QHostAddress(QString::fromStdString(endpoint->host)).isLoopback();
}

} // namespace

CollectorForm::CollectorForm(QWidget *parent)
    : SettingsPage(parent), m_enabled(new QCheckBox(this)), m_quitAllowed(new QCheckBox(this)),
      m_original(new QCheckBox(this)), m_push(new QLineEdit(this)), m_control(new QLineEdit(this))
{
    auto *form = new QFormLayout(this);
    form->addRow(m_enabled);
    m_pushLabel = addRow(*form, m_push);
    m_pushHint = addHint(*form);
    m_controlLabel = addRow(*form, m_control);
    m_controlHint = addHint(*form);
    m_reach = addHint(*form);
    form->addRow(m_quitAllowed);
    m_quitHint = addHint(*form);
    form->addRow(m_original);
    m_originalHint = addHint(*form);
    for (QLineEdit *field : {m_push, m_control}) {
        field->setMaxLength(MaxAddress);
        connect(field, &QLineEdit::textChanged, this, &CollectorForm::showReach);
        connect(field, &QLineEdit::textChanged, this, &SettingsPage::edited);
    }
    for (const QCheckBox *box : {m_enabled, m_quitAllowed, m_original})
        connect(box, &QCheckBox::toggled, this, &SettingsPage::edited);
    retranslate();
}

void CollectorForm::setValue(const CollectorSettings &value)
{
    m_given = value;
    m_enabled->setChecked(value.enabled);
    m_push->setText(QString::fromStdString(net::zmqAddress(value.config.push)));
    m_control->setText(QString::fromStdString(net::zmqAddress(value.config.control)));
    m_quitAllowed->setChecked(value.config.quitAllowed);
    m_original->setChecked(value.config.counting == Counting::Original);
}

CollectorSettings CollectorForm::value() const
{
    CollectorSettings value = m_given;
    value.enabled = m_enabled->isChecked();
    value.config.push = read(*m_push).value_or(value.config.push);
    value.config.control = read(*m_control).value_or(value.config.control);
    value.config.quitAllowed = m_quitAllowed->isChecked();
    value.config.counting = m_original->isChecked() ? Counting::Original : Counting::Sensible;
    return value;
}

QString CollectorForm::title() const
{
    //: a program that gathers requests of applications: a page of settings
    return tr("gstats collector");
}

QString CollectorForm::problem() const
{
    for (const QLineEdit *field : {m_push, m_control}) {
        if (!read(*field))
            return tr("“%1” is not an address with a port, such as tcp://127.0.0.1:2345.")
                .arg(displayText(field->text(), 60));
    }
    const auto push = read(*m_push);
    if (push == read(*m_control) && push->port != 0)
        return tr("The two addresses must differ.");
    return {};
}

void CollectorForm::showReach()
{
    const std::array fields{m_push, m_control};
    const auto open =
        std::ranges::find_if(fields, [](const QLineEdit *field) { return isOpenToOthers(read(*field)); });
    m_reach->setVisible(open != fields.end());
    if (open != fields.end())
        m_reach->setText(tr("Other machines can reach %1: anybody there can push requests or forget them.")
                             .arg(displayText((*open)->text().trimmed(), 60)));
}

void CollectorForm::retranslate()
{
    m_enabled->setText(tr("&Collect when Metriscope starts"));
    m_pushLabel->setText(tr("Applications &push to"));
    m_pushHint->setText(
        tr("The address in the hooks of gunicorn.conf.py. A gstats-collectd has it, too: only "
           "one of the two can run."));
    m_controlLabel->setText(tr("A&nswers on"));
    m_controlHint->setText(tr("Where gstatsctl, the munin plug-ins and the status page ask."));
    m_quitAllowed->setText(tr("gstatsctl &quit may stop the collector"));
    m_quitHint->setText(tr("Otherwise QUIT is answered with ERROR and nothing ends."));
    m_original->setText(tr("C&ount as gstats-collectd does"));
    m_originalHint->setText(
        tr("For it a request that took less than a millisecond is one more that started, and never ends. "
           "Only for comparing figures with it."));
    showReach();
}

} // namespace metriscope::ui
