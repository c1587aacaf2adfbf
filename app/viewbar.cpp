// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewbar.h"

#include "app/windowactions.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/numberformat.h"

#include "netlayer/signals/application.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

namespace metriscope::app
{

ViewBar::ViewBar(WindowActions &actions, QWidget *parent)
    : QToolBar(parent), m_actions(actions), m_spanLabel(new QLabel(this)),
      m_applicationLabel(new QLabel(this)), m_span(new QComboBox(this)), m_application(new QComboBox(this)),
      m_export(new QToolButton(this))
{
    setObjectName(QStringLiteral("viewbar"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({18, 18});
    addAction(m_actions.pause);
    addAction(m_actions.follow);
    addSeparator();
    const int gap = fontMetrics().averageCharWidth();
    for (QLabel *label : {m_spanLabel, m_applicationLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(gap, 0, gap / 2, 0);
    }
    m_spanLabel->setBuddy(m_span);
    m_applicationLabel->setBuddy(m_application);
    for (QAction *span : m_actions.spans->actions())
        m_span->addItem(QString(), span->data());
    m_span->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_application->addItem(QString());
    m_application->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_application->setMinimumContentsLength(24);
    addWidget(m_spanLabel);
    addWidget(m_span);
    addWidget(m_applicationLabel);
    addWidget(m_application);
    auto *stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(stretch);
    m_export->setMenu(m_actions.exportMenu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_export->setIcon(m_actions.exportPage->icon());
    addWidget(m_export);
    addAction(m_actions.verify);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_span, &QComboBox::activated, this,
            [this] { Q_EMIT spanChosen(m_span->currentData().toInt()); });
    connect(m_application, &QComboBox::currentIndexChanged, this,
            [this](int index) { Q_EMIT applicationChosen(index - 1); });
    retranslate();
}

void ViewBar::setSpan(int seconds)
{
    const int offered = static_cast<int>(m_actions.spans->actions().size());
    const int known = m_span->findData(seconds);
    if (known >= 0 && known < offered) {
        m_span->setCurrentIndex(known);
        if (m_span->count() > offered)
            m_span->removeItem(offered);
    } else {
        const QString text = ui::formatDuration(std::chrono::seconds{seconds});
        if (m_span->count() == offered)
            m_span->addItem(text, seconds);
        m_span->setItemText(offered, text);
        m_span->setItemData(offered, seconds);
        m_span->setCurrentIndex(offered);
    }
    for (QAction *span : m_actions.spans->actions())
        span->setChecked(span->data().toInt() == seconds);
}

void ViewBar::setApplications(const std::vector<net::Application> &applications)
{
    for (; m_known < applications.size(); ++m_known) {
        const QString name = ui::displayText(applications[m_known].name, 80);
        m_application->addItem(name);
    }
}

void ViewBar::showExportMenu()
{
    m_export->showMenu();
}

void ViewBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void ViewBar::retranslate()
{
    setWindowTitle(tr("Tool bar"));
    //: label of a combo box: how much time the charts show
    m_spanLabel->setText(tr("Window"));
    m_span->setAccessibleName(tr("Time window"));
    m_span->setAccessibleDescription(tr("Time window"));
    m_span->setToolTip(tr("How much time the charts show"));
    const QList<QAction *> spans = m_actions.spans->actions();
    for (int i = 0; i < m_span->count(); ++i)
        m_span->setItemText(i, i < spans.size()
                                   ? spanText(spans[i]->data().toInt())
                                   : ui::formatDuration(std::chrono::seconds{m_span->itemData(i).toInt()}));
    m_applicationLabel->setText(tr("Application"));
    //: item of a combo box: all applications
    m_application->setItemText(0, tr("all"));
    m_application->setAccessibleName(tr("Application"));
    m_application->setAccessibleDescription(tr("Application"));
    m_application->setToolTip(tr("Which application the overview shows"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Saves what this page shows"));
    layout()->invalidate(); // it keeps the widths of the words before
}

} // namespace metriscope::app
