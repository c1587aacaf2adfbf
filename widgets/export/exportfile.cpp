// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace metriscope::ui
{

ExportFile::ExportFile(const QString &path, std::stop_token stop) : m_file(path), m_stop(std::move(stop)) {}

bool ExportFile::begin()
{
    const QFileInfo info(m_file.fileName());
    if (info.exists() && !info.isFile()) {
        m_reason = QCoreApplication::translate("Export",
                                               "There is something of that name that is not a plain file.");
        m_failed = true;
        return false;
    }
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        m_reason = m_file.errorString();
        m_failed = true;
        return false;
    }
    return open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 ExportFile::writeData(const char *data, qint64 size)
{
    if (m_failed || m_stop.stop_requested())
        return -1;
    // A disk that fills up takes a part first, without a word; what it says comes with the rest
    for (qint64 done = 0; done < size;) {
        const qint64 written = m_file.write(data + done, size - done);
        if (written <= 0) {
            m_reason = m_file.errorString();
            m_failed = true;
            return -1;
        }
        done += written;
    }
    return size;
}

ExportResult ExportFile::finish()
{
    close();
    if (m_stop.stop_requested() || m_failed) {
        m_file.cancelWriting();
        return {false, m_stop.stop_requested(), m_file.fileName(), m_reason};
    }
    if (!m_file.commit())
        return {false, false, m_file.fileName(), m_file.errorString()};
    return {true, false, m_file.fileName(), {}};
}

} // namespace metriscope::ui
