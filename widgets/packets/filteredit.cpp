// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/filteredit.h"

#include "netlayer/packets/packetfilter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace metriscope::ui
{

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent), m_completer(new QCompleter(this)), m_words(new QStringListModel(this))
{
    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    setClearButtonEnabled(true);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::complete);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const bool popup = m_completer->popup()->isVisible();
    const auto key = event->key();
    // With the list open these belong to it.
    if (popup && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape ||
                  key == Qt::Key_Tab || key == Qt::Key_Backtab)) {
        event->ignore();
        return;
    }
    if (event->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_Space)) {
        offer(true);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::offer(bool always)
{
    const QByteArray before = text().left(cursorPosition()).toUtf8();
    const net::FilterCompletion completion =
        net::completeFilter({before.constData(), static_cast<std::size_t>(before.size())});
    QStringList words;
    for (const std::string_view word : completion.words)
        words << QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    m_at = static_cast<int>(QString::fromUtf8(before.left(static_cast<qsizetype>(completion.at))).size());
    // In an empty line a list would only stand in the way.
    if (words.isEmpty() || (before.isEmpty() && !always)) {
        m_completer->popup()->hide();
        return;
    }
    m_words->setStringList(words);
    m_completer->complete();
}

void FilterEdit::complete(const QString &word)
{
    const int end = cursorPosition();
    setText(text().left(m_at) + word + QLatin1Char(' ') + text().mid(end));
    setCursorPosition(m_at + static_cast<int>(word.size()) + 1);
    Q_EMIT textEdited(text());
}

} // namespace metriscope::ui
