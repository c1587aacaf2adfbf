// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/ownnetwork.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

bool makeOwnNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0) {
        const uid_t user = ::getuid();
        const gid_t group = ::getgid();
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            return false;
        const auto write = [](const QString &path, const QByteArray &text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
        };
        write(u"/proc/self/setgroups"_s, "deny");
        if (!write(u"/proc/self/uid_map"_s, "0 " + QByteArray::number(user) + " 1") ||
            !write(u"/proc/self/gid_map"_s, "0 " + QByteArray::number(group) + " 1"))
            return false;
    }
    const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    request.ifr_flags = IFF_UP | IFF_RUNNING | IFF_LOOPBACK;
    const bool up = ::ioctl(any, SIOCSIFFLAGS, &request) == 0;
    ::close(any);
    return up;
}
