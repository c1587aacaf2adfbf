// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/packetspane.h"

#include "widgets/common/emptypage.h"
#include "widgets/common/packettext.h"
#include "widgets/packets/capturebar.h"
#include "widgets/packets/notestrip.h"
#include "widgets/packets/packetdetail.h"
#include "widgets/packets/packetmodel.h"
#include "widgets/packets/packetsave.h"
#include "widgets/packets/packettable.h"
#include "widgets/packets/searchbar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <climits>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

PacketsPane::PacketsPane(PacketDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new PacketModel(desk, this)), m_capture(new CaptureBar(this)),
      m_search(new SearchBar(this)), m_note(new NoteStrip(this)), m_timeStyle(new QComboBox(this)),
      m_counts(new QLabel(this)), m_stopSaving(new QToolButton(this)), m_pages(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Vertical, this)), m_table(new PacketTable(*m_model, this)),
      m_detail(new PacketDetail(this)), m_empty(new EmptyPage(this)), m_save(new PacketSave(desk, this))
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
    foot->addWidget(m_stopSaving);
    m_stopSaving->setFocusPolicy(Qt::StrongFocus);
    m_stopSaving->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addWidget(m_capture);
    layout->addWidget(m_search);
    layout->addWidget(m_note);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    addActions();

    connectDesk();
    connect(m_save, &PacketSave::progressChanged, this, &PacketsPane::updateStatus);
    connect(m_save, &PacketSave::finished, this, &PacketsPane::saved);
    connect(m_stopSaving, &QToolButton::clicked, m_save, &PacketSave::cancel);
    connect(m_search, &SearchBar::queryChanged, this, &PacketsPane::applyQuery);
    connect(m_model, &PacketModel::progressChanged, this, &PacketsPane::updateStatus);
    connect(m_table, &PacketTable::currentPacketChanged, this, &PacketsPane::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PacketsPane::updateActions);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table, &QAbstractItemView::activated, this, &PacketsPane::askForMetric);
    connect(m_detail, &PacketDetail::menuRequested, this, &PacketsPane::showMenu);
    connect(m_detail, &PacketDetail::itemActivated, this, &PacketsPane::metricRequested);
    connect(m_detail->tree(), &QTreeWidget::currentItemChanged, this, &PacketsPane::updateActions);
    connect(m_timeStyle, &QComboBox::currentIndexChanged, this, [this](int style) {
        m_model->setTimeStyle(static_cast<PacketModel::TimeStyle>(style));
        Q_EMIT stateChanged();
    });
    connect(m_empty, &EmptyPage::secondClicked, this, &PacketsPane::verifyRequested);
    connect(m_empty, &EmptyPage::firstClicked, this, [this] {
        if (m_desk.ring().size() > 0)
            m_search->clear();
        else
            m_desk.setTapOn(true);
    });
    retranslate();
    updatePages();
}

PacketsState PacketsPane::state() const
{
    return {m_desk.isTapOn(), m_capture->interface(), m_capture->filter(), m_timeStyle->currentIndex()};
}

void PacketsPane::setState(const PacketsState &state)
{
    m_capture->setInterface(state.interface);
    m_capture->setFilter(state.captureFilter);
    m_timeStyle->setCurrentIndex(state.timeStyle);
    m_desk.setTapOn(state.tap);
}

void PacketsPane::connectDesk()
{
    connect(m_capture, &CaptureBar::tapWanted, this, [this](bool on) {
        m_desk.setTapOn(on);
        Q_EMIT stateChanged();
    });
    connect(m_capture, &CaptureBar::captureWanted, this, [this](bool on) {
        if (!on) {
            m_desk.stopCapture();
            return;
        }
        m_desk.startCapture(m_capture->interface(), m_capture->filter());
        Q_EMIT stateChanged();
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
        showDetail(*number);
    }
    updateActions();
}

void PacketsPane::showDetail(std::uint64_t number)
{
    const net::PacketRecord record = m_model->record(number);
    m_detail->show(record, m_desk.interfaceName(record), m_desk.dialect(), m_desk.ring().comments(number));
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
                                 "line by line. Send something to them, or start the demo."),
                              {}, tr("Verify the connection…"));
        else
            m_empty->setTexts(tr("Nothing is watched"),
                              tr("Watch the program's own sockets to see every line that arrives and what "
                                 "became of it; that needs no rights. Capture from a network interface to "
                                 "see what other programs receive, or what does not arrive at all."),
                              tr("Watch the own soc&kets"), tr("Verify the connection…"));
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
    const auto plural = [](quint64 count) { return static_cast<int>(std::min<quint64>(count, INT_MAX)); };
    QStringList parts;
    //: %1 is how many packets are shown, %Ln how many are kept
    parts
        << tr("%1 of %Ln packet(s)", nullptr, plural(ring.size())).arg(locale.toString(m_model->rowCount()));
    if (m_model->progress() < 0.995)
        parts << tr("%1 % searched").arg(locale.toString(100 * m_model->progress(), 'f', 0));
    if (ring.evicted() > 0)
        parts << tr("%Ln older one(s) dropped", nullptr, plural(ring.evicted()));
    if (m_desk.skipped() > 0)
        //: packets
        parts << tr("%Ln came too fast to be shown", nullptr, plural(m_desk.skipped()));
    const net::WireCounts wire = m_desk.captureCounts();
    if (wire.kernelDrops + wire.interfaceDrops > 0)
        //: packets of a capture
        parts << tr("%Ln lost by the system", nullptr, plural(wire.kernelDrops + wire.interfaceDrops));
    if (m_desk.isReading())
        parts << tr("%1 % of the file read").arg(locale.toString(100 * m_desk.fileProgress(), 'f', 0));
    if (m_save->isRunning())
        parts << tr("%1 % saved").arg(locale.toString(m_save->percent()));
    if (m_save->isRunning() == m_stopSaving->isHidden()) {
        m_stopSaving->setVisible(m_save->isRunning());
        updateActions();
    }
    m_counts->setText(parts.join(u"  ·  "_s));
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
    m_open->setText(tr("&Open a capture…"));
    m_replay->setText(tr("&Replay the file into the charts…"));
    m_saveShown->setText(tr("&Save the packets shown…"));
    //: a button; the file that was begun is not kept
    m_stopSaving->setText(tr("Stop saving"));
    m_saveSelected->setText(tr("Save the packets selecte&d…"));
    m_model->retranslate();
    if (m_shown && m_model->contains(*m_shown))
        showDetail(*m_shown);
    updatePages();
}

} // namespace metriscope::ui
