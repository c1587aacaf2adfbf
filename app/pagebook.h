// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/engine/tick.h"

#include <QStackedWidget>

#include <functional>
#include <vector>

class QAction;

namespace metriscope::app
{

/// The pages in the middle of the window. Each is made when it is first shown, or when the first frame is on
/// the screen, whatever comes first; from then on it hears of every tick.
class PageBook final : public QStackedWidget
{
    Q_OBJECT

public:
    struct Page {
        QString id; ///< stable, for the settings
        std::function<QWidget *(QWidget *parent)> make;
        std::function<void(const net::Tick &)> apply{};
        std::function<QList<QAction *>()> exportActions{};
    };

    explicit PageBook(QWidget *parent = nullptr);
    void addPage(Page page);
    void showPage(int page);
    [[nodiscard]] int indexOfId(const QString &id) const; ///< -1 when there is none
    [[nodiscard]] QString currentId() const { return m_pages[static_cast<std::size_t>(currentIndex())].id; }
    void ensureAll();
    void apply(const net::Tick &tick);
    [[nodiscard]] QList<QAction *> exportActions() const; ///< of the page that is shown

private:
    void ensure(int page);

    std::vector<Page> m_pages;
    std::vector<bool> m_made;
};

} // namespace metriscope::app
