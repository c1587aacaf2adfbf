// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationsignals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace metriscope::app
{

namespace
{

constexpr std::array Signals{SIGINT, SIGTERM, SIGHUP};

/// A handler gets no argument of ours, so the way to the event loop has to be global.
std::atomic<int> wakeFd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int)
{
    const int error = errno;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeFd.load(), &one, sizeof one);
    errno = error;
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent)
{
    wakeFd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(wakeFd.load(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::uint64_t count = 0;
        if (::read(wakeFd.load(), &count, sizeof count) == sizeof count)
            Q_EMIT received();
    });

    struct sigaction action {
    };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : Signals)
        ::sigaction(signal, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
}

TerminationSignals::~TerminationSignals()
{
    for (const int signal : Signals)
        ::signal(signal, SIG_DFL);
    m_notifier.reset();
    ::close(wakeFd.exchange(-1));
}

} // namespace metriscope::app
