// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/addresspage.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/forms/pollform.h"
#include "widgets/models/journaltext.h"
#include "widgets/wizard/addressfields.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr int MaxOffered = 100; ///< addresses in one list

std::optional<net::SourceKind> polledKind(net::CheckKind kind)
{
    switch (kind) {
    case net::CheckKind::Gstats:
        return net::SourceKind::Gstats;
    case net::CheckKind::Prometheus:
        return net::SourceKind::Prometheus;
    case net::CheckKind::Istats:
        return net::SourceKind::Istats;
    case net::CheckKind::M3:
    case net::CheckKind::Statsd:
    case net::CheckKind::Graphite:
        break;
    }
    return std::nullopt;
}

net::AddressRole polledRole(net::CheckKind kind)
{
    return kind == net::CheckKind::Gstats       ? net::AddressRole::Gstats
           : kind == net::CheckKind::Prometheus ? net::AddressRole::Prometheus
                                                : net::AddressRole::Istats;
}

} // namespace

AddressPage::AddressPage(const WizardHost &host, QWidget *parent)
    : WizardPage(parent), m_host(host), m_poll(new PollForm(this)), m_form(new QFormLayout),
      m_waitLabel(new QLabel(this)), m_waitHint(new QLabel(this)), m_problem(new QLabel(this)),
      m_detected(new QLabel(this)), m_wait(new QSpinBox(this)), m_detect(new QPushButton(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const AddressField &field : addressFields()) {
        auto *label = new QLabel(this);
        auto *edit = new QComboBox(this);
        edit->setEditable(true);
        edit->setInsertPolicy(QComboBox::NoInsert);
        edit->setMaxCount(MaxOffered);
        edit->lineEdit()->setPlaceholderText(QString::fromLatin1(field.usual));
        label->setBuddy(edit);
        m_form->addRow(label, edit);
        connect(edit, &QComboBox::editTextChanged, this, &AddressPage::check);
        m_rows.push_back({&field, label, edit});
    }
    m_wait->setRange(0, 300);
    m_wait->setValue(4); // a whole run then takes less than five seconds when all is well
    m_waitLabel->setBuddy(m_wait);
    m_form->addRow(m_waitLabel, m_wait);
    for (QLabel *label : {m_waitHint, m_problem, m_detected}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_waitHint->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(m_waitHint);

    auto *detection = new QHBoxLayout;
    detection->addWidget(m_detect);
    detection->addWidget(m_detected, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(detection);
    layout->addWidget(m_poll);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addStretch();
    m_poll->setKindFixed(true);
    m_poll->setAddressOptional(true);
    m_detect->setEnabled(static_cast<bool>(m_host.detect));
    connect(m_detect, &QPushButton::clicked, this, &AddressPage::detect);
    connect(m_poll, &SettingsPage::edited, this, &AddressPage::check);
    retranslate();
    showRows();
}

void AddressPage::setKind(net::CheckKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    m_found = -1;
    if (const auto polled = polledKind(kind)) {
        net::PollConfig config;
        config.kind = *polled;
        m_poll->setValue(config);
    }
    showRows();
    retranslate();
}

bool AddressPage::isShown(const Row &row) const
{
    return row.field->kind == m_kind;
}

void AddressPage::showRows()
{
    m_poll->setVisible(polledKind(m_kind).has_value());
    for (const Row &row : m_rows) {
        row.label->setVisible(isShown(row));
        row.edit->setVisible(isShown(row));
    }
    check();
}

net::CheckContext AddressPage::context() const
{
    net::CheckContext context;
    context.kind = m_kind;
    for (const Row &row : m_rows) {
        if (isShown(row))
            putAddress(context, row.field->role, row.edit->currentText().trimmed());
    }
    if (polledKind(m_kind))
        putAddress(context, polledRole(m_kind),
                   m_kind == net::CheckKind::Prometheus ? pollConfig()->address : m_poll->value().address);
    context.contextsNamed = !context.contexts.isEmpty();
    context.gstatsNamed = !context.gstats.isEmpty();
    context.wait = std::chrono::seconds{m_wait->value()};
    context.console = m_host.console;
    if (m_host.wire)
        context.wire = m_host.wire();
    return context;
}

std::optional<net::PollConfig> AddressPage::pollConfig() const
{
    if (!polledKind(m_kind))
        return std::nullopt;
    net::PollConfig config = m_poll->value();
    if (config.address.isEmpty())
        config.address = pollAddressExample(config.kind);
    return config;
}

QString AddressPage::secret() const
{
    return m_poll->secret();
}

QString AddressPage::problem() const
{
    for (const Row &row : m_rows) {
        const QString value = row.edit->currentText().trimmed();
        if (!isShown(row) || isWellFormed(row.field->form, value))
            continue;
        switch (row.field->form) {
        case AddressField::Form::Endpoint:
            return tr("“%1” is not an address with a port, such as 127.0.0.1:8125.").arg(displayText(value));
        case AddressField::Form::Url:
            return tr("“%1” is not an address such as http://127.0.0.1:1942/register.")
                .arg(displayText(value));
        case AddressField::Form::ZmqEndpoint:
            return tr("“%1” is not a ZeroMQ address such as tcp://127.0.0.1:2345.").arg(displayText(value));
        case AddressField::Form::Text:
            break;
        }
    }
    return polledKind(m_kind) ? m_poll->problem() : QString();
}

bool AddressPage::isComplete() const
{
    return problem().isEmpty();
}

void AddressPage::check()
{
    const QString words = problem();
    m_problem->setText(words.isEmpty() ? QString() : severityGlyph(Severity::Error) + u' ' + words);
    m_problem->setVisible(!words.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, severityColour(Severity::Error, palette()));
    m_problem->setPalette(colours);
    Q_EMIT completeChanged();
}

void AddressPage::detect()
{
    m_found = 0;
    for (const net::DetectedAddress &found : m_host.detect())
        offer(found);
    retranslate();
    check();
}

/// The first find fills an empty field, the others stand in its list.
void AddressPage::offer(const net::DetectedAddress &found)
{
    if (polledKind(m_kind) && found.role == polledRole(m_kind)) {
        ++m_found;
        net::PollConfig config = m_poll->value();
        if (config.address.isEmpty()) {
            config.address = QString::fromStdString(found.address);
            m_poll->setValue(config);
        }
        return;
    }
    for (const Row &row : m_rows) {
        if (!isShown(row) || row.field->role != found.role)
            continue;
        ++m_found;
        const QString address = QString::fromStdString(found.address);
        if (row.edit->findText(address) < 0) {
            const QString typed = row.edit->currentText();
            row.edit->addItem(address);
            row.edit->setCurrentText(typed.isEmpty() ? address : typed);
            row.edit->setItemData(row.edit->count() - 1, displayText(found.owner), Qt::ToolTipRole);
        }
        return;
    }
}

void AddressPage::retranslate()
{
    setTitle(tr("Addresses"));
    setSubTitle(tr("Enter what the application is told to use. What is left empty is checked at its usual "
                   "address."));
    for (const Row &row : m_rows) {
        const QString label = QCoreApplication::translate("AddressPage", row.field->label);
        row.label->setText(label);
        row.edit->setAccessibleName(QString(label).remove(u'&'));
        row.edit->setAccessibleDescription(row.edit->lineEdit()->placeholderText());
    }
    m_detect->setText(tr("&Detect"));
    m_detect->setToolTip(tr("Looks at what listens on this machine and at the environment of its programs"));
    if (m_found < 0)
        m_detected->setText(tr("Finds addresses in use on this machine."));
    else
        m_detected->setText(m_found == 0 ? tr("Nothing of this kind was found on this machine.")
                                         : tr("%n address(es) found.", nullptr, m_found));
    m_waitLabel->setText(tr("Wait for traff&ic"));
    m_wait->setSuffix(tr(" s"));
    m_waitHint->setText(tr("Click through your application while the checks wait: some faults show only in "
                           "what it sends. 0 checks only what can be known at once."));
    check();
}

} // namespace metriscope::ui
