// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/checkcard.h"

#include "widgets/common/checktext.h"
#include "widgets/models/journaltext.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

QString glyphOf(const net::CheckEntry &entry)
{
    if (entry.state == net::CheckEntry::State::Waiting)
        return u"○"_s;
    if (entry.state == net::CheckEntry::State::Running)
        return u"◐"_s;
    switch (entry.result.verdict) {
    case net::CheckVerdict::Pass:
        return u"✔"_s;
    case net::CheckVerdict::Warning:
        return u"⚠"_s;
    case net::CheckVerdict::Fail:
        return u"✖"_s;
    case net::CheckVerdict::Skipped:
        return u"–"_s;
    }
    return {};
}

QColor colourOf(const net::CheckEntry &entry, const QPalette &palette)
{
    if (entry.state == net::CheckEntry::State::Done) {
        const bool dark = palette.color(QPalette::Base).lightness() < 128;
        switch (entry.result.verdict) {
        case net::CheckVerdict::Pass:
            return dark ? QColor(0x7F, 0xC8, 0x8F) : QColor(0x1B, 0x6E, 0x35);
        case net::CheckVerdict::Warning:
            return severityColour(Severity::Warning, palette);
        case net::CheckVerdict::Fail:
            return severityColour(Severity::Error, palette);
        case net::CheckVerdict::Skipped:
            break;
        }
    }
    return palette.color(QPalette::WindowText);
}

/// Lets a name that is longer than a line go on in the next one.
QString breakable(const QString &text)
{
    constexpr int ShortWord = 24, LongWord = 60;
    QString result;
    int word = 0;
    for (const QChar c : text) {
        result += c;
        word = c.isSpace() ? 0 : word + 1;
        if ((word >= ShortWord && c.isPunct()) || word >= LongWord) {
            result += QChar(u'\u200B'); // a place to break, of no width
            word = 0;
        }
    }
    return result;
}

} // namespace

QString entryVerdictText(const net::CheckEntry &entry)
{
    QString word;
    switch (entry.state) {
    case net::CheckEntry::State::Waiting:
        //: a check that has not begun
        word = QCoreApplication::translate("CheckCard", "waiting");
        break;
    case net::CheckEntry::State::Running:
        //: a check that is being made
        word = QCoreApplication::translate("CheckCard", "checking");
        break;
    case net::CheckEntry::State::Done:
        word = checkVerdictText(entry.result.verdict);
        break;
    }
    return glyphOf(entry) + u' ' + word;
}

CheckCard::CheckCard(net::CheckId id, QWidget *parent)
    : QFrame(parent), m_head(new QToolButton(this)), m_verdict(new QLabel(this)),
      m_details(new QWidget(this)), m_evidence(new QLabel(m_details)), m_remedy(new QLabel(m_details)),
      m_copy(new QPushButton(m_details))
{
    m_entry.id = id;
    setFrameShape(QFrame::StyledPanel);
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setArrowType(Qt::RightArrow);
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_verdict->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_evidence, m_remedy}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1); // else the longest word would push the verdicts out of the list
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }

    auto *details = new QGridLayout(m_details);
    details->setContentsMargins(26, 0, 6, 6);
    details->addWidget(m_evidence, 0, 0, 1, 2);
    details->addWidget(m_remedy, 1, 0);
    details->addWidget(m_copy, 1, 1, Qt::AlignTop);
    details->setColumnStretch(0, 1);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(4, 2, 8, 2);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_head, 0, 0);
    layout->addWidget(m_verdict, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_details, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);

    connect(m_head, &QToolButton::toggled, this, &CheckCard::showDetails);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(checkRemedyText(m_entry.result)); });
    showDetails();
    retranslate();
}

void CheckCard::setEntry(const net::CheckEntry &entry)
{
    m_entry = entry;
    retranslate();
}

void CheckCard::setUnfolded(bool unfolded)
{
    m_head->setChecked(unfolded);
}

bool CheckCard::isUnfolded() const
{
    return m_head->isChecked();
}

void CheckCard::showDetails()
{
    const bool unfolded = m_head->isChecked();
    m_head->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_details->setVisible(unfolded);
}

void CheckCard::retranslate()
{
    const QString title = checkTitle(m_entry.id), verdict = entryVerdictText(m_entry);
    m_head->setText(title);
    //: a check to a screen reader: %1 is its title, %2 its verdict
    m_head->setAccessibleName(tr("%1: %2").arg(title, verdict.section(u' ', 1)));
    m_verdict->setText(verdict);

    const bool done = m_entry.state == net::CheckEntry::State::Done;
    const QString evidence = done ? checkEvidenceText(m_entry.result) : QString();
    const QString remedy = done ? checkRemedyText(m_entry.result) : QString();
    m_head->setAccessibleDescription(evidence);
    m_evidence->setText(evidence.isEmpty() ? tr("Nothing to tell yet.") : breakable(evidence));
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
    m_copy->setVisible(!remedy.isEmpty());
    m_copy->setText(tr("Copy"));
    //: what to do about a fault
    m_copy->setAccessibleName(tr("Copy the remedy"));
    restyle();
}

void CheckCard::restyle()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colourOf(m_entry, palette()));
    m_verdict->setPalette(colours);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_remedy->setFont(strong);
}

void CheckCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

} // namespace metriscope::ui
