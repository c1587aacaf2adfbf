// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/sockets/filedescriptor.h"

#include <chrono>
#include <string>
#include <sys/types.h>
#include <vector>

namespace metriscope::net
{

/// A child process with pipes at its input, output and error output. It is told to end by the end of its
/// input.
class HelperProcess final
{
public:
    HelperProcess() = default;
    ~HelperProcess(); ///< as finish()

    /// 0, or the errno that kept it from starting.
    [[nodiscard]] int start(const std::string &program, const std::vector<std::string> &arguments);
    [[nodiscard]] FileDescriptor takeOutput() { return std::move(m_output); }
    void closeInput() { m_input.reset(); }
    /// Ends its input, waits for its end, and kills it when that takes too long. What it said on its error
    /// output.
    std::string finish(std::chrono::milliseconds patience = std::chrono::seconds(2));

private:
    FileDescriptor m_input, m_output, m_errors;
    pid_t m_pid = -1;
};

} // namespace metriscope::net
