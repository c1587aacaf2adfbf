// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/settingspage.h"

#include "netlayer/capture/packetring.h"

class QLabel;
class QSpinBox;

namespace metriscope::ui
{

/// How many packets are kept.
class PacketsForm final : public SettingsPage
{
    Q_OBJECT

public:
    static constexpr int LeastPackets = 1000, MostPackets = 20'000'000;
    static constexpr int LeastMiB = 4, MostMiB = 65'536;

    explicit PacketsForm(QWidget *parent = nullptr);
    void setValue(const net::PacketRing::Limits &value);
    [[nodiscard]] net::PacketRing::Limits value() const;
    [[nodiscard]] QString title() const override;

protected:
    void retranslate() override;

private:
    QSpinBox *m_packets, *m_memory;
    QLabel *m_packetsLabel, *m_memoryLabel, *m_hint;
};

} // namespace metriscope::ui
