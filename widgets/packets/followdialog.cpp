// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/followdialog.h"

#include "widgets/common/chartpalette.h"
#include "widgets/common/displaytext.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Control characters made visible, newlines kept.
[[nodiscard]] QString shownText(const QByteArray &bytes)
{
    QStringList lines;
    for (const QByteArray &line : bytes.split('\n'))
        lines << displayText({line.constData(), static_cast<std::size_t>(line.size())}, 20'000);
    return lines.join(u'\n');
}

} // namespace

FollowDialog::FollowDialog(const PacketDesk &desk, std::uint64_t number, QWidget *parent)
    : QDialog(parent), m_which(new QComboBox(this)), m_text(new QPlainTextEdit(this)),
      m_note(new QLabel(this)), m_copy(new QPushButton(this)), m_save(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setObjectName(u"followdialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    for (int i = 0; i < 3; ++i)
        m_which->addItem(QString());
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_which);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    gather(desk, number);
    connect(m_which, &QComboBox::currentIndexChanged, this, &FollowDialog::fill);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_save, &QPushButton::clicked, this, &FollowDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    m_text->setFocus();
}

void FollowDialog::gather(const PacketDesk &desk, std::uint64_t number)
{
    const net::PacketRing &ring = desk.ring();
    const net::PacketRecord chosen = ring.at(number);
    m_source = chosen.source;
    m_destination = chosen.destination;
    // Who speaks to a port that is known for answering asks.
    if (m_source.port != 0 && m_source.port < m_destination.port)
        std::swap(m_source, m_destination);
    qsizetype size = 0;
    for (std::uint64_t i = ring.first(); i < ring.end() && !m_cut; ++i) {
        const net::PacketRecord record = ring.at(i);
        const bool there = record.source == m_source && record.destination == m_destination;
        const bool back = record.source == m_destination && record.destination == m_source;
        if ((!there && !back) || record.feed != chosen.feed || record.protocol != chosen.protocol ||
            record.repeated || record.payload.size == 0)
            continue;
        const auto *bytes = reinterpret_cast<const char *>(record.bytes.data()) + record.payload.offset;
        const QByteArray payload(bytes, record.payload.size);
        size += payload.size();
        m_cut = size > MaxBytes;
        const Side side = there ? Side::Asking : Side::Answering;
        const bool datagrams = record.protocol != net::PacketProtocol::Tcp;
        if (!m_parts.empty() && m_parts.back().side == side && !datagrams)
            m_parts.back().bytes += payload;
        else
            m_parts.push_back({side, payload});
    }
}

void FollowDialog::fill()
{
    const int which = m_which->currentIndex();
    const ChartPalette colours = ChartPalette::of(palette());
    m_text->clear();
    QTextCursor cursor(m_text->document());
    for (const Part &part : m_parts) {
        if (which != 0 && (which == 1) != (part.side == Side::Asking))
            continue;
        QTextCharFormat format;
        format.setForeground(part.side == Side::Asking ? colours.curve(0) : colours.curve(1));
        QString text = shownText(part.bytes);
        if (!text.endsWith(u'\n'))
            text += u'\n';
        cursor.insertText(text, format);
    }
    m_text->moveCursor(QTextCursor::Start);
}

QString FollowDialog::text() const
{
    return m_text->toPlainText();
}

void FollowDialog::save()
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the conversation"), u"metriscope-conversation.txt"_s);
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    bool good = out.open(QIODevice::WriteOnly);
    const int which = m_which->currentIndex();
    for (const Part &part : m_parts)
        if (good && (which == 0 || (which == 1) == (part.side == Side::Asking)))
            good = out.write(part.bytes) == part.bytes.size();
    if (!good || !out.commit())
        m_note->setText(tr("It could not be saved: %1").arg(out.errorString()));
}

void FollowDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FollowDialog::retranslate()
{
    const QString from = QString::fromStdString(m_source.text()),
                  to = QString::fromStdString(m_destination.text());
    setWindowTitle(tr("Conversation between %1 and %2").arg(from, to));
    m_which->setItemText(0, tr("Both sides"));
    //: %1 and %2 are addresses
    m_which->setItemText(1, tr("What %1 sends to %2").arg(from, to));
    m_which->setItemText(2, tr("What %1 sends to %2").arg(to, from));
    m_which->setAccessibleDescription(tr("Which side is shown"));
    m_text->setAccessibleName(tr("Conversation"));
    m_note->setText(m_cut ? tr("The conversation is longer: its beginning is shown.") : QString());
    m_note->setVisible(m_cut);
    m_copy->setText(tr("&Copy"));
    m_save->setText(tr("&Save…"));
    m_close->setText(tr("C&lose"));
    fill();
}

} // namespace metriscope::ui
