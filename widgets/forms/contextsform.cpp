// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/contextsform.h"

#include "widgets/common/displaytext.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>

namespace metriscope::ui
{

namespace
{

[[nodiscard]] std::optional<net::Endpoint> read(const QString &text)
{
    const auto endpoint = net::Endpoint::fromText(text.trimmed().toStdString());
    return endpoint && endpoint->kind != net::Endpoint::Kind::Unix ? endpoint : std::nullopt;
}

} // namespace

ContextsForm::ContextsForm(QWidget *parent)
    : SettingsPage(parent), m_enabled(new QCheckBox(this)), m_address(new QLineEdit(this))
{
    auto *form = new QFormLayout(this);
    form->addRow(m_enabled);
    m_addressLabel = addRow(*form, m_address);
    m_reach = addHint(*form);
    m_hint = addHint(*form);
    m_address->setMaxLength(200);
    connect(m_enabled, &QCheckBox::toggled, this, &SettingsPage::edited);
    connect(m_address, &QLineEdit::textChanged, this, &ContextsForm::showHints);
    connect(m_address, &QLineEdit::textChanged, this, &SettingsPage::edited);
    retranslate();
}

void ContextsForm::setValue(const ContextSettings &value)
{
    m_given = value;
    m_enabled->setChecked(value.enabled);
    const auto &endpoints = value.config.endpoints;
    m_address->setText(endpoints.empty() ? QString() : QString::fromStdString(endpoints.front().text()));
}

ContextSettings ContextsForm::value() const
{
    ContextSettings value = m_given;
    value.enabled = m_enabled->isChecked();
    if (const auto endpoint = read(m_address->text()))
        value.config.endpoints = {*endpoint};
    return value;
}

QString ContextsForm::title() const
{
    return tr("Contexts");
}

QString ContextsForm::problem() const
{
    if (read(m_address->text()))
        return {};
    return tr("“%1” is not an address with a port, such as 127.0.0.1:1942 or [::1]:1942.")
        .arg(displayText(m_address->text(), 60));
}

void ContextsForm::showHints()
{
    const auto endpoint = read(m_address->text());
    const QString address = displayText(m_address->text().trimmed(), 60);
    const bool open = endpoint && !QHostAddress(QString::fromStdString(endpoint->host)).isLoopback();
    m_reach->setVisible(open);
    m_reach->setText(tr("Other machines can reach %1: anybody there can register URLs.").arg(address));
    //: %1 is an address with a port
    m_hint->setText(tr("m3 applications send their controllers and URLs once, when they start, to "
                       "http://%1/register. With them the names of metrics become readable.")
                        .arg(address));
}

void ContextsForm::retranslate()
{
    m_enabled->setText(tr("&Take registrations when Metriscope starts"));
    m_addressLabel->setText(tr("Add&ress"));
    m_address->setAccessibleDescription(tr("Address on which applications register"));
    showHints();
}

} // namespace metriscope::ui
