// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/receiverform.h"

#include "widgets/common/displaytext.h"

#include "netlayer/statsd/dialect.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace metriscope::ui
{

namespace
{

/// Addresses as written between commas, and the first piece that is none.
struct ReadAddresses {
    std::vector<net::Endpoint> endpoints;
    QString wrong;
};

[[nodiscard]] ReadAddresses readAddresses(const QString &text)
{
    ReadAddresses read;
    for (const QString &piece : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString trimmed = piece.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (const auto endpoint = net::Endpoint::fromText(trimmed.toStdString()))
            read.endpoints.push_back(*endpoint);
        else if (read.wrong.isEmpty())
            read.wrong = trimmed;
    }
    return read;
}

[[nodiscard]] bool isOpenToOthers(const net::Endpoint &endpoint)
{
    return endpoint.kind != net::Endpoint::Kind::Unix &&
           !QHostAddress(QString::fromStdString(endpoint.host)).isLoopback();
}

} // namespace

ReceiverForm::ReceiverForm(QWidget *parent)
    : SettingsPage(parent), m_enabled(new QCheckBox(this)), m_udp(new QCheckBox(this)),
      m_tcp(new QCheckBox(this)), m_monitor(new QCheckBox(this)), m_addresses(new QLineEdit(this)),
      m_dialect(new QComboBox(this)), m_buffer(new QSpinBox(this))
{
    auto *form = new QFormLayout(this);
    form->addRow(m_enabled);
    m_addressesLabel = addRow(*form, m_addresses);
    m_addressesHint = addHint(*form);
    m_reach = addHint(*form);
    auto *transports = new QHBoxLayout;
    transports->addWidget(m_udp);
    transports->addWidget(m_tcp);
    transports->addStretch();
    m_transportLabel = new QLabel(this);
    m_transportLabel->setTextFormat(Qt::PlainText);
    form->addRow(m_transportLabel, transports);
    m_dialectLabel = addRow(*form, m_dialect);
    m_dialectHint = addHint(*form);
    m_bufferLabel = addRow(*form, m_buffer);
    m_bufferHint = addHint(*form);
    form->addRow(m_monitor);
    m_monitorHint = addHint(*form);
    // The names of dialects are those of the command line in every language.
    for (const net::Dialect &dialect : net::dialects())
        m_dialect->addItem(
            QString::fromUtf8(dialect.name.data(), static_cast<qsizetype>(dialect.name.size())));
    m_udp->setText(QStringLiteral("UDP"));
    m_tcp->setText(QStringLiteral("TCP"));
    m_addresses->setMaxLength(4000);
    m_buffer->setRange(ReceiverSettings::MinBufferKiB, ReceiverSettings::MaxBufferKiB);
    m_buffer->setSingleStep(1024);
    m_buffer->setGroupSeparatorShown(true);
    connect(m_addresses, &QLineEdit::textChanged, this, &ReceiverForm::showReach);
    connect(m_addresses, &QLineEdit::textChanged, this, &SettingsPage::edited);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &SettingsPage::edited);
    connect(m_buffer, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    for (const QCheckBox *box : {m_enabled, m_udp, m_tcp, m_monitor})
        connect(box, &QCheckBox::toggled, this, &SettingsPage::edited);
    retranslate();
}

void ReceiverForm::setValue(const ReceiverSettings &value)
{
    m_given = value;
    m_enabled->setChecked(value.enabled);
    QStringList texts;
    for (const net::Endpoint &endpoint : value.config.endpoints)
        texts << QString::fromStdString(endpoint.text());
    m_addresses->setText(texts.join(QStringLiteral(", ")));
    m_udp->setChecked(value.config.udp);
    m_tcp->setChecked(value.config.tcp);
    const auto known = net::dialects();
    const auto found = std::ranges::find(known, value.config.dialect, &net::Dialect::name);
    m_dialect->setCurrentIndex(found == known.end() ? 0 : static_cast<int>(found - known.begin()));
    m_buffer->setValue(value.config.receiveBuffer / 1024);
    m_monitor->setChecked(value.monitor);
    showReach();
}

ReceiverSettings ReceiverForm::value() const
{
    ReceiverSettings value = m_given;
    value.enabled = m_enabled->isChecked();
    if (ReadAddresses read = readAddresses(m_addresses->text()); read.wrong.isEmpty())
        value.config.endpoints = std::move(read.endpoints);
    value.config.udp = m_udp->isChecked();
    value.config.tcp = m_tcp->isChecked();
    value.config.dialect = m_dialect->currentText().toStdString();
    value.config.receiveBuffer = m_buffer->value() * 1024;
    value.monitor = m_monitor->isChecked();
    return value;
}

QString ReceiverForm::title() const
{
    return tr("Receiver");
}

QString ReceiverForm::problem() const
{
    const ReadAddresses read = readAddresses(m_addresses->text());
    if (!read.wrong.isEmpty())
        return tr("“%1” is not an address with a port, such as 127.0.0.1:8125 or [::1]:8125, nor the path of "
                  "a "
                  "socket.")
            .arg(displayText(read.wrong, 60));
    if (read.endpoints.empty())
        return tr("Give at least one address to listen on.");
    const bool onlyUnix = std::ranges::all_of(
        read.endpoints, [](const net::Endpoint &e) { return e.kind == net::Endpoint::Kind::Unix; });
    if (!onlyUnix && !m_udp->isChecked() && !m_tcp->isChecked())
        return tr("Choose UDP, TCP or both.");
    return {};
}

void ReceiverForm::focusBuffer()
{
    m_buffer->setFocus(Qt::OtherFocusReason);
}

void ReceiverForm::showReach()
{
    const ReadAddresses read = readAddresses(m_addresses->text());
    const auto open = std::ranges::find_if(read.endpoints, &isOpenToOthers);
    m_reach->setVisible(open != read.endpoints.end());
    if (open != read.endpoints.end())
        m_reach->setText(tr("Other machines can reach %1: anybody there can send metrics.")
                             .arg(displayText(open->text(), 60)));
}

void ReceiverForm::retranslate()
{
    m_enabled->setText(tr("&Listen when Metriscope starts"));
    m_addressesLabel->setText(tr("Add&resses"));
    m_addresses->setAccessibleDescription(tr("Addresses to listen on, separated by commas"));
    m_addressesHint->setText(
        tr("Separated by commas: 127.0.0.1:8125, [::1]:8125, or the path of a unix datagram "
           "socket such as /run/user/1000/statsd.sock"));
    m_transportLabel->setText(tr("Protocols"));
    m_dialectLabel->setText(tr("&Dialect"));
    m_dialect->setAccessibleDescription(tr("Dialect"));
    m_dialectHint->setText(
        tr("“dogstatsd” takes whatever has one clear meaning. The others are as strict as the "
           "servers they are named after."));
    m_bufferLabel->setText(tr("Socket &buffer"));
    //: kibibytes, after a number in a field
    m_buffer->setSuffix(tr(" KiB"));
    m_bufferHint->setText(tr("Datagrams wait here until they are read. The system may grant less: see "
                             "net.core.rmem_max."));
    m_monitor->setText(tr("A&nswer “istats” at the port plus 10"));
    m_monitorHint->setText(tr("As a deviantART pystatsd does: its statsdmonitor.py can watch Metriscope."));
    showReach();
}

} // namespace metriscope::ui
