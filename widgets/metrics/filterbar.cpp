// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics/filterbar.h"

#include "widgets/common/errortext.h"
#include "widgets/common/findshortcut.h"
#include "widgets/common/numberformat.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace metriscope::ui
{

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_syntax(new QComboBox(this)),
      m_kinds(new QToolButton(this)), m_kindsMenu(new QMenu(m_kinds)), m_counts(new QLabel(this)),
      m_error(new QLabel(this)), m_line(new QHBoxLayout)
{
    m_search->setObjectName(QStringLiteral("metricFilter"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(int(MetricMatcher::MaxLength));
    m_search->setMinimumWidth(160);
    m_search->installEventFilter(this);
    for (int i = 0; i < 3; ++i)
        m_syntax->addItem(QString());
    for (int i = 0; i < net::MetricKindCount; ++i) {
        QAction *action = m_kindsMenu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &FilterBar::check);
        m_kindActions += action;
    }
    m_kindsMenu->addSeparator();
    m_allKinds = m_kindsMenu->addAction(QString());
    m_kinds->setMenu(m_kindsMenu);
    m_kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds->setFocusPolicy(Qt::StrongFocus);
    for (QLabel *label : {m_counts, m_error})
        label->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();

    m_line->addWidget(m_search, 1);
    m_line->addWidget(m_syntax);
    m_line->addWidget(m_kinds);
    m_line->addSpacing(8);
    m_line->addWidget(m_counts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(m_line);
    layout->addWidget(m_error);

    addFindShortcut(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::check);
    connect(m_syntax, &QComboBox::currentIndexChanged, this, &FilterBar::check);
    connect(m_allKinds, &QAction::triggered, this, [this] {
        MetricFilter all = filter();
        all.kinds = MetricFilter::AllKinds;
        setFilter(all);
    });
    retranslate();
}

MetricFilter FilterBar::filter() const
{
    MetricFilter filter;
    filter.text = m_search->text();
    filter.syntax = MetricFilter::Syntax(m_syntax->currentIndex());
    filter.kinds = 0;
    for (int i = 0; i < net::MetricKindCount; ++i)
        filter.kinds |= std::uint8_t((m_kindActions[i]->isChecked() ? 1U : 0U) << i);
    return filter;
}

void FilterBar::setFilter(const MetricFilter &filter)
{
    {
        const QSignalBlocker search(m_search), syntax(m_syntax);
        m_search->setText(filter.text);
        m_syntax->setCurrentIndex(int(filter.syntax));
        for (int i = 0; i < net::MetricKindCount; ++i) {
            const QSignalBlocker action(m_kindActions[i]);
            m_kindActions[i]->setChecked((filter.kinds & (1U << i)) != 0);
        }
    }
    check();
}

void FilterBar::clear()
{
    setFilter({.text = {}, .syntax = filter().syntax});
}

void FilterBar::focusSearch()
{
    startFind(m_search);
}

void FilterBar::addControl(QWidget *control)
{
    m_line->insertWidget(m_line->count() - 2, control);
}

void FilterBar::setCounts(int shown, int total, int undecided)
{
    m_shown = shown;
    m_total = total;
    m_undecided = undecided;
    m_counts->setText(shown == total
                          ? tr("%Ln metric(s)", nullptr, total)
                          //: %1 shown of %2 there are
                          : tr("%1 of %2").arg(formatCount(quint64(shown)), formatCount(quint64(total))));
    m_counts->setToolTip(
        undecided > 0 ? tr("%Ln metric(s) took the expression too long and are not shown", nullptr, undecided)
                      : QString());
    if (undecided > 0)
        m_counts->setText(m_counts->text() + QStringLiteral(" *"));
}

void FilterBar::check()
{
    updateKindsText();
    const MetricMatcher matcher(filter());
    QString error;
    switch (matcher.error()) {
    case MetricMatcher::Error::None:
        break;
    case MetricMatcher::Error::TooLong:
        error = tr("The filter is too long.");
        break;
    case MetricMatcher::Error::OpenBracket:
        error = tr("The bracket at character %1 is not closed.").arg(matcher.errorAt() + 1);
        break;
    case MetricMatcher::Error::BadExpression:
        //: %2 is what the library for regular expressions says
        error = tr("The expression is wrong at character %1: %2")
                    .arg(matcher.errorAt() + 1)
                    .arg(matcher.errorDetail());
        break;
    }
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_search->setAccessibleDescription(error.isEmpty() ? m_search->toolTip() : error);
    if (error.isEmpty())
        Q_EMIT filterChanged();
}

void FilterBar::updateKindsText()
{
    QStringList chosen;
    for (int i = 0; i < net::MetricKindCount; ++i)
        if (m_kindActions[i]->isChecked())
            chosen += kindText(net::MetricKind(i));
    m_kinds->setText(chosen.size() == net::MetricKindCount ? tr("All kinds")
                     : chosen.size() == 1                  ? chosen.front()
                                                           : tr("%Ln kind(s)", nullptr, int(chosen.size())));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::retranslate()
{
    m_search->setPlaceholderText(tr("Filter metrics"));
    m_search->setAccessibleName(tr("Filter metrics"));
    m_search->setToolTip(
        tr("Words must all occur in the name or the tags.\nenv:dev finds a tag, -word excludes."));
    m_syntax->setItemText(0, tr("Text"));
    //: A way to write a filter: with * and ?
    m_syntax->setItemText(1, tr("Wildcard"));
    m_syntax->setItemText(2, tr("Regular expression"));
    m_syntax->setAccessibleDescription(tr("How the filter is meant"));
    m_syntax->setToolTip(tr("How the filter is meant"));
    for (int i = 0; i < net::MetricKindCount; ++i)
        m_kindActions[i]->setText(kindText(net::MetricKind(i)));
    m_allKinds->setText(tr("All kinds"));
    m_kinds->setAccessibleDescription(tr("Which kinds of metrics are shown"));
    m_kinds->setToolTip(tr("Which kinds of metrics are shown"));
    setCounts(m_shown, m_total, m_undecided);
    check();
}

} // namespace metriscope::ui
