// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus of PacketsPane do.
#include "widgets/packets/packetspane.h"

#include "widgets/common/themeicon.h"
#include "widgets/packets/capturebar.h"
#include "widgets/packets/followdialog.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetclipboard.h"
#include "widgets/packets/packetdetail.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetsave.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/replaydialog.h"
#include "widgets/packets/searchbar.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

#include <algorithm>
#include <climits>
#include <utility>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t MostCopied = 10'000;

} // namespace

void PacketsPane::addActions()
{
    const auto add = [this](const char *icon, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (icon != nullptr)
            action->setIcon(themeIcon(QString::fromLatin1(icon)));
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    m_copyRows = add("copy", QKeySequence::Copy, &PacketsPane::copyRows);
    m_copyText = add(nullptr, {}, &PacketsPane::copyText);
    m_copyHex = add(nullptr, {}, &PacketsPane::copyHex);
    m_copyCommand = add(nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &PacketsPane::copyCommand);
    m_follow = add(nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), &PacketsPane::follow);
    m_metric = add("metrics", QKeySequence(Qt::CTRL | Qt::Key_M), &PacketsPane::askForMetric);
    m_chart = add("charts", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), &PacketsPane::askForChart);
    m_metric->setObjectName(u"showmetric"_s);
    m_chart->setObjectName(u"showchart"_s);
    m_clear = add(nullptr, QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_desk.clear(); });
    m_open = add("open", QKeySequence::Open, &PacketsPane::askAndOpen);
    m_saveShown = add("export", QKeySequence::Save, [this] { askAndSave(false); });
    m_saveSelected = add("export", {}, [this] { askAndSave(true); });
    m_replay = add("charts", QKeySequence(Qt::CTRL | Qt::Key_R), &PacketsPane::askAndReplay);
    for (QAction *action : {m_open, m_saveShown, m_replay}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        m_capture->addButton(button);
    }
}

void PacketsPane::updateActions()
{
    const auto number = m_table->currentNumber();
    for (QAction *action : {m_copyRows, m_copyText, m_copyHex})
        action->setEnabled(m_table->selectionModel()->hasSelection());
    m_follow->setEnabled(number.has_value());
    m_copyCommand->setEnabled(number && canSendAgain(m_model->record(*number)));
    const auto item = m_detail->currentItem();
    const bool metric = item && item->says == net::PayloadItem::Says::Metric && !item->name.empty();
    m_metric->setEnabled(metric);
    m_chart->setEnabled(metric && number.has_value());
    m_saveShown->setEnabled(m_model->rowCount() > 0 && !m_save->isRunning());
    m_saveSelected->setEnabled(m_table->selectionModel()->hasSelection() && !m_save->isRunning());
    m_replay->setEnabled(!m_desk.file().isEmpty());
    m_clear->setEnabled(m_desk.ring().size() > 0);
}

void PacketsPane::showMenu(const QPoint &globalPosition)
{
    updateActions();
    QMenu menu(this);
    menu.addActions({m_metric, m_chart, m_follow});
    if (const auto number = m_table->currentNumber()) {
        const net::PacketRecord record = m_model->record(*number);
        QMenu *filters = menu.addMenu(tr("Show onl&y"));
        const auto offer = [&](const QString &text, const QString &term) {
            connect(filters->addAction(text), &QAction::triggered, this, [this, term] { filterBy(term); });
        };
        const QString from = QString::fromStdString(record.source.host());
        if (!from.isEmpty())
            offer(tr("From %1").arg(from), u"source = %1"_s.arg(from));
        if (record.destination.port != 0)
            offer(tr("Port %1").arg(record.destination.port), u"port = %1"_s.arg(record.destination.port));
        if (const auto item = m_detail->currentItem(); item && !item->name.empty())
            offer(tr("This metric"), u"name = "_s + filterValue(QString::fromStdString(item->name)));
        offer(tr("What was rejected"), u"verdict = rejected"_s);
    }
    menu.addSeparator();
    menu.addActions({m_copyRows, m_copyText, m_copyHex, m_copyCommand});
    menu.addSeparator();
    menu.addActions({m_saveShown, m_saveSelected, m_replay, m_clear});
    menu.exec(globalPosition);
}

void PacketsPane::filterBy(const QString &term)
{
    m_search->setFilter(term);
}

void PacketsPane::copyRows()
{
    QStringList lines;
    for (const std::uint64_t number : m_table->selectedNumbers()) {
        const int row = m_model->rowOf(number);
        QStringList cells;
        for (int column = 0; row >= 0 && column < PacketModel::ColumnCount; ++column)
            cells << m_model->index(row, column).data().toString();
        lines << cells.join(u'\t');
        if (static_cast<std::size_t>(lines.size()) == MostCopied)
            break;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void PacketsPane::copyText()
{
    QByteArray all;
    for (const std::uint64_t number : m_table->selectedNumbers()) {
        const std::string_view text = m_model->record(number).text();
        all.append(text.data(), static_cast<qsizetype>(text.size()));
        if (!all.endsWith('\n'))
            all.append('\n');
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(all));
}

void PacketsPane::copyHex()
{
    QStringList dumps;
    for (const std::uint64_t number : m_table->selectedNumbers()) {
        dumps << packetHex(m_model->record(number));
        if (static_cast<std::size_t>(dumps.size()) == MostCopied)
            break;
    }
    QGuiApplication::clipboard()->setText(dumps.join(u'\n'));
}

void PacketsPane::copyCommand()
{
    if (const auto number = m_table->currentNumber())
        QGuiApplication::clipboard()->setText(sendAgainCommand(m_model->record(*number)));
}

void PacketsPane::follow()
{
    if (const auto number = m_table->currentNumber())
        (new FollowDialog(m_desk, *number, this))->open();
}

void PacketsPane::openFile(const QString &path)
{
    m_search->clear();
    m_desk.openFile(path);
    updatePages();
}

void PacketsPane::askAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a capture"), QDir::homePath(),
                                                      tr("Captures (*.pcapng *.pcap *.cap);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void PacketsPane::askAndReplay()
{
    net::ReplayConfig config;
    config.path = m_desk.file();
    const std::string_view dialect = m_desk.dialect().name;
    config.dialect = QString::fromLatin1(dialect.data(), static_cast<qsizetype>(dialect.size()));
    config.roles = m_desk.portRoles();
    auto *dialog = new ReplayDialog(config, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT replayRequested(dialog->config()); });
    dialog->open();
}

void PacketsPane::askAndSave(bool onlySelected)
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the packets"), QDir::home().filePath(u"metriscope.pcapng"_s), u"pcapng (*.pcapng)"_s);
    if (path.isEmpty())
        return;
    std::vector<std::uint64_t> numbers;
    if (onlySelected) {
        numbers = m_table->selectedNumbers();
    } else {
        numbers.reserve(static_cast<std::size_t>(m_model->rowCount()));
        for (int row = 0; row < m_model->rowCount(); ++row)
            numbers.push_back(m_model->number(row));
    }
    m_save->start(std::move(numbers), path);
}

void PacketsPane::saved(const QString &path, const QString &why, quint64 gone)
{
    if (!why.isEmpty()) {
        Q_EMIT exportFailed(path, why);
        return;
    }
    if (gone > 0)
        m_note->tell([gone = static_cast<int>(std::min<quint64>(gone, INT_MAX))] {
            return tr("%Ln packet(s) had gone before they could be saved: the oldest make room for new ones.",
                      nullptr, gone);
        });
    Q_EMIT exported(path);
}

void PacketsPane::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void PacketsPane::dropEvent(QDropEvent *event)
{
    openFile(event->mimeData()->urls().front().toLocalFile());
    event->acceptProposedAction();
}

void PacketsPane::askForMetric()
{
    if (const auto item = m_detail->currentItem(); item && item->says == net::PayloadItem::Says::Metric)
        Q_EMIT metricRequested(*item);
}

void PacketsPane::askForChart()
{
    const auto item = m_detail->currentItem();
    const auto number = m_table->currentNumber();
    if (item && number && item->says == net::PayloadItem::Says::Metric)
        Q_EMIT chartRequested(*item, m_model->record(*number).time / 1'000'000);
}

} // namespace metriscope::ui
