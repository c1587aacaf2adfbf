// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QSaveFile>
#include <QString>

#include <atomic>
#include <stop_token>

namespace metriscope::ui
{

/// How an export ended. Without `ok` nothing of it is on the disk.
struct ExportResult {
    bool ok = false, cancelled = false;
    QString path;
    QString reason; ///< the system's words for what went wrong
};

/// Seen from both threads while an export runs.
struct ExportProgress {
    std::atomic<int> permille{0};
};

/// The file of an export: written under a temporary name in the same folder and renamed at the end. Refuses
/// to replace what is not a plain file; fails on any write once a stop is requested.
class ExportFile final : public QIODevice
{
    Q_OBJECT

public:
    ExportFile(const QString &path, std::stop_token stop);

    [[nodiscard]] bool begin();
    [[nodiscard]] ExportResult finish();
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    QSaveFile m_file;
    std::stop_token m_stop;
    QString m_reason;
    bool m_failed = false;
};

} // namespace metriscope::ui
