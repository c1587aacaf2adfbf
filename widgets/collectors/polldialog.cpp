// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/collectors/polldialog.h"

#include "widgets/forms/pollform.h"
#include "widgets/models/journaltext.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace metriscope::ui
{

PollDialog::PollDialog(Purpose purpose, const net::PollConfig &config, QWidget *parent)
    : QDialog(parent), m_purpose(purpose), m_form(new PollForm(this)), m_problem(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("polldialog"));
    m_form->setValue(config);
    m_form->setKindFixed(purpose == Purpose::Edit);
    m_form->setSecretKept(purpose == Purpose::Edit && config.login != net::PollConfig::Login::None);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    connect(m_form, &SettingsPage::edited, this, &PollDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, 420);
    retranslate();
    m_form->focusAddress();
}

net::PollConfig PollDialog::value() const
{
    return m_form->value();
}

QString PollDialog::secret() const
{
    return m_form->secret();
}

void PollDialog::check()
{
    const QString problem = m_form->problem();
    m_problem->setText(problem.isEmpty() ? QString()
                                         : severityGlyph(Severity::Warning) + QLatin1Char(' ') + problem);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, severityColour(Severity::Warning, palette()));
    m_problem->setPalette(colours);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

bool PollDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    // The height for this width would do if the form gave each hint its own share of it.
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), std::max(height(), layout()->totalSizeHint().height()));
    return done;
}

void PollDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PollDialog::retranslate()
{
    setWindowTitle(m_purpose == Purpose::Add ? tr("Add a source to poll") : tr("Edit a source"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(m_purpose == Purpose::Add ? tr("Add") : tr("OK"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    check();
}

} // namespace metriscope::ui
