// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/capture/helperprocess.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace metriscope::net
{

namespace
{

constexpr std::size_t MostWords = 4096;

struct Pipe {
    FileDescriptor read, write;
};

bool open(Pipe &pipe)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    pipe.read = FileDescriptor(ends[0]);
    pipe.write = FileDescriptor(ends[1]);
    return true;
}

class SpawnSetup final
{
public:
    SpawnSetup()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        // A Ctrl+C is for the console, which ends the helper in order.
        ::posix_spawnattr_setpgroup(&attributes, 0);
        ::posix_spawnattr_setflags(&attributes,
                                   POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSetup()
    {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup &) = delete;
    SpawnSetup &operator=(const SpawnSetup &) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

} // namespace

HelperProcess::~HelperProcess()
{
    finish();
}

int HelperProcess::start(const std::string &program, const std::vector<std::string> &arguments)
{
    Pipe input, output, errors;
    if (!open(input) || !open(output) || !open(errors))
        return errno;
    SpawnSetup setup;
    ::posix_spawn_file_actions_adddup2(&setup.actions, input.read.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&setup.actions, output.write.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&setup.actions, errors.write.get(), STDERR_FILENO);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    char *const noEnvironment[] = {nullptr};
    const int error = ::posix_spawn(&m_pid, program.c_str(), &setup.actions, &setup.attributes,
                                    pointers.data(), noEnvironment);
    if (error != 0) {
        m_pid = -1;
        return error;
    }
    m_input = std::move(input.write);
    m_output = std::move(output.read);
    m_errors = std::move(errors.read);
    ::fcntl(m_errors.get(), F_SETFL, O_NONBLOCK);
    return 0;
}

std::string HelperProcess::finish(std::chrono::milliseconds patience)
{
    std::string words;
    closeInput();
    if (m_pid < 0)
        return words;
    // The end of its error output is its end, which poll() can wait for.
    const auto until = std::chrono::steady_clock::now() + patience;
    bool killed = false;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now())
                .count();
        pollfd errors{m_errors.get(), POLLIN, 0};
        const int ready = ::poll(&errors, 1, killed ? -1 : static_cast<int>(left > 0 ? left : 0));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0) {
            ::kill(m_pid, SIGKILL);
            killed = true;
            continue;
        }
        std::array<char, 1024> piece;
        const ssize_t size = ::read(m_errors.get(), piece.data(), piece.size());
        if (size <= 0)
            break;
        if (words.size() < MostWords)
            words.append(piece.data(), static_cast<std::size_t>(size));
    }
    while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    m_errors.reset();
    return words;
}

} // namespace metriscope::net
