// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <QWidget>

class QDockWidget;
class QListView;

namespace metriscope::ui
{
class SourceModel;
}

namespace metriscope::app
{

/// Gives the buttons in the title of a dock their words: Qt does so once, in the language of that moment.
void nameDockButtons(QDockWidget &dock, const QString &detach, const QString &close);

/// The pages of the window, as a list to choose from.
class NavigationList final : public QListWidget
{
    Q_OBJECT

public:
    explicit NavigationList(QWidget *parent = nullptr);
    void addPage(const QString &iconName);
    void setPageTitle(int page, const QString &title, const QString &shortcut);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

/// The sources with their state.
class SourceList final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceList(ui::SourceModel &sources, QWidget *parent = nullptr);
    [[nodiscard]] QListView *view() const noexcept { return m_view; }

Q_SIGNALS:
    void menuRequested(int row, const QPoint &globalPosition); ///< row -1: beside the sources
    void opened(int row); ///< the reader wants to know more about a source

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ui::SourceModel &m_sources;
    QListView *m_view;
};

} // namespace metriscope::app
