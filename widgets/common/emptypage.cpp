// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptypage.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace metriscope::ui
{

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_explanation(new QLabel(this)),
      m_first(new QPushButton(this)), m_second(new QPushButton(this)), m_third(new QPushButton(this))
{
    constexpr int ReadableWidth = 520;
    for (QLabel *label : {m_title, m_explanation}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    enlargeTitle();

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch();
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(ReadableWidth);
    auto *column = new QVBoxLayout(middle);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_explanation);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addWidget(m_third, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(middle, 8);
    layout->addStretch(1);

    connect(m_first, &QPushButton::clicked, this, &EmptyPage::firstClicked);
    connect(m_second, &QPushButton::clicked, this, &EmptyPage::secondClicked);
    connect(m_third, &QPushButton::clicked, this, &EmptyPage::thirdClicked);
}

void EmptyPage::setTexts(const QString &title, const QString &explanation, const QString &firstButton,
                         const QString &secondButton, const QString &thirdButton)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_first->setText(firstButton);
    m_first->setVisible(!firstButton.isEmpty());
    m_second->setText(secondButton);
    m_second->setVisible(!secondButton.isEmpty());
    m_third->setText(thirdButton);
    m_third->setVisible(!thirdButton.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        enlargeTitle();
}

void EmptyPage::enlargeTitle()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
}

} // namespace metriscope::ui
