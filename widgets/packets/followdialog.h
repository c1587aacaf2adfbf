// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetdesk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace metriscope::ui
{

/// What two sides said to each other, in order, as far as the packets of it are still kept.
class FollowDialog final : public QDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxBytes = qsizetype{2} << 20;

    /// The conversation that a packet belongs to; it must be in the desk's ring.
    FollowDialog(const PacketDesk &desk, std::uint64_t number, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Side : std::uint8_t { Asking, Answering };
    struct Part {
        Side side;
        QByteArray bytes;
    };

    void gather(const PacketDesk &desk, std::uint64_t number);
    void fill();
    void retranslate();
    void save();

    net::PacketAddress m_source, m_destination;
    std::vector<Part> m_parts;
    bool m_cut = false;
    QComboBox *m_which;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QPushButton *m_copy, *m_save, *m_close;
};

} // namespace metriscope::ui
