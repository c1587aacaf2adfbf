// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/packetring.h"

#include <QWidget>

#include <optional>

class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace metriscope::ui
{

class HexView;

/// One packet in all its parts: a tree of fields and lines beside its bytes, each leading to the other. A
/// message that came in several packets is shown put together on a page of its own.
class PacketDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit PacketDetail(QWidget *parent = nullptr);

    /// `comments`: of whoever wrote any.
    void show(const net::PacketRecord &record, const QString &interface, const net::Dialect &dialect,
              std::span<const std::string> comments = {});
    void clear();
    /// The line that is chosen in the tree: null when none is, or it names no metric.
    [[nodiscard]] std::optional<net::PayloadItem> currentItem() const;
    [[nodiscard]] QTreeWidget *tree() const noexcept { return m_tree; }
    [[nodiscard]] HexView *hex() const noexcept { return m_hex; }

Q_SIGNALS:
    /// The reader wants to see the metric that a line speaks of.
    void itemActivated(const metriscope::net::PayloadItem &item);
    void menuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Page : std::uint8_t { Captured, Assembled };

    void retranslate();
    void addPacket(const net::PacketRecord &record, const QString &interface,
                   std::span<const std::string> comments);
    void addLayers(const net::Packet &packet);
    void addItems(const net::PacketRecord &record, const net::Dialect &dialect);
    void addItem(QTreeWidgetItem *parent, const net::PayloadItem &item, std::string_view raw,
                 std::uint32_t base, Page page);
    QTreeWidgetItem *addRow(QTreeWidgetItem *parent, const QString &name, const QString &value,
                            net::ByteRange range = {}, Page page = Captured);
    void showCurrent();
    void chooseByte(quint32 offset);
    void setPage(int page);

    QTreeWidget *m_tree;
    HexView *m_hex;
    QTabBar *m_tabs;
    QByteArray m_captured, m_assembled;
    std::vector<net::PayloadItem> m_items; ///< as the rows of lines have them
};

} // namespace metriscope::ui
