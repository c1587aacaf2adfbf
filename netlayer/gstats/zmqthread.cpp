// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/gstats/zmqthread.h"

#include "netlayer/gstats/zmqtask.h"
#include "netlayer/sockets/filedescriptor.h"

#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace metriscope::net
{

using Clock = ZmqTask::Clock;

struct ZmqThread::State {
    FileDescriptor wake{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::mutex mutex;
    std::vector<std::function<void()>> jobs; ///< under the mutex
    // of the thread
    std::vector<std::shared_ptr<ZmqTask>> tasks;

    void loop(const std::stop_token &stop);
    void runJobs();
};

namespace
{

void leaveSignalsToMain()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    ::pthread_setname_np(::pthread_self(), "zmq");
}

void waitUntil(Clock::time_point until, std::vector<pollfd> &items)
{
    using std::chrono::milliseconds;
    constexpr milliseconds longest{60'000}; // so that no deadline overflows what poll takes
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
    ::poll(items.data(), items.size(), static_cast<int>(std::clamp(left, milliseconds{0}, longest).count()));
}

} // namespace

void ZmqThread::State::runJobs()
{
    std::vector<std::function<void()>> todo;
    {
        const std::scoped_lock lock(mutex);
        todo.swap(jobs);
    }
    for (const auto &job : todo)
        job();
}

void ZmqThread::State::loop(const std::stop_token &stop)
{
    std::vector<pollfd> items;
    while (true) {
        runJobs(); // those asked for before the stop, too: they close
        if (stop.stop_requested())
            break;
        auto until = Clock::now() + std::chrono::hours(1);
        for (const auto &task : tasks)
            until = std::min(until, task->serve(Clock::now()));
        items.assign(1, {wake.get(), POLLIN, 0});
        for (const auto &task : tasks)
            task->waitFor(items);
        waitUntil(until, items);
        eventfd_t ignored = 0;
        if ((items.front().revents & POLLIN) != 0)
            ::eventfd_read(wake.get(), &ignored);
    }
    for (const auto &task : tasks)
        task->close();
    tasks.clear();
}

ZmqThread::ZmqThread() : m_state(std::make_unique<State>())
{
    m_thread = std::jthread([state = m_state.get()](const std::stop_token &stop) {
        leaveSignalsToMain();
        state->loop(stop);
    });
}

ZmqThread::~ZmqThread()
{
    m_thread.request_stop();
    ::eventfd_write(m_state->wake.get(), 1);
    m_thread.join();
}

void ZmqThread::run(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->jobs.push_back(std::move(job));
    }
    ::eventfd_write(m_state->wake.get(), 1);
}

void ZmqThread::add(std::shared_ptr<ZmqTask> task)
{
    run([state = m_state.get(), task = std::move(task)] { state->tasks.push_back(task); });
}

void ZmqThread::remove(std::shared_ptr<ZmqTask> task)
{
    run([state = m_state.get(), task = std::move(task)] {
        task->close();
        std::erase(state->tasks, task);
    });
}

} // namespace metriscope::net
