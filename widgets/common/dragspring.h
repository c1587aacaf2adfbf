// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

class QListWidget;

namespace metriscope::ui
{

/// Opens the entry of a list over which something is held while it is dragged, so that it can be dropped on
/// the page behind the entry.
class DragSpring final : public QObject
{
    Q_OBJECT

public:
    /// Owned by the list.
    DragSpring(QListWidget &list, const QString &mimeType);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void hover(int row);

    QListWidget &m_list;
    const QString m_mimeType;
    QBasicTimer m_timer;
    int m_row = -1;
};

} // namespace metriscope::ui
