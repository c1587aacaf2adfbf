// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wizard/resultpage.h"

#include "widgets/common/displaytext.h"
#include "widgets/export/exportfile.h"
#include "widgets/wizard/checkreport.h"

#include "netlayer/checks/settingstext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{

ResultPage::ResultPage(QWidget *parent)
    : WizardPage(parent), m_files(new QTabWidget(this)), m_copy(new QPushButton(this)),
      m_save(new QPushButton(this)), m_copyReport(new QPushButton(this)), m_saveReport(new QPushButton(this)),
      m_add(new QPushButton(this)), m_reportTitle(new QLabel(this)), m_message(new QLabel(this))
{
    auto *settings = new QHBoxLayout;
    settings->addWidget(m_copy);
    settings->addWidget(m_save);
    settings->addStretch();
    auto *report = new QHBoxLayout;
    report->addWidget(m_reportTitle);
    report->addWidget(m_copyReport);
    report->addWidget(m_saveReport);
    report->addStretch();
    report->addWidget(m_add);
    for (QLabel *label : {m_reportTitle, m_message})
        label->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_files, 1);
    layout->addLayout(settings);
    layout->addSpacing(8);
    layout->addLayout(report);
    layout->addWidget(m_message);

    connect(m_copy, &QPushButton::clicked, this, &ResultPage::copySettings);
    connect(m_save, &QPushButton::clicked, this, &ResultPage::saveSettings);
    connect(m_copyReport, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(reportText(m_context.kind, m_entries));
        m_message->setText(tr("The report is on the clipboard."));
    });
    connect(m_saveReport, &QPushButton::clicked, this, &ResultPage::saveReport);
    connect(m_add, &QPushButton::clicked, this, &ResultPage::addRequested);
    retranslate();
}

void ResultPage::setResult(const net::CheckContext &context, const std::vector<net::CheckEntry> &entries,
                           bool canAdd)
{
    m_context = context;
    m_entries = entries;
    m_canAdd = canAdd;
    m_added = false;
    m_message->clear();
    showSettings();
    retranslate();
}

void ResultPage::setAdded(bool added)
{
    m_added = added;
    retranslate();
}

void ResultPage::showSettings()
{
    while (m_files->count() > 0)
        delete m_files->widget(0);
    for (const net::SettingsText &each : net::settingsTexts(m_context)) {
        auto *text = new QPlainTextEdit(each.text, m_files);
        text->setReadOnly(true);
        text->setTabChangesFocus(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        text->setLineWrapMode(QPlainTextEdit::NoWrap);
        text->setAccessibleName(each.file);
        m_files->addTab(text, each.file);
    }
}

void ResultPage::copySettings()
{
    if (const auto *text = qobject_cast<QPlainTextEdit *>(m_files->currentWidget())) {
        QGuiApplication::clipboard()->setText(text->toPlainText());
        //: %1 is the name of a file
        m_message->setText(tr("%1 is on the clipboard.").arg(m_files->tabText(m_files->currentIndex())));
    }
}

void ResultPage::saveSettings()
{
    const auto *text = qobject_cast<QPlainTextEdit *>(m_files->currentWidget());
    if (!text)
        return;
    const QString name = m_files->tabText(m_files->currentIndex());
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the settings"),
                                                      name == "shell"_L1 ? u"metriscope-test.sh"_s : name);
    if (!file.isEmpty())
        save(file, text->toPlainText().toUtf8());
}

void ResultPage::saveReport()
{
    const QString plain = tr("Text (*.txt)"), markdown = tr("Markdown (*.md)"), json = tr("JSON (*.json)");
    QString chosen;
    QString file = QFileDialog::getSaveFileName(this, tr("Save the report"), u"metriscope-report.txt"_s,
                                                QStringList{plain, markdown, json}.join(u";;"_s), &chosen);
    if (file.isEmpty())
        return;
    if (file.endsWith(".json"_L1) || (chosen == json && !file.contains(u'.')))
        save(file, reportJson(m_context.kind, m_entries));
    else if (file.endsWith(".md"_L1) || (chosen == markdown && !file.contains(u'.')))
        save(file, reportMarkdown(m_context.kind, m_entries).toUtf8());
    else
        save(file, reportText(m_context.kind, m_entries).toUtf8());
}

void ResultPage::save(const QString &path, const QByteArray &bytes)
{
    ExportFile file(path, {});
    if (file.begin())
        file.write(bytes);
    const ExportResult result = file.finish();
    if (result.ok)
        //: %1 is a file
        m_message->setText(tr("Saved: %1").arg(displayText(path, 300)));
    else
        //: %1 is a file, %2 a message of the system
        m_message->setText(
            tr("%1 could not be written: %2").arg(displayText(path, 300), displayText(result.reason)));
}

void ResultPage::retranslate()
{
    setTitle(tr("Settings and report"));
    setSubTitle(tr("What the application needs so that its metrics arrive, with the addresses that were "
                   "checked."));
    m_files->setAccessibleName(tr("Settings, one page for each file"));
    m_copy->setText(tr("&Copy"));
    m_copy->setAccessibleName(tr("Copy these settings"));
    m_save->setText(tr("&Save…"));
    m_save->setAccessibleName(tr("Save these settings"));
    m_reportTitle->setText(tr("Report"));
    m_copyReport->setText(tr("C&opy"));
    m_copyReport->setAccessibleName(tr("Copy the report"));
    m_saveReport->setText(tr("S&ave…"));
    m_saveReport->setAccessibleName(tr("Save the report"));
    m_add->setText(m_added ? tr("Added to the console") : tr("A&dd to the console"));
    m_add->setToolTip(tr("Polls this source from now on and shows its metrics"));
    m_add->setVisible(m_canAdd);
    m_add->setEnabled(!m_added);
}

} // namespace metriscope::ui
