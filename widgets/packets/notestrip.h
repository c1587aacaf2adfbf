// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace metriscope::ui
{

/// A sentence across a page about something that did not work, with a command to copy where one helps.
class NoteStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit NoteStrip(QWidget *parent = nullptr);

    /// `words` is asked again after a change of language. An empty command shows none.
    void tell(std::function<QString()> words, const QString &command = {});
    void dismiss();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString command() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::function<QString()> m_words;
    QLabel *m_text, *m_command;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace metriscope::ui
