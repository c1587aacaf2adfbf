// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packets/searchbar.h"

#include "widgets/common/findshortcut.h"
#include "widgets/common/packettext.h"
#include "widgets/common/themeicon.h"
#include "widgets/common/timeformat.h"
#include "widgets/packets/filteredit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace metriscope::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int LongestPattern = 1000;

[[nodiscard]] net::Time wallOf(std::int64_t nanoseconds)
{
    return net::Time{std::chrono::milliseconds{nanoseconds / 1'000'000}};
}

} // namespace

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent), m_matchLabel(new QLabel(this)), m_filterLabel(new QLabel(this)),
      m_problem(new QLabel(this)), m_status(new QLabel(this)), m_match(new QLineEdit(this)),
      m_case(new QToolButton(this)), m_invert(new QToolButton(this)), m_range(new QToolButton(this)),
      m_filter(new FilterEdit(this))
{
    auto *line = new QHBoxLayout;
    line->addWidget(m_matchLabel);
    line->addWidget(m_match, 2);
    line->addWidget(m_case);
    line->addWidget(m_invert);
    line->addSpacing(8);
    line->addWidget(m_filterLabel);
    line->addWidget(m_filter, 3);
    line->addWidget(m_range);
    line->addWidget(m_status);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    m_matchLabel->setBuddy(m_match);
    m_filterLabel->setBuddy(m_filter);
    m_match->setClearButtonEnabled(true);
    m_match->setMaxLength(LongestPattern);
    for (QLabel *label : {m_problem, m_status})
        label->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    for (QToolButton *button : {m_case, m_invert}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::toggled, this, &SearchBar::read);
    }
    m_range->setFocusPolicy(Qt::StrongFocus);
    m_range->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_range->setIcon(themeIcon(u"undo"_s));
    m_range->hide();
    connect(m_range, &QToolButton::clicked, this, &SearchBar::clearRange);
    addFindShortcut(m_filter);
    connect(m_match, &QLineEdit::textChanged, this, &SearchBar::read);
    connect(m_filter, &QLineEdit::textChanged, this, &SearchBar::read);
    retranslate();
}

void SearchBar::setFilter(const QString &filter)
{
    m_filter->setText(filter);
}

QString SearchBar::filter() const
{
    return m_filter->text();
}

void SearchBar::setMatch(const QString &pattern, bool ignoreCase, bool inverted)
{
    m_case->setChecked(ignoreCase);
    m_invert->setChecked(inverted);
    m_match->setText(pattern);
}

void SearchBar::setRange(std::int64_t from, std::int64_t to)
{
    m_query.from = from;
    m_query.to = to;
    showRange();
    Q_EMIT queryChanged();
}

void SearchBar::clearRange()
{
    const PacketQuery fresh;
    setRange(fresh.from, fresh.to);
}

void SearchBar::clear()
{
    m_match->clear();
    m_filter->clear();
    clearRange();
}

QString SearchBar::problem() const
{
    return m_problem->text();
}

void SearchBar::setStatus(const QString &text)
{
    m_status->setText(text);
}

/// What is wrong is explained, and the query before it stays.
void SearchBar::read()
{
    QString problem;
    const QByteArray bytes = m_filter->text().toUtf8();
    const auto parsed = net::PacketFilter::parse({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!parsed)
        problem = filterErrorText(parsed.error(), m_filter->text());
    QRegularExpression match(m_match->text(), m_case->isChecked() ? QRegularExpression::CaseInsensitiveOption
                                                                  : QRegularExpression::NoPatternOption);
    if (!match.isValid())
        //: %1 is what the library for regular expressions says, in English
        problem = tr("The expression cannot be read at character %L1: %2")
                      .arg(match.patternErrorOffset() + 1)
                      .arg(match.errorString());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    match.optimize();
    m_query.filter = *parsed;
    m_query.match = match;
    m_query.inverted = m_invert->isChecked();
    Q_EMIT queryChanged();
}

void SearchBar::showRange()
{
    m_range->setVisible(m_query.hasRange());
    if (!m_query.hasRange())
        return;
    //: a button that ends the choice of a span of time; %1 and %2 are times
    m_range->setText(
        tr("%1 – %2").arg(formatClock(wallOf(m_query.from), true), formatClock(wallOf(m_query.to), true)));
}

void SearchBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SearchBar::retranslate()
{
    m_matchLabel->setText(tr("&Match"));
    m_match->setPlaceholderText(tr("regular expression over the payload"));
    m_match->setAccessibleName(tr("Match"));
    //: short label of a button: letter case does not count
    m_case->setText(tr("Aa"));
    m_case->setToolTip(tr("Letter case does not count"));
    m_case->setAccessibleName(m_case->toolTip());
    //: short label of a button: packets that do not match are shown
    m_invert->setText(tr("Not"));
    m_invert->setToolTip(tr("Shows what does not match"));
    m_invert->setAccessibleName(m_invert->toolTip());
    m_filterLabel->setText(tr("Sho&w"));
    m_filter->setPlaceholderText(tr("name = requests.* and verdict = rejected"));
    m_filter->setToolTip(tr("Which packets are shown. Ctrl+Space says what may be written."));
    m_filter->setAccessibleName(tr("Display filter"));
    m_range->setToolTip(tr("Only packets of this time are shown. Click to show those of all times."));
    showRange();
    if (!m_problem->text().isEmpty())
        read();
}

} // namespace metriscope::ui
