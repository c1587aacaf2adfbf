// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace metriscope::ui
{

/// What a pane shows when it has nothing: a title, what to do next, and up to three buttons that do it.
class EmptyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// Plain text all of it; a text that is empty hides its widget.
    void setTexts(const QString &title, const QString &explanation, const QString &firstButton = {},
                  const QString &secondButton = {}, const QString &thirdButton = {});

Q_SIGNALS:
    void firstClicked();
    void secondClicked();
    void thirdClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void enlargeTitle();

    QLabel *m_title;
    QLabel *m_explanation;
    QPushButton *m_first;
    QPushButton *m_second;
    QPushButton *m_third; ///< below the others
};

} // namespace metriscope::ui
