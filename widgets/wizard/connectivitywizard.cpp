// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/connectivitywizard.h"

#include "widgets/wizard/addresspage.h"
#include "widgets/wizard/checklistpage.h"
#include "widgets/wizard/kindpage.h"
#include "widgets/wizard/resultpage.h"

#include <QEvent>

#include <utility>

namespace metriscope::ui
{

ConnectivityWizard::ConnectivityWizard(WizardHost host, QWidget *parent)
    : QWizard(parent), m_host(std::move(host)), m_kind(new KindPage(this)),
      m_addresses(new AddressPage(m_host, this)), m_checks(new ChecklistPage(this)),
      m_results(new ResultPage(this))
{
    setObjectName(QStringLiteral("wizard"));
    setWizardStyle(QWizard::ModernStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    setPage(Kind, m_kind);
    setPage(Addresses, m_addresses);
    setPage(Checks, m_checks);
    setPage(Results, m_results);
    connect(this, &QWizard::currentIdChanged, this, &ConnectivityWizard::enter);
    connect(this, &QDialog::finished, m_checks, &ChecklistPage::stop);
    connect(m_results, &ResultPage::addRequested, this, [this] {
        if (const auto config = m_addresses->pollConfig()) {
            Q_EMIT addRequested(*config, m_addresses->secret());
            m_results->setAdded(true);
        }
    });
    retranslate();
    resize(760, 600);
}

ConnectivityWizard::~ConnectivityWizard() = default;

void ConnectivityWizard::setKind(net::CheckKind kind)
{
    m_kind->setKind(kind);
}

void ConnectivityWizard::enter(int page)
{
    const bool forward = page > m_last;
    m_last = page;
    switch (page) {
    case Addresses:
        m_addresses->setKind(m_kind->kind());
        break;
    case Checks:
        if (forward)
            m_checks->run(m_addresses->context());
        break;
    case Results:
        m_results->setResult(m_checks->checks()->context(), m_checks->checks()->entries(),
                             m_addresses->pollConfig().has_value());
        break;
    default:
        break;
    }
}

void ConnectivityWizard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWizard::changeEvent(event);
}

void ConnectivityWizard::retranslate()
{
    setWindowTitle(tr("Verify the connection"));
    setButtonText(QWizard::BackButton, tr("&Back"));
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    setButtonText(QWizard::FinishButton, tr("&Finish"));
}

} // namespace metriscope::ui
