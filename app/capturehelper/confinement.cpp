// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capturehelper/confinement.h"

#include <grp.h>
#include <seccomp.h>
#include <sys/capability.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <initializer_list>

namespace metriscope::capturehelper
{

namespace
{

constexpr uid_t Nobody = 65'534;

/// The bounding set can only be emptied by who may, which is root.
bool emptyBoundingSet() noexcept
{
    for (int capability = 0; ::prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0 && errno != EPERM)
            return false;
    }
    return true;
}

/// A user namespace may know no other name than root's, which is none outside
/// of it (EINVAL), and forbid to leave the groups of who made it (EPERM).
bool leaveRoot() noexcept
{
    if (::geteuid() != 0 && ::getuid() != 0)
        return true;
    if (::setgroups(0, nullptr) != 0 && errno != EPERM)
        return false;
    if (::setresgid(Nobody, Nobody, Nobody) != 0)
        return errno == EINVAL;
    return ::setresuid(Nobody, Nobody, Nobody) == 0 || errno == EINVAL;
}

bool emptyCapabilities() noexcept
{
    const cap_t none = ::cap_init();
    const bool done = none != nullptr && ::cap_set_proc(none) == 0;
    if (none)
        ::cap_free(none);
    return done;
}

void limit(__rlimit_resource what, rlim_t most) noexcept
{
    const rlimit value{most, most};
    ::setrlimit(what, &value);
}

} // namespace

void closeDescriptors() noexcept
{
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    ::clearenv();
}

bool dropRights() noexcept
{
    if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0 || !emptyBoundingSet() ||
        !leaveRoot() || !emptyCapabilities() || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0);
    return true;
}

bool confine() noexcept
{
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return false;
    bool done = true;
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(recvfrom),
          SCMP_SYS(recvmsg), SCMP_SYS(getsockopt), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday),
          SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex),
          SCMP_SYS(close), SCMP_SYS(rt_sigreturn), SCMP_SYS(restart_syscall), SCMP_SYS(exit),
          SCMP_SYS(exit_group)})
        done = done && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    // memory, but none that could be run
    done = done && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                      SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
    // libpcap asks whether an interface that falls silent is switched off or gone
    done = done && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1,
                                      SCMP_A1(SCMP_CMP_EQ, SIOCGIFFLAGS)) == 0;
    done = done && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return done;
}

} // namespace metriscope::capturehelper
