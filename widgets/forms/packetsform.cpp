// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/packetsform.h"

#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

namespace metriscope::ui
{

namespace
{

constexpr std::size_t MiB = std::size_t{1} << 20;

} // namespace

PacketsForm::PacketsForm(QWidget *parent)
    : SettingsPage(parent), m_packets(new QSpinBox(this)), m_memory(new QSpinBox(this))
{
    auto *form = new QFormLayout(this);
    m_packetsLabel = addRow(*form, m_packets);
    m_memoryLabel = addRow(*form, m_memory);
    m_hint = addHint(*form);
    m_packets->setRange(LeastPackets, MostPackets);
    m_packets->setSingleStep(10'000);
    m_memory->setRange(LeastMiB, MostMiB);
    m_memory->setSingleStep(64);
    for (QSpinBox *box : {m_packets, m_memory}) {
        box->setGroupSeparatorShown(true);
        connect(box, &QSpinBox::valueChanged, this, &SettingsPage::edited);
    }
    retranslate();
}

void PacketsForm::setValue(const net::PacketRing::Limits &value)
{
    m_packets->setValue(static_cast<int>(value.packets));
    m_memory->setValue(static_cast<int>(value.bytes / MiB));
}

net::PacketRing::Limits PacketsForm::value() const
{
    return {static_cast<std::size_t>(m_packets->value()), static_cast<std::size_t>(m_memory->value()) * MiB};
}

QString PacketsForm::title() const
{
    return tr("Packets");
}

void PacketsForm::retranslate()
{
    m_packetsLabel->setText(tr("Most &packets"));
    m_memoryLabel->setText(tr("&Memory for packets"));
    //: mebibytes, after a number in a field
    m_memory->setSuffix(tr(" MiB"));
    m_hint->setText(tr("So many packets can be looked at. When there are more, or they need more memory, the "
                       "oldest ones go, and how many went is shown below the table."));
}

} // namespace metriscope::ui
