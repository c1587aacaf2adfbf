// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packets/packetdesk.h"
#include "widgets/packets/packetsstate.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace metriscope::net
{
struct ReplayConfig;
} // namespace metriscope::net

namespace metriscope::ui
{

class CaptureBar;
class EmptyPage;
class NoteStrip;
class PacketDetail;
class PacketModel;
class PacketSave;
class PacketTable;
class SearchBar;

/// The packet inspector as a page: what arrives, packet by packet, filtered as one types, with every line's
/// verdict and every byte.
class PacketsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PacketsPane(PacketDesk &desk, QWidget *parent = nullptr);

    /// Only packets with lines of these metrics, all when there is none, of this time: nanoseconds since the
    /// epoch, half open. The first of them becomes the current one.
    void showPackets(const QStringList &names, std::int64_t from, std::int64_t to);
    [[nodiscard]] PacketsState state() const;
    void setState(const PacketsState &state); ///< the tap goes on when it is to
    /// pcap or pcapng, instead of what was kept until now.
    void openFile(const QString &path);
    /// For the window's menu of exports.
    [[nodiscard]] QList<QAction *> exportActions() const { return {m_saveShown, m_saveSelected}; }
    [[nodiscard]] PacketModel &model() const noexcept { return *m_model; }
    [[nodiscard]] PacketTable &table() const noexcept { return *m_table; }
    [[nodiscard]] PacketDetail &detail() const noexcept { return *m_detail; }
    [[nodiscard]] SearchBar &search() const noexcept { return *m_search; }
    [[nodiscard]] CaptureBar &captureBar() const noexcept { return *m_capture; }
    [[nodiscard]] NoteStrip &note() const noexcept { return *m_note; }
    [[nodiscard]] PacketSave &save() const noexcept { return *m_save; }
    [[nodiscard]] QToolButton *stopSavingButton() const noexcept { return m_stopSaving; }

Q_SIGNALS:
    void verifyRequested(); ///< by the wizard
    void stateChanged();    ///< something of state()
    void replayRequested(const metriscope::net::ReplayConfig &config);
    void exported(const QString &file);
    void exportFailed(const QString &file, const QString &why);
    /// The reader wants to see the metric of a line.
    void metricRequested(const metriscope::net::PayloadItem &item);
    /// ... and its chart at a time, milliseconds since the epoch.
    void chartRequested(const metriscope::net::PayloadItem &item, qint64 time);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; ///< a capture

private:
    void addActions();
    void retranslate();
    void connectDesk();
    void applyQuery();
    void showCaptureState(net::CaptureError error, const QString &detail);
    void showCurrent();
    void showDetail(std::uint64_t number);
    void updatePages();
    void updateStatus();
    void updateActions();
    void showMenu(const QPoint &globalPosition);
    void copyRows();
    void copyText();
    void copyHex();
    void copyCommand();
    void follow();
    void askAndSave(bool onlySelected);
    void saved(const QString &path, const QString &why, quint64 gone);
    void askAndOpen();
    void askAndReplay();
    void askForMetric();
    void askForChart();
    void filterBy(const QString &term);

    PacketDesk &m_desk;
    PacketModel *m_model;
    CaptureBar *m_capture;
    SearchBar *m_search;
    NoteStrip *m_note;
    QComboBox *m_timeStyle;
    QLabel *m_counts;
    QToolButton *m_stopSaving;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    PacketTable *m_table;
    PacketDetail *m_detail;
    EmptyPage *m_empty;
    PacketSave *m_save;
    QAction *m_copyRows, *m_copyText, *m_copyHex, *m_copyCommand;
    QAction *m_follow, *m_metric, *m_chart, *m_clear, *m_open, *m_saveShown, *m_saveSelected, *m_replay;
    std::optional<std::uint64_t> m_shown; ///< the packet in the detail
    bool m_choosesFirst = false;          ///< the first packet that a new query finds becomes current
};

} // namespace metriscope::ui
