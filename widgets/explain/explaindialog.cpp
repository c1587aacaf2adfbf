// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/explaindialog.h"

#include "widgets/common/displaytext.h"
#include "widgets/explain/explainmodel.h"
#include "widgets/explain/expositionmodel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace metriscope::ui
{
namespace
{

constexpr qsizetype MaxBytes = qsizetype{4} << 20;

}

ExplainDialog::ExplainDialog(QWidget *parent)
    : QDialog(parent), m_lines(new ExplainModel(this)), m_exposition(new ExpositionModel(this)),
      m_inputLabel(new QLabel(this)), m_kindLabel(new QLabel(this)), m_dialectLabel(new QLabel(this)),
      m_summary(new QLabel(this)), m_marked(new QLabel(this)), m_detail(new QLabel(this)),
      m_input(new QPlainTextEdit(this)), m_kind(new QComboBox(this)), m_dialect(new QComboBox(this)),
      m_open(new QPushButton(this)), m_close(new QPushButton(this)), m_table(new QTableView(this))
{
    setObjectName(u"explain"_s);
    m_summary->setObjectName(u"summary"_s);
    m_kind->setObjectName(u"kind"_s);
    m_dialect->setObjectName(u"dialect"_s);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_input->setFont(fixed);
    m_input->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_input->setTabChangesFocus(true);
    m_inputLabel->setBuddy(m_input);
    m_kindLabel->setBuddy(m_kind);
    for (int kind = 0; kind < KindCount; ++kind)
        m_kind->addItem({});
    m_dialectLabel->setBuddy(m_dialect);
    for (const net::Dialect &dialect : net::dialects())
        m_dialect->addItem(QString::fromLatin1(dialect.name.data(), qsizetype(dialect.name.size())));
    for (QLabel *label : {m_summary, m_marked, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_marked->setFont(fixed);
    m_detail->setWordWrap(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_close->setAutoDefault(false);
    m_open->setAutoDefault(false);

    auto *choice = new QHBoxLayout;
    choice->addWidget(m_kindLabel);
    choice->addWidget(m_kind);
    choice->addWidget(m_dialectLabel);
    choice->addWidget(m_dialect);
    choice->addWidget(m_open);
    choice->addStretch();
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->addWidget(m_inputLabel);
    topLayout->addWidget(m_input);
    topLayout->addLayout(choice);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(top);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_marked);
    layout->addWidget(m_detail);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_summary, 1);
    bottom->addWidget(m_close);
    layout->addLayout(bottom);

    m_soon.setSingleShot(true);
    m_soon.setInterval(120ms);
    connect(&m_soon, &QTimer::timeout, this, &ExplainDialog::explain);
    connect(m_input, &QPlainTextEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ExplainDialog::explain);
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &ExplainDialog::explain);
    connect(m_open, &QPushButton::clicked, this, &ExplainDialog::openFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    resize(860, 620);
    retranslate();
    explain();
}

void ExplainDialog::setLines(const QByteArray &lines)
{
    m_input->setPlainText(QString::fromUtf8(lines.left(MaxBytes)));
    explain();
}

void ExplainDialog::setDialect(const QString &name)
{
    m_dialect->setCurrentIndex(std::max(0, m_dialect->findText(name)));
}

ExplainDialog::Kind ExplainDialog::kindOf(const QByteArray &text) const
{
    const std::string_view bytes(text.constData(), static_cast<std::size_t>(text.size()));
    if (m_kind->currentIndex() != Detect)
        return static_cast<Kind>(m_kind->currentIndex());
    if (!net::looksLikeExposition(bytes))
        return Statsd;
    return net::formatByEnd(bytes) == net::ExpositionFormat::OpenMetrics ? OpenMetrics : PrometheusText;
}

void ExplainDialog::explain()
{
    m_soon.stop();
    const QByteArray text = m_input->toPlainText().toUtf8();
    const Kind kind = kindOf(text);
    if (kind == Statsd)
        m_lines->explain(text, net::dialects()[static_cast<std::size_t>(m_dialect->currentIndex())]);
    else
        m_exposition->explain(text, kind == OpenMetrics ? net::ExpositionFormat::OpenMetrics
                                                        : net::ExpositionFormat::Text);
    present(kind == Statsd ? static_cast<VerdictModel &>(*m_lines) : *m_exposition);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showDetail();
}

void ExplainDialog::present(VerdictModel &model)
{
    m_dialectLabel->setVisible(&model == m_lines);
    m_dialect->setVisible(&model == m_lines);
    if (m_model == &model)
        return;
    m_model = &model;
    const std::unique_ptr<QItemSelectionModel> old(m_table->selectionModel());
    m_table->setModel(m_model);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExplainDialog::showDetail);
    const int character = fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair{VerdictModel::NumberColumn, 6},
                                        {VerdictModel::VerdictColumn, 16},
                                        {VerdictModel::LineColumn, 40},
                                        {VerdictModel::ReasonColumn, 40}})
        m_table->setColumnWidth(column, character * width);
}

void ExplainDialog::showDetail()
{
    const QModelIndex current = m_table->currentIndex();
    const bool any = current.isValid();
    m_marked->setText(any ? m_model->marked(current.row()) : QString());
    m_detail->setText(any ? m_model->detail(current.row()) : QString());
    m_summary->setText(m_model->summary());
}

void ExplainDialog::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a file with statsd lines or metrics"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        setLines(file.read(MaxBytes));
    else
        //: %1 is a file, %2 a message of the system
        m_detail->setText(tr("%1 cannot be read: %2").arg(displayText(path, 200), file.errorString()));
}

void ExplainDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ExplainDialog::retranslate()
{
    setWindowTitle(tr("Explain lines"));
    m_inputLabel->setText(tr("&Lines as the application sends them, or metrics as it serves them"));
    m_input->setPlaceholderText(u"api.requests:1|c\napi.time:12,5|ms\nusers.active:+1|g"_s);
    m_input->setAccessibleName(tr("Text to explain"));
    m_kindLabel->setText(tr("&Read as"));
    //: what a pasted text is read as: found out from the text
    m_kind->setItemText(Detect, tr("Detect"));
    m_kind->setItemText(Statsd, tr("statsd lines"));
    m_kind->setItemText(PrometheusText, tr("text format of Prometheus"));
    m_kind->setItemText(OpenMetrics, u"OpenMetrics"_s);
    m_dialectLabel->setText(tr("&Dialect"));
    m_dialect->setAccessibleDescription(tr("Whose grammar the lines are read by"));
    m_open->setText(tr("&Open…"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Verdicts"));
    m_detail->setAccessibleName(tr("About the selected line"));
    m_lines->retranslate();
    m_exposition->retranslate();
    if (m_model)
        showDetail();
}

} // namespace metriscope::ui
