// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noticebar.h"

#include "widgets/models/journaltext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace metriscope::app
{

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_verify(new QToolButton(this)),
      m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    m_icon->setText(ui::severityGlyph(ui::Severity::Warning));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_verify);
    layout->addWidget(m_close);
    connect(m_verify, &QToolButton::clicked, this,
            [this] { Q_EMIT verifyRequested(m_notices.back().verify); });
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::closeNewest);
    hide();
}

void NoticeBar::tell(std::function<QString()> words, std::optional<net::CheckKind> verify,
                     std::optional<net::SourceId> source)
{
    if (source)
        takeBack(*source);
    static constexpr std::size_t Most = 20; // all of them are in the journal
    if (m_notices.size() == Most)
        m_notices.erase(m_notices.begin());
    m_notices.push_back({std::move(words), verify, source});
    retranslate();
    show();
}

void NoticeBar::takeBack(net::SourceId source)
{
    if (std::erase_if(m_notices, [source](const Notice &notice) { return notice.source == source; }) == 0)
        return;
    retranslate();
    setVisible(!m_notices.empty());
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void NoticeBar::retranslate()
{
    //: closes a notice
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    m_verify->setText(tr("Verify…"));
    m_verify->setToolTip(tr("Find out what is wrong, and what to do"));
    if (m_notices.empty())
        return;
    m_verify->setVisible(m_notices.back().verify.has_value());
    QPalette colours = m_icon->palette();
    colours.setColor(QPalette::WindowText, ui::severityColour(ui::Severity::Warning, palette()));
    m_icon->setPalette(colours);
    QString text = m_notices.back().words();
    if (const auto more = m_notices.size() - 1; more > 0)
        //: %1 is a notice
        text = tr("%1 (and %n more)", nullptr, static_cast<int>(more)).arg(text);
    m_text->setText(text);
}

void NoticeBar::closeNewest()
{
    m_notices.pop_back();
    retranslate();
    setVisible(!m_notices.empty());
}

} // namespace metriscope::app
