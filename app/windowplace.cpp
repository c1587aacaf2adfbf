// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowplace.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace metriscope::app
{

namespace
{

/// What a desktop draws around a window is not known before.
constexpr QMargins Frame(8, 32, 8, 16);
constexpr QSize Usual(1280, 800);

/// A window may span screens side by side, but it must not be higher than the one that it is on.
QRect roomFor(const QRect &window)
{
    const QScreen *screen = QGuiApplication::screenAt(window.center());
    if (screen == nullptr)
        return QGuiApplication::primaryScreen()->availableGeometry().marginsRemoved(Frame);
    QRect room = screen->availableGeometry();
    const QRect all = screen->availableVirtualGeometry();
    room.setLeft(all.left());
    room.setRight(all.right());
    return room.marginsRemoved(Frame);
}

QRect movedInto(const QRect &room, QRect window)
{
    window.setSize(window.size().boundedTo(room.size()));
    window.moveLeft(std::clamp(window.left(), room.left(), room.right() + 1 - window.width()));
    window.moveTop(std::clamp(window.top(), room.top(), room.bottom() + 1 - window.height()));
    return window;
}

} // namespace

void placeWindow(QWidget &window, const QByteArray &geometry)
{
    window.resize(Usual.boundedTo(window.screen()->availableGeometry().marginsRemoved(Frame).size()));
    // Qt sees to it that a part of the window is on a screen, which may be one without the title bar
    if (window.restoreGeometry(geometry) && !window.isMaximized() && !window.isFullScreen())
        window.setGeometry(movedInto(roomFor(window.geometry()), window.geometry()));
}

} // namespace metriscope::app
