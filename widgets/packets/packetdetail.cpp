// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetdetail.h"

#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"
#include "widgets/common/packettext.h"
#include "widgets/common/timeformat.h"
#include "widgets/packets/fieldvalue.h"
#include "widgets/packets/hexview.h"
#include "widgets/packets/packetsummary.h"

#include "netlayer/capture/framedecoder.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabBar>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t ItemsListed = 300;

enum Role { RangeRole = Qt::UserRole, SizeRole, PageRole, ItemRole };

} // namespace

PacketDetail::PacketDetail(QWidget *parent)
    : QWidget(parent), m_tree(new QTreeWidget(this)), m_hex(new HexView(this)), m_tabs(new QTabBar(this))
{
    m_tree->setColumnCount(2);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_tree->setColumnWidth(0, fontMetrics().averageCharWidth() * 34);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    m_tabs->setDrawBase(false);
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_hex, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &PacketDetail::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] {
        if (const auto item = currentItem())
            Q_EMIT itemActivated(*item);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { Q_EMIT menuRequested(m_tree->viewport()->mapToGlobal(at)); });
    connect(m_hex, &HexView::byteChosen, this, &PacketDetail::chooseByte);
    connect(m_tabs, &QTabBar::currentChanged, this, &PacketDetail::setPage);
    clear();
    retranslate();
}

void PacketDetail::clear()
{
    m_tree->clear();
    m_items.clear();
    m_captured.clear();
    m_assembled.clear();
    m_hex->setBytes({});
    m_tabs->setVisible(false);
}

void PacketDetail::show(const net::PacketRecord &record, const QString &interface,
                        const net::Dialect &dialect, std::span<const std::string> comments)
{
    clear();
    m_captured = QByteArray(reinterpret_cast<const char *>(record.bytes.data()),
                            static_cast<qsizetype>(record.bytes.size()));
    m_assembled = QByteArray(record.assembled.data(), static_cast<qsizetype>(record.assembled.size()));
    m_tabs->setVisible(!m_assembled.isEmpty());
    setPage(Captured);
    addPacket(record, interface, comments);
    addItems(record, dialect);
    if (record.feed != net::PacketFeed::Tap)
        addLayers(record.packet());
}

QTreeWidgetItem *PacketDetail::addRow(QTreeWidgetItem *parent, const QString &name, const QString &value,
                                      net::ByteRange range, Page page)
{
    auto *row = parent != nullptr ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
    row->setText(0, name);
    row->setText(1, value);
    row->setData(0, RangeRole, range.offset);
    row->setData(0, SizeRole, range.size);
    row->setData(0, PageRole, static_cast<int>(page));
    row->setToolTip(1, plainToolTip(value));
    return row;
}

void PacketDetail::addPacket(const net::PacketRecord &record, const QString &interface,
                             std::span<const std::string> comments)
{
    const QLocale locale;
    const net::Time wall{std::chrono::milliseconds{record.time / 1'000'000}};
    QTreeWidgetItem *packet = addRow(nullptr, tr("Packet"), {});
    addRow(packet, tr("Time"),
           locale.toString(localTime(wall).date(), QLocale::ShortFormat) + u' ' + formatClock(wall) +
               locale.decimalPoint() +
               QString::number(record.time % 1'000'000'000).rightJustified(9, QLatin1Char('0')));
    addRow(packet, tr("Seen on"),
           interface.isEmpty() ? feedText(record.feed)
                               : feedText(record.feed) + u", "_s + displayText(interface, 60));
    addRow(packet, tr("From"), QString::fromStdString(record.source.text()));
    addRow(packet, tr("To"), QString::fromStdString(record.destination.text()));
    addRow(packet, tr("Bytes"),
           record.originalLength > record.bytes.size()
               //: of a packet's bytes: %L1 were captured, %L2 it had
               ? tr("%L1 of %L2").arg(record.bytes.size()).arg(record.originalLength)
               : locale.toString(qulonglong{record.bytes.size()}));
    if (record.frameIssue != net::FrameIssue::None)
        addRow(packet, tr("Note"), frameIssueText(record.frameIssue));
    if (record.gap)
        addRow(packet, tr("Note"), tr("bytes of the stream before it were never seen"));
    if (record.copy > 0)
        addRow(packet, tr("Note"), copiesText(record));
    else if (record.repeated)
        addRow(packet, tr("Note"), tr("sent again: its lines are counted once"));
    for (const std::string &comment : comments)
        //: that somebody wrote into a capture file
        addRow(packet, tr("Comment"), displayText(comment, 2000));
    packet->setExpanded(!comments.empty());
}

void PacketDetail::addItems(const net::PacketRecord &record, const net::Dialect &dialect)
{
    const std::string_view whole = record.wholeText();
    if (whole.empty())
        return;
    m_items = net::judgePayload(whole, record.kind, dialect, ItemsListed);
    const bool assembled = !record.assembled.empty();
    const std::uint32_t base = record.whole.offset + (assembled ? 0 : record.payload.offset);
    const Page page = assembled ? Assembled : Captured;
    QTreeWidgetItem *parent =
        addRow(nullptr, tr("Lines and messages"), QLocale().toString(qulonglong{record.items}),
               {base, record.whole.size}, page);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const net::PayloadItem &item = m_items[i];
        addItem(parent, item, whole.substr(item.range.offset, item.range.size), base, page);
        parent->child(parent->childCount() - 1)->setData(0, ItemRole, static_cast<int>(i));
    }
    if (m_items.size() == ItemsListed && record.items > ItemsListed)
        addRow(parent, {}, tr("%Ln more", nullptr, static_cast<int>(record.items - ItemsListed)));
    parent->setExpanded(true);
    const int judged = static_cast<int>(m_items.size());
    if (judged > 0 && judged <= 8)
        for (int i = 0; i < judged; ++i)
            parent->child(i)->setExpanded(judged == 1 || m_items[static_cast<std::size_t>(i)].verdict !=
                                                             net::Verdict::Accepted);
    if (judged > 0)
        m_tree->setCurrentItem(parent->child(0));
}

void PacketDetail::addItem(QTreeWidgetItem *parent, const net::PayloadItem &item, std::string_view raw,
                           std::uint32_t base, Page page)
{
    const net::ByteRange range{base + item.range.offset, item.range.size};
    QTreeWidgetItem *row = addRow(
        parent, item.judged ? verdictGlyph(item.verdict) + u' ' + verdictText(item.verdict) : QString(),
        displayText(raw, 300), range, page);
    if (item.judged) {
        row->setForeground(0, verdictColour(item.verdict, palette()));
        if (item.verdict == net::Verdict::Rejected)
            row->setForeground(1, verdictColour(item.verdict, palette()));
    }
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            addRow(row, name, value, range, page);
    };
    const QString reason = item.report.issue != net::LineIssue::None ? issueText(item.report.issue)
                                                                     : payloadIssueText(item.issue);
    if (!reason.isEmpty()) {
        const std::uint32_t at =
            std::min(item.report.issue != net::LineIssue::None ? item.report.at : item.at, item.range.size);
        addRow(row, tr("Reason"), reason, {range.offset + at, at < item.range.size ? 1U : 0U}, page);
        addRow(row, tr("At byte"), QLocale().toString(at + 1),
               {range.offset + at, at < item.range.size ? 1U : 0U}, page);
    }
    add(tr("What to change"), hintText(item.report.hint));
    add(tr("Name"), displayText(item.name, 300));
    add(tr("Kind"), item.kind ? kindText(*item.kind) : QString());
    add(tr("Values"), valuesText(item));
    add(tr("Tags"), displayText(item.tags, 300));
    if (item.rate != 1)
        add(tr("Sample rate"), QLocale().toString(item.rate));
    if (item.status != 0)
        add(tr("Status"), QString::number(item.status));
    if (item.report.issue != net::LineIssue::None || item.says == net::PayloadItem::Says::Metric)
        add(tr("Accepted by"), acceptedByText(item));
}

void PacketDetail::addLayers(const net::Packet &packet)
{
    QTreeWidgetItem *layer = nullptr;
    for (const net::Field &field : net::dissectPacket(packet)) {
        QTreeWidgetItem *row = addRow(field.depth == 0 ? nullptr : layer, fieldText(field.id),
                                      fieldValue(field, packet.bytes), field.range);
        if (field.depth == 0)
            layer = row;
    }
}

std::optional<net::PayloadItem> PacketDetail::currentItem() const
{
    for (const QTreeWidgetItem *row = m_tree->currentItem(); row != nullptr; row = row->parent()) {
        const QVariant index = row->data(0, ItemRole);
        if (index.isValid())
            return m_items[static_cast<std::size_t>(index.toInt())];
    }
    if (m_items.size() == 1)
        return m_items.front();
    return std::nullopt;
}

void PacketDetail::showCurrent()
{
    const QTreeWidgetItem *row = m_tree->currentItem();
    if (row == nullptr)
        return;
    const QSignalBlocker quiet(m_tabs);
    setPage(row->data(0, PageRole).toInt());
    m_hex->mark({row->data(0, RangeRole).toUInt(), row->data(0, SizeRole).toUInt()});
}

/// The smallest part that holds the byte; of equals the outer one, which says what it is.
void PacketDetail::chooseByte(quint32 offset)
{
    QTreeWidgetItem *best = nullptr;
    quint32 bestSize = 0;
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        const quint32 begin = (*it)->data(0, RangeRole).toUInt(), size = (*it)->data(0, SizeRole).toUInt();
        if ((*it)->data(0, PageRole).toInt() == m_tabs->currentIndex() && offset >= begin &&
            offset - begin < size && (best == nullptr || size < bestSize)) {
            best = *it;
            bestSize = size;
        }
    }
    if (best == nullptr)
        return;
    m_tree->setCurrentItem(best);
    m_tree->scrollToItem(best);
}

void PacketDetail::setPage(int page)
{
    m_tabs->setCurrentIndex(page);
    const QByteArray &bytes = page == Assembled ? m_assembled : m_captured;
    if (m_hex->bytes() != bytes)
        m_hex->setBytes(bytes);
}

void PacketDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PacketDetail::retranslate()
{
    m_tree->setHeaderLabels({tr("Part"), tr("Value")});
    m_tree->setAccessibleName(tr("Parts of the packet"));
    m_hex->setAccessibleName(tr("Bytes of the packet"));
    m_tabs->setTabText(Captured, tr("This packet"));
    m_tabs->setTabText(Assembled, tr("Put together"));
    m_tabs->setAccessibleName(tr("Which bytes are shown"));
}

} // namespace metriscope::ui
