// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetspane.h"

#include "widgets/common/emptypage.h"
#include "widgets/common/packettext.h"
#include "widgets/common/themeicon.h"
#include "widgets/packets/capturebar.h"
#include "widgets/packets/followdialog.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetclipboard.h"
#include "widgets/packets/packetdetail.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetsave.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// As a value of a filter: in quotes, so that nothing in it is a wildcard.
[[nodiscard]] QString filterValue(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + value + u'"';
}

constexpr std::size_t MostCopied = 10'000;

} // namespace

PacketsPane::PacketsPane(PacketDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new PacketModel(desk, this)), m_capture(new CaptureBar(this)),
      m_search(new SearchBar(this)), m_note(new NoteStrip(this)), m_timeStyle(new QComboBox(this)),
      m_counts(new QLabel(this)), m_pages(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_table(new PacketTable(*m_model, this)),
      m_detail(new PacketDetail(this)), m_empty(new EmptyPage(this))
{
    setObjectName(u"packets"_s);
    setAcceptDrops(true);
    for (int i = 0; i < 3; ++i)
        m_timeStyle->addItem(QString());
    m_counts->setTextFormat(Qt::PlainText);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_empty);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_timeStyle);
    foot->addWidget(m_counts, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addWidget(m_capture);
    layout->addWidget(m_search);
    layout->addWidget(m_note);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    addActions();

    connectDesk();
    connect(m_search, &SearchBar::queryChanged, this, &PacketsPane::applyQuery);
    connect(m_model, &PacketModel::progressChanged, this, &PacketsPane::updateStatus);
    connect(m_table, &PacketTable::currentPacketChanged, this, &PacketsPane::showCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table, &QAbstractItemView::activated, this, &PacketsPane::askForMetric);
    connect(m_detail, &PacketDetail::menuRequested, this, &PacketsPane::showMenu);
    connect(m_detail, &PacketDetail::itemActivated, this, &PacketsPane::metricRequested);
    connect(m_detail->tree(), &QTreeWidget::currentItemChanged, this, &PacketsPane::updateActions);
    connect(m_timeStyle, &QComboBox::currentIndexChanged, this,
            [this](int style) { m_model->setTimeStyle(static_cast<PacketModel::TimeStyle>(style)); });
    connect(m_empty, &EmptyPage::firstClicked, this, [this] {
        if (m_desk.ring().size() > 0)
            m_search->clear();
        else
            m_desk.setTapOn(true);
    });
    retranslate();
    updatePages();
}

void PacketsPane::connectDesk()
{
    connect(m_capture, &CaptureBar::tapWanted, &m_desk, &PacketDesk::setTapOn);
    connect(m_capture, &CaptureBar::captureWanted, this, [this](bool on) {
        if (on)
            m_desk.startCapture(m_capture->interface(), m_capture->filter());
        else
            m_desk.stopCapture();
    });
    connect(m_capture, &CaptureBar::filterChecked, this, [this](const QString &problem) {
        if (problem.isEmpty())
            m_note->dismiss();
        else
            m_note->tell([problem] { return captureErrorText(net::CaptureError::BadFilter, problem); });
    });
    connect(&m_desk, &PacketDesk::captureChanged, this,
            [this](net::WireCapture::State, net::CaptureError error, const QString &detail) {
                showCaptureState(error, detail);
            });
    connect(&m_desk, &PacketDesk::fileRead, this, &PacketsPane::showCaptureState);
    connect(&m_desk, &PacketDesk::tapChanged, this, &PacketsPane::updatePages);
    connect(&m_desk, &PacketDesk::changed, this, &PacketsPane::updatePages);
}

void PacketsPane::showCaptureState(net::CaptureError error, const QString &detail)
{
    m_capture->setCapturing(m_desk.isCapturing());
    if (error == net::CaptureError::None)
        m_note->dismiss();
    else
        m_note->tell([error, detail] { return captureErrorText(error, detail); },
                     error == net::CaptureError::NoRight ? detail : QString());
    updatePages();
}

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
    m_clear = add(nullptr, QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_desk.clear(); });
    m_open = add("record", QKeySequence::Open, &PacketsPane::askAndOpen);
    m_saveShown = add("export", QKeySequence::Save, [this] { askAndSave(false); });
    m_saveSelected = add("export", {}, [this] { askAndSave(true); });
    for (QAction *action : {m_open, m_saveShown}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        m_capture->addButton(button);
    }
    m_findAction = add(nullptr, QKeySequence::Find, [this] { m_search->focusFilter(); });
}

void PacketsPane::showPackets(const QStringList &names, std::int64_t from, std::int64_t to)
{
    QStringList terms;
    for (const QString &name : names)
        terms << u"name = "_s + filterValue(name);
    m_search->setMatch({}, false, false);
    m_search->setFilter(terms.join(u" or "_s));
    m_choosesFirst = true;
    m_search->setRange(from, to);
}

void PacketsPane::applyQuery()
{
    m_detail->clear();
    m_shown.reset();
    m_table->setFollowing(!m_choosesFirst);
    m_model->setQuery(m_search->query());
    updatePages();
}

void PacketsPane::showCurrent()
{
    // A packet that went from the ring stays in the detail as long as the reader looks at it.
    if (const auto number = m_table->currentNumber(); number && number != m_shown) {
        m_shown = number;
        const net::PacketRecord record = m_model->record(*number);
        m_detail->show(record, m_desk.interfaceName(record), m_desk.dialect());
    }
    updateActions();
}

void PacketsPane::updateActions()
{
    const auto number = m_table->currentNumber();
    for (QAction *action : {m_copyRows, m_copyText, m_copyHex, m_follow})
        action->setEnabled(number.has_value());
    m_copyCommand->setEnabled(number && !sendAgainCommand(m_model->record(*number)).isEmpty());
    const auto item = m_detail->currentItem();
    const bool metric = item && item->says == net::PayloadItem::Says::Metric && !item->name.empty();
    m_metric->setEnabled(metric);
    m_chart->setEnabled(metric && number.has_value());
    m_saveShown->setEnabled(m_model->rowCount() > 0);
    m_saveSelected->setEnabled(number.has_value());
    m_clear->setEnabled(m_desk.ring().size() > 0);
}

void PacketsPane::updatePages()
{
    m_capture->setTapOn(m_desk.isTapOn());
    m_capture->setTapAvailable(m_desk.hasTap());
    if (m_choosesFirst && m_model->rowCount() > 0) {
        m_choosesFirst = false;
        m_table->choose(0);
    }
    const bool nothing = m_model->rowCount() == 0;
    m_pages->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_splitter);
    if (nothing) {
        if (m_desk.ring().size() > 0)
            m_empty->setTexts(tr("No packet passes the filter"),
                              tr("Packets are kept, but none of them matches what you ask for."),
                              tr("Show &all packets"));
        else if (m_desk.isCapturing())
            m_empty->setTexts(tr("No packets yet"),
                              tr("What passes the network interface and the capture filter is shown here."));
        else if (m_desk.isTapOn())
            m_empty->setTexts(tr("No packets yet"),
                              tr("The program's own sockets are watched: what they receive is shown here, "
                                 "line by line. Send something to them, or start the demo."));
        else
            m_empty->setTexts(tr("Nothing is watched"),
                              tr("Watch the program's own sockets to see every line that arrives and what "
                                 "became of it; that needs no rights. Capture from a network interface to "
                                 "see what other programs receive, or what does not arrive at all."),
                              tr("Watch the own &sockets"));
    }
    updateStatus();
    updateActions();
}

void PacketsPane::updateStatus()
{
    if ((m_model->rowCount() == 0) != (m_pages->currentWidget() == m_empty) || m_choosesFirst) {
        if (m_model->rowCount() > 0) {
            updatePages();
            return;
        }
    }
    const QLocale locale;
    const net::PacketRing &ring = m_desk.ring();
    const auto count = [&](quint64 number) { return locale.toString(number); };
    QStringList parts;
    //: how many packets are shown and how many are kept
    parts << tr("%1 of %2 packets").arg(count(static_cast<quint64>(m_model->rowCount())), count(ring.size()));
    if (m_model->progress() < 0.995)
        parts << tr("%1 % searched").arg(locale.toString(100 * m_model->progress(), 'f', 0));
    if (ring.evicted() > 0)
        parts << tr("%1 older ones dropped").arg(count(ring.evicted()));
    if (m_desk.skipped() > 0)
        parts << tr("%1 came too fast to be shown").arg(count(m_desk.skipped()));
    const net::WireCounts wire = m_desk.captureCounts();
    if (wire.kernelDrops + wire.interfaceDrops > 0)
        //: packets of a capture that were lost
        parts << tr("%1 lost by the system").arg(count(wire.kernelDrops + wire.interfaceDrops));
    if (m_desk.isReading())
        parts << tr("%1 % of the file read").arg(locale.toString(100 * m_desk.fileProgress(), 'f', 0));
    m_counts->setText(parts.join(u"  ·  "_s));
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
    menu.addActions({m_saveShown, m_saveSelected, m_clear});
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

void PacketsPane::askAndSave(bool onlySelected)
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the packets"), QDir::home().filePath(u"metriscope.pcapng"_s), u"pcapng (*.pcapng)"_s);
    if (path.isEmpty())
        return;
    std::vector<std::uint64_t> numbers;
    if (onlySelected)
        numbers = m_table->selectedNumbers();
    else
        for (int row = 0; row < m_model->rowCount(); ++row)
            numbers.push_back(m_model->number(row));
    QString why;
    if (savePackets(m_desk, numbers, path, why))
        Q_EMIT exported(path);
    else
        Q_EMIT exportFailed(path, why);
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

void PacketsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updatePages();
}

void PacketsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PacketsPane::retranslate()
{
    m_timeStyle->setItemText(0, tr("Time of day"));
    m_timeStyle->setItemText(1, tr("Seconds since the first"));
    m_timeStyle->setItemText(2, tr("Seconds since the one before"));
    m_timeStyle->setAccessibleName(tr("How times are shown"));
    m_timeStyle->setAccessibleDescription(m_timeStyle->accessibleName());
    m_copyRows->setText(tr("&Copy"));
    m_copyText->setText(tr("Copy the &payload"));
    m_copyHex->setText(tr("Copy as &hex"));
    m_copyCommand->setText(tr("Copy a command that &sends it again"));
    m_follow->setText(tr("&Follow the conversation…"));
    m_metric->setText(tr("Show the &metric"));
    m_chart->setText(tr("Show the c&hart at this time"));
    m_clear->setText(tr("C&lear all packets"));
    m_findAction->setText(tr("Filter"));
    m_open->setText(tr("&Open a capture…"));
    m_saveShown->setText(tr("&Save the packets shown…"));
    m_saveSelected->setText(tr("Save the packets selecte&d…"));
    m_model->retranslate();
    if (m_shown && m_model->contains(*m_shown)) {
        const net::PacketRecord record = m_model->record(*m_shown);
        m_detail->show(record, m_desk.interfaceName(record), m_desk.dialect());
    }
    updatePages();
}

} // namespace metriscope::ui
