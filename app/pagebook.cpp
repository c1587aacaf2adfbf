// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pagebook.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

namespace metriscope::app
{

PageBook::PageBook(QWidget *parent) : QStackedWidget(parent) {}

void PageBook::addPage(Page page)
{
    m_pages.push_back(std::move(page));
    m_made.push_back(false);
    auto *holder = new QWidget(this);
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    addWidget(holder);
}

void PageBook::ensure(int page)
{
    const auto at = static_cast<std::size_t>(page);
    if (m_made[at])
        return;
    m_made[at] = true;
    widget(page)->layout()->addWidget(m_pages[at].make(widget(page)));
}

void PageBook::ensureAll()
{
    for (int page = 0; page < count(); ++page)
        ensure(page);
}

void PageBook::showPage(int page)
{
    ensure(page);
    setCurrentIndex(page);
}

int PageBook::indexOfId(const QString &id) const
{
    const auto found = std::ranges::find(m_pages, id, &Page::id);
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void PageBook::apply(const net::Tick &tick)
{
    ensureAll();
    for (const Page &page : m_pages)
        if (page.apply)
            page.apply(tick);
}

QList<QAction *> PageBook::exportActions() const
{
    const Page &page = m_pages[static_cast<std::size_t>(currentIndex())];
    return page.exportActions ? page.exportActions() : QList<QAction *>{};
}

} // namespace metriscope::app
