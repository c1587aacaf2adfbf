// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/uniformtable.h"

#include <cstdint>
#include <optional>
#include <vector>

class QToolButton;

namespace metriscope::ui
{

class PacketModel;

/// The table of packets. Stays at the newest one until the reader scrolls up, and offers the way back; what
/// the reader looks at stays in its place while old packets go.
class PacketTable final : public UniformTable
{
    Q_OBJECT

public:
    explicit PacketTable(PacketModel &model, QWidget *parent = nullptr);

    [[nodiscard]] bool isFollowing() const noexcept { return m_following; }
    void setFollowing(bool following);
    /// Number of the current packet.
    [[nodiscard]] std::optional<std::uint64_t> currentNumber() const;
    /// In the order of the table.
    [[nodiscard]] std::vector<std::uint64_t> selectedNumbers() const;
    void choose(int row);
    [[nodiscard]] QToolButton *newestButton() const noexcept { return m_newest; }

Q_SIGNALS:
    void currentPacketChanged();
    void followingChanged(bool following);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void retranslate();
    void layOut();
    void scrolled(int value);
    void fitColumns();

    PacketModel &m_model;
    QToolButton *m_newest;
    bool m_following = true;
    bool m_fitted = true;  ///< the columns share the width, until the reader sizes one
    bool m_moving = false; ///< we scroll, not the reader
    int m_top = 0;         ///< the row to be at the top when those that go are gone
};

} // namespace metriscope::ui
