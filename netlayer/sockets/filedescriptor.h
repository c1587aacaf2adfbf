// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <utility>

namespace metriscope::net
{

/// Owns one file descriptor of the operating system.
class FileDescriptor final
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) noexcept : m_fd(fd) {}
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }
    ~FileDescriptor() { reset(); }

    void reset() noexcept
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }
    /// The caller owns it now.
    [[nodiscard]] int release() noexcept { return std::exchange(m_fd, -1); }
    [[nodiscard]] int get() const noexcept { return m_fd; }
    [[nodiscard]] explicit operator bool() const noexcept { return m_fd >= 0; }

private:
    int m_fd = -1;
};

} // namespace metriscope::net
