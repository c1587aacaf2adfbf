// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/dragspring.h"

#include <QDragMoveEvent>
#include <QListWidget>
#include <QMimeData>
#include <QTimerEvent>

namespace metriscope::ui
{

DragSpring::DragSpring(QListWidget &list, const QString &mimeType)
    : QObject(&list), m_list(list), m_mimeType(mimeType)
{
    m_list.setAcceptDrops(true);
    m_list.viewport()->setAcceptDrops(true);
    m_list.viewport()->installEventFilter(this);
}

bool DragSpring::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
        auto *drag = static_cast<QDragMoveEvent *>(event); // QDragEnterEvent is one
        if (!drag->mimeData()->hasFormat(m_mimeType))
            return false;
        hover(m_list.indexAt(drag->position().toPoint()).row());
        drag->setDropAction(Qt::CopyAction);
        drag->accept();
        return true;
    }
    case QEvent::DragLeave:
        hover(-1);
        return true;
    case QEvent::Drop:
        hover(-1);
        event->ignore(); // an entry is no place to drop on, only the way to one
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void DragSpring::hover(int row)
{
    constexpr int Delay = 500; // milliseconds: passing over the list opens nothing
    if (row == m_row)
        return;
    m_row = row;
    m_timer.stop();
    if (m_row >= 0)
        m_timer.start(Delay, this);
}

void DragSpring::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    m_list.setCurrentRow(m_row);
}

} // namespace metriscope::ui
