// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exporter.h"

#include "widgets/charts/livechart.h"
#include "widgets/export/csvexport.h"
#include "widgets/export/exportdialog.h"
#include "widgets/export/imageexport.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>

#include <utility>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Svg:
        return u"svg"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    default:
        return u"png"_s;
    }
}

/// A file name out of a title, whatever characters that has.
QString fileNameOf(const QString &title, ExportFormat format)
{
    QString name;
    for (const QChar c : title.left(60))
        name += c.isLetterOrNumber() ? c.toLower() : u'-';
    while (name.contains(u"--"_s))
        name.replace(u"--"_s, u"-"_s);
    return (name.isEmpty() || name == u"-" ? u"metriscope"_s : name) + u'.' + suffixOf(format);
}

} // namespace

Exporter::Exporter(const net::SeriesStore &store, const net::Registry *registry, QWidget *window)
    : QObject(window), m_store(store), m_registry(registry), m_window(window)
{
    m_progressTimer.setInterval(100);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        if (m_dialog)
            m_dialog->setValue(m_progress->permille);
    });
}

Exporter::~Exporter() = default; // the thread is told to stop and waited for

void Exporter::addActions(QMenu &menu, const PageSource &page)
{
    menu.addAction(tr("Copy the picture"), this, [this, page] { copyImage(page()); });
    menu.addAction(tr("Save as PNG…"), this, [this, page] { ask(page(), ExportFormat::Png); });
    menu.addAction(tr("Save as SVG…"), this, [this, page] { ask(page(), ExportFormat::Svg); });
    menu.addAction(tr("Save the values as CSV…"), this, [this, page] { ask(page(), ExportFormat::Csv); });
}

void Exporter::copyImage(const ChartPage &page)
{
    if (page.charts.empty())
        return;
    ExportChoice choice = m_choice;
    // As large as it is on the screen
    QRect area;
    for (const LiveChart *const chart : page.charts)
        area |= QRect(chart->mapToGlobal(QPoint()), chart->size());
    choice.size = area.size();
    QGuiApplication::clipboard()->setImage(renderImage(page, choice));
}

void Exporter::ask(const ChartPage &page, ExportFormat format)
{
    if (page.charts.empty() || isRunning())
        return;
    ExportChoice choice = m_choice;
    choice.format = format;
    ExportDialog dialog(choice, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    choice = dialog.choice();
    const QString suggestion = QDir(choice.folder.isEmpty() ? QDir::homePath() : choice.folder)
                                   .filePath(fileNameOf(page.title, choice.format));
    const QString suffix = suffixOf(choice.format);
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export"), suggestion,
                                                      u"%1 (*.%2)"_s.arg(suffix.toUpper(), suffix));
    if (path.isEmpty())
        return;
    choice.folder = QFileInfo(path).absolutePath();
    if (choice != m_choice) {
        m_choice = choice;
        Q_EMIT choiceChanged(choice);
    }
    start(page, choice, path);
}

void Exporter::start(const ChartPage &page, const ExportChoice &choice, const QString &path)
{
    if (isRunning() || !page.axis)
        return;
    m_progress = std::make_shared<ExportProgress>();
    switch (choice.format) {
    case ExportFormat::Png:
        run([image = renderImage(page, choice), path](std::stop_token stop) {
            return writePng(image, path, std::move(stop));
        });
        break;
    case ExportFormat::Svg:
        run([bytes = renderSvg(page, choice), path](std::stop_token stop) {
            return writeBytes(bytes, path, std::move(stop));
        });
        break;
    case ExportFormat::Csv:
        run([job = csvJob(page, m_store, m_registry, choice.range), path, progress = m_progress](
                std::stop_token stop) { return writeCsv(job, path, std::move(stop), *progress); });
        break;
    }
}

void Exporter::start(Work work)
{
    if (isRunning())
        return;
    m_progress = std::make_shared<ExportProgress>();
    run([work = std::move(work), progress = m_progress](std::stop_token stop) {
        return work(std::move(stop), *progress);
    });
}

void Exporter::run(std::function<ExportResult(std::stop_token)> work)
{
    m_dialog = std::make_unique<QProgressDialog>(tr("Exporting…"), tr("Cancel"), 0, 1000, m_window);
    m_dialog->setMinimumDuration(500);
    m_dialog->setAutoClose(false);
    m_dialog->setAutoReset(false);
    connect(m_dialog.get(), &QProgressDialog::canceled, this, [this] { m_thread.request_stop(); });
    m_dialog->setValue(0);
    m_progressTimer.start();
    m_thread = std::jthread([this, work = std::move(work)](std::stop_token stop) {
        ExportResult result = work(std::move(stop));
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)] { done(result); }, Qt::QueuedConnection);
    });
}

void Exporter::done(const ExportResult &result)
{
    m_thread.join();
    m_thread = {};
    m_progressTimer.stop();
    m_dialog.reset();
    if (!result.ok && !result.cancelled && m_window) {
        auto *const box = new QMessageBox(
            QMessageBox::Warning, tr("Export"),
            tr("The file could not be written: %1").arg(QDir::toNativeSeparators(result.path)),
            QMessageBox::Ok, m_window);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(tr("%1 Nothing was left behind.").arg(result.reason));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
    Q_EMIT finished(result);
}

} // namespace metriscope::ui
