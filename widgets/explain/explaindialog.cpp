// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explain/explaindialog.h"

#include "widgets/common/displaytext.h"
#include "widgets/explain/explainmodel.h"

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

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace metriscope::ui
{
namespace
{

constexpr qsizetype MaxBytes = qsizetype{4} << 20;

}

ExplainDialog::ExplainDialog(QWidget *parent)
    : QDialog(parent), m_model(new ExplainModel(this)), m_inputLabel(new QLabel(this)),
      m_dialectLabel(new QLabel(this)), m_summary(new QLabel(this)), m_marked(new QLabel(this)),
      m_detail(new QLabel(this)), m_input(new QPlainTextEdit(this)), m_dialect(new QComboBox(this)),
      m_open(new QPushButton(this)), m_close(new QPushButton(this)), m_table(new QTableView(this))
{
    setObjectName(u"explain"_s);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_input->setFont(fixed);
    m_input->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_input->setTabChangesFocus(true);
    m_inputLabel->setBuddy(m_input);
    m_dialectLabel->setBuddy(m_dialect);
    for (const net::Dialect &dialect : net::dialects())
        m_dialect->addItem(QString::fromLatin1(dialect.name.data(), qsizetype(dialect.name.size())));
    for (QLabel *label : {m_summary, m_marked, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_marked->setFont(fixed);
    m_detail->setWordWrap(true);
    m_table->setModel(m_model);
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
    choice->addWidget(m_dialectLabel);
    choice->addWidget(m_dialect);
    choice->addWidget(m_open);
    choice->addStretch();
    choice->addWidget(m_summary);
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
    layout->addWidget(m_close, 0, Qt::AlignRight);

    m_soon.setSingleShot(true);
    m_soon.setInterval(120ms);
    connect(&m_soon, &QTimer::timeout, this, &ExplainDialog::explain);
    connect(m_input, &QPlainTextEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_dialect, &QComboBox::currentIndexChanged, this, &ExplainDialog::explain);
    connect(m_open, &QPushButton::clicked, this, &ExplainDialog::openFile);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ExplainDialog::showDetail);
    resize(860, 620);
    const int character = fontMetrics().averageCharWidth();
    for (const auto &[column, width] : {std::pair{ExplainModel::NumberColumn, 6},
                                        {ExplainModel::VerdictColumn, 16},
                                        {ExplainModel::LineColumn, 40},
                                        {ExplainModel::ReasonColumn, 40}})
        m_table->setColumnWidth(column, character * width);
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

void ExplainDialog::explain()
{
    m_soon.stop();
    m_model->explain(m_input->toPlainText().toUtf8(),
                     net::dialects()[static_cast<std::size_t>(m_dialect->currentIndex())]);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showDetail();
}

void ExplainDialog::showDetail()
{
    const QModelIndex current = m_table->currentIndex();
    const bool any = current.isValid();
    m_marked->setText(any ? m_model->marked(current.row()) : QString());
    m_detail->setText(any ? m_model->detail(current.row()) : QString());
    QStringList parts;
    if (m_model->accepted() > 0)
        parts << tr("%n accepted", "lines", m_model->accepted());
    if (m_model->doubtful() > 0)
        parts << tr("%n with a warning", "lines", m_model->doubtful());
    if (m_model->rejected() > 0)
        parts << tr("%n rejected", "lines", m_model->rejected());
    if (m_model->left() > 0)
        parts << tr("%n too many", "lines", m_model->left());
    m_summary->setText(parts.join(u"   "_s));
}

void ExplainDialog::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a file with statsd lines"));
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
    m_inputLabel->setText(tr("&Lines as the application sends them:"));
    m_input->setPlaceholderText(u"api.requests:1|c\napi.time:12,5|ms\nusers.active:+1|g"_s);
    m_input->setAccessibleName(tr("Lines to explain"));
    m_dialectLabel->setText(tr("&Dialect:"));
    m_dialect->setAccessibleDescription(tr("Whose grammar the lines are read by"));
    m_open->setText(tr("&Open…"));
    m_close->setText(tr("&Close"));
    m_table->setAccessibleName(tr("Verdicts"));
    m_detail->setAccessibleName(tr("About the selected line"));
    m_model->retranslate();
    showDetail();
}

} // namespace metriscope::ui
