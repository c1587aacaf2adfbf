// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/conversation.h"
#include "widgets/packets/packetdesk.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextCursor;

namespace metriscope::ui
{

/// What two sides said to each other, in order, as far as the packets of it are still kept. Looks for them,
/// and shows what they say, some milliseconds at a time, so that the window never waits for it.
class FollowDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The conversation that a packet belongs to; it must be in the desk's ring.
    FollowDialog(const PacketDesk &desk, std::uint64_t number, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isComplete() const noexcept { return !m_timer.isActive(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void work();
    void gather();
    void fill();
    void fillFrom(const net::Conversation::Part &part, QTextCursor &cursor);
    void showFromStart();
    [[nodiscard]] bool isWanted(const net::Conversation::Part &part) const;
    void updateNote();
    void retranslate();
    void save();

    const PacketDesk &m_desk;
    net::Conversation m_conversation;
    std::uint64_t m_next, m_end; ///< the packets that were not looked at
    bool m_gathered = false;
    std::size_t m_part = 0, m_at = 0; ///< what comes next, and from which byte of it
    QElapsedTimer m_clock;            ///< of a piece of work
    QTimer m_timer;
    QString m_problem; ///< why it could not be saved, the operating system's words
    QComboBox *m_which;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QPushButton *m_copy, *m_save, *m_close;
};

} // namespace metriscope::ui
