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

#include <algorithm>
#include <climits>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 TimeToWork = 2; ///< milliseconds of the window's thread at a time
constexpr std::uint64_t LookAtClockEvery = 256;
constexpr std::size_t ShownAtOnce = 8192; ///< bytes

/// Control characters made visible, newlines kept.
[[nodiscard]] QString shownText(std::string_view bytes)
{
    QString text;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        text += displayText(bytes.substr(0, end), 20'000) + u'\n';
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return text;
}

} // namespace

FollowDialog::FollowDialog(const PacketDesk &desk, std::uint64_t number, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_conversation(desk.ring().at(number)), m_next(desk.ring().first()),
      m_end(desk.ring().end()), m_which(new QComboBox(this)), m_text(new QPlainTextEdit(this)),
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
    connect(&m_timer, &QTimer::timeout, this, &FollowDialog::work);
    connect(m_which, &QComboBox::currentIndexChanged, this, &FollowDialog::showFromStart);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_save, &QPushButton::clicked, this, &FollowDialog::save);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    m_text->setFocus();
}

void FollowDialog::work()
{
    m_clock.start();
    if (!m_gathered)
        gather();
    if (m_gathered)
        fill();
}

void FollowDialog::gather()
{
    const net::PacketRing &ring = m_desk.ring();
    m_next = std::max(m_next, ring.first());
    while (m_next < m_end && !m_conversation.isCut()) {
        m_conversation.add(ring.at(m_next++));
        if (m_next % LookAtClockEvery == 0 && m_clock.elapsed() >= TimeToWork)
            return;
    }
    m_conversation.end();
    m_gathered = true;
    updateNote();
}

void FollowDialog::fill()
{
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    const std::vector<net::Conversation::Part> &parts = m_conversation.parts();
    while (m_part < parts.size()) {
        if (m_clock.elapsed() >= TimeToWork)
            return;
        const net::Conversation::Part &part = parts[m_part];
        if (isWanted(part))
            fillFrom(part, cursor);
        if (!isWanted(part) || m_at == part.bytes.size()) {
            ++m_part;
            m_at = 0;
        }
    }
    m_timer.stop();
    m_text->moveCursor(QTextCursor::Start);
}

/// Some lines, from where the last ones ended.
void FollowDialog::fillFrom(const net::Conversation::Part &part, QTextCursor &cursor)
{
    QTextCharFormat format;
    if (m_at == 0 && part.missing > 0) {
        format.setFontItalic(true);
        const auto missing = static_cast<int>(std::min<std::uint32_t>(part.missing, INT_MAX));
        cursor.insertText(tr("[%Ln byte(s) were not captured]", nullptr, missing) + u'\n', format);
        format.setFontItalic(false);
    }
    const ChartPalette colours = ChartPalette::of(palette());
    format.setForeground(colours.curve(part.side == net::Conversation::Side::Asking ? 0 : 1));
    const std::size_t newline = part.bytes.find('\n', m_at + ShownAtOnce);
    const std::size_t end = newline == std::string::npos ? part.bytes.size() : newline + 1;
    cursor.insertText(shownText(std::string_view(part.bytes).substr(m_at, end - m_at)), format);
    m_at = end;
}

void FollowDialog::showFromStart()
{
    m_text->clear();
    m_part = m_at = 0;
    m_timer.start(0);
}

bool FollowDialog::isWanted(const net::Conversation::Part &part) const
{
    const int which = m_which->currentIndex();
    return which == 0 || (which == 1) == (part.side == net::Conversation::Side::Asking);
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
    for (const net::Conversation::Part &part : m_conversation.parts())
        if (good && isWanted(part))
            good = out.write(part.bytes.data(), static_cast<qint64>(part.bytes.size())) ==
                   static_cast<qint64>(part.bytes.size());
    m_problem = good && out.commit() ? QString() : out.errorString();
    updateNote();
}

void FollowDialog::updateNote()
{
    QStringList notes;
    if (m_conversation.isCut())
        notes << tr("The conversation is longer: its beginning is shown.");
    if (!m_problem.isEmpty())
        notes << tr("It could not be saved: %1").arg(m_problem);
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void FollowDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FollowDialog::retranslate()
{
    const QString from = QString::fromStdString(m_conversation.asking().text()),
                  to = QString::fromStdString(m_conversation.answering().text());
    setWindowTitle(tr("Conversation between %1 and %2").arg(from, to));
    m_which->setItemText(0, tr("Both sides"));
    //: %1 and %2 are addresses
    m_which->setItemText(1, tr("What %1 sends to %2").arg(from, to));
    m_which->setItemText(2, tr("What %1 sends to %2").arg(to, from));
    m_which->setAccessibleDescription(tr("Which side is shown"));
    m_text->setAccessibleName(tr("Conversation"));
    updateNote();
    m_copy->setText(tr("&Copy"));
    m_save->setText(tr("&Save…"));
    m_close->setText(tr("C&lose"));
    showFromStart();
}

} // namespace metriscope::ui
