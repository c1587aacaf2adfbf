// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QToolButton;

namespace metriscope::app
{

/// A line above the page for what the reader should know but need not answer. It stays until it is closed; of
/// many notices the latest is shown, with the number of the others.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    /// The words are asked for again when the language changes.
    void tell(std::function<QString()> words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void closeNewest();

    std::vector<std::function<QString()>> m_notices;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace metriscope::app
