// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/notestrip.h"

#include "widgets/common/themeicon.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

NoteStrip::NoteStrip(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)), m_command(new QLabel(this)), m_copy(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *icon = new QLabel(this);
    icon->setPixmap(themeIcon(u"warning"_s).pixmap(20));
    for (QLabel *label : {m_text, m_command}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setText(u"✕"_s);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_close, 0, 3, Qt::AlignTop);
    layout->addWidget(m_command, 1, 1);
    layout->addWidget(m_copy, 1, 2);
    layout->setColumnStretch(1, 1);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    connect(m_close, &QToolButton::clicked, this, &NoteStrip::dismiss);
    retranslate();
    hide();
}

void NoteStrip::tell(std::function<QString()> words, const QString &command)
{
    m_words = std::move(words);
    m_command->setText(command);
    m_command->setVisible(!command.isEmpty());
    m_copy->setVisible(!command.isEmpty());
    retranslate();
    show();
}

void NoteStrip::dismiss()
{
    m_words = {};
    hide();
}

QString NoteStrip::text() const
{
    return isHidden() ? QString() : m_text->text();
}

QString NoteStrip::command() const
{
    return isHidden() ? QString() : m_command->text();
}

void NoteStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void NoteStrip::retranslate()
{
    if (m_words)
        m_text->setText(m_words());
    m_copy->setText(tr("Copy the command"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    setAccessibleName(m_text->text());
}

} // namespace metriscope::ui
