// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigation.h"

#include "widgets/common/dragspring.h"
#include "widgets/common/themeicon.h"
#include "widgets/models/metricmime.h"
#include "widgets/models/sourcemodel.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QEvent>
#include <QListView>
#include <QVBoxLayout>

namespace metriscope::app
{

void nameDockButtons(QDockWidget &dock, const QString &detach, const QString &close)
{
    for (auto *button : dock.findChildren<QAbstractButton *>()) {
        const bool closes = button->objectName() == QLatin1String("qt_dockwidget_closebutton");
        if (!closes && button->objectName() != QLatin1String("qt_dockwidget_floatbutton"))
            continue;
        const QString &words = closes ? close : detach;
        button->setAccessibleName(words);
        button->setAccessibleDescription(words);
        button->setToolTip(words);
    }
}

NavigationList::NavigationList(QWidget *parent) : QListWidget(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize({18, 18});
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    new ui::DragSpring(*this, ui::metricMimeType()); // owned by this
    // Assistive technology clears the choice and makes another, and never moves the cursor.
    connect(
        this, &QListWidget::itemSelectionChanged, this,
        [this] {
            const auto chosen = selectedItems();
            setCurrentItem(chosen.isEmpty() ? currentItem() : chosen.front());
        },
        Qt::QueuedConnection);
}

void NavigationList::addPage(const QString &iconName)
{
    auto *item = new QListWidgetItem(ui::themeIcon(iconName), QString(), this);
    item->setSizeHint({0, fontMetrics().height() + 14});
}

void NavigationList::setPageTitle(int page, const QString &title, const QString &shortcut)
{
    item(page)->setText(title);
    //: tool tip of a page: %1 is its name, %2 a key
    item(page)->setToolTip(tr("%1 (%2)").arg(title, shortcut));
}

QSize NavigationList::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 28,
            count() * (fontMetrics().height() + 14) + 2 * frameWidth()};
}

QSize NavigationList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, sizeHint().height()};
}

SourceList::SourceList(ui::SourceModel &sources, QWidget *parent)
    : QWidget(parent), m_sources(sources), m_view(new QListView(this))
{
    m_view->setModel(&m_sources);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setWordWrap(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT menuRequested(m_view->indexAt(position).row(), m_view->viewport()->mapToGlobal(position));
    });
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
    retranslate();
}

void SourceList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        m_sources.retranslate();
    QWidget::changeEvent(event);
}

void SourceList::retranslate()
{
    m_view->setAccessibleName(tr("Sources"));
    m_view->setAccessibleDescription(tr("What Metriscope listens to, with its state and address"));
}

} // namespace metriscope::app
