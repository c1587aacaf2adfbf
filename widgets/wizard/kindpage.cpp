// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/kindpage.h"

#include "widgets/common/checktext.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace metriscope::ui
{

KindPage::KindPage(QWidget *parent) : WizardPage(parent), m_group(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QRadioButton(this);
        m_group->addButton(m_buttons[i], static_cast<int>(i));
        m_hints[i] = new QLabel(this);
        m_hints[i]->setTextFormat(Qt::PlainText);
        m_hints[i]->setWordWrap(true);
        m_hints[i]->setIndent(26); // below the words of the button
        m_hints[i]->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(m_buttons[i]);
        layout->addWidget(m_hints[i]);
        layout->addSpacing(8);
    }
    layout->addStretch();
    setKind(net::CheckKind::M3);
    retranslate();
}

net::CheckKind KindPage::kind() const
{
    return static_cast<net::CheckKind>(m_group->checkedId());
}

void KindPage::setKind(net::CheckKind kind)
{
    m_group->button(static_cast<int>(kind))->setChecked(true);
}

void KindPage::retranslate()
{
    setTitle(tr("What shall be verified?"));
    setSubTitle(tr("Choose what your application reports its metrics with. The checks only look: they change "
                   "nothing, here or there."));
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const auto kind = static_cast<net::CheckKind>(i);
        m_buttons[i]->setText(checkKindText(kind));
        m_buttons[i]->setAccessibleDescription(checkKindHint(kind));
        m_hints[i]->setText(checkKindHint(kind));
    }
}

} // namespace metriscope::ui
