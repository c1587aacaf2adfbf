// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contexts/pasteurlsdialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace metriscope::ui
{

PasteUrlsDialog::PasteUrlsDialog(QWidget *parent)
    : QDialog(parent), m_hint(new QLabel(this)), m_edit(new QPlainTextEdit(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("pasteurls"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setBuddy(m_edit);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_buttons);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &PasteUrlsDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    check();
    resize(560, 380);
}

QString PasteUrlsDialog::text() const
{
    return m_edit->toPlainText();
}

void PasteUrlsDialog::check()
{
    const int size = m_edit->document()->characterCount();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(size > 1 && size <= MaxText);
}

void PasteUrlsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PasteUrlsDialog::retranslate()
{
    setWindowTitle(tr("Paste URLs"));
    m_hint->setText(
        tr("One URL a line, such as /auth/login. Of http://localhost:8000/auth/login?next=/ the path is "
           "taken. Names of metrics that hold the md5 of such a URL are then shown with it."));
    m_edit->setPlaceholderText(QStringLiteral("/auth/login\n/auth/logout"));
    m_edit->setAccessibleName(tr("URLs"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

} // namespace metriscope::ui
