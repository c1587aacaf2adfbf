// SPDX-License-Identifier: GPL-3.0-or-later
// metriscope-capture INTERFACE SNAPLEN BUFFER_BYTES FILTER
//
// Opens a capture, gives up every right it had to do that, and streams pcapng to its standard output until
// its standard input ends. It looks into no packet. When it fails it says why on its standard error: a code,
// a blank, libpcap's words.
#include "app/capturehelper/confinement.h"
#include "netlayer/capture/pcapngwriter.h"

#include <pcap/pcap.h>

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace
{

using namespace metriscope;
using Clock = std::chrono::steady_clock;

constexpr int Failed = 1, WrongUsage = 2;
constexpr std::size_t FlushAt = std::size_t{256} << 10;
constexpr int BlockMilliseconds = 10; // how long the kernel may gather before it hands over

struct Request {
    std::string interface, filter;
    int snapLength = 0, bufferBytes = 0;
};

std::optional<int> number(std::string_view text, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most)
        return std::nullopt;
    return value;
}

std::optional<Request> requestOf(int argc, char *argv[])
{
    if (argc != 5)
        return std::nullopt;
    const auto snapLength = number(argv[2], 262'144), bufferBytes = number(argv[3], 1 << 30);
    Request request{argv[1], argv[4], snapLength.value_or(0), bufferBytes.value_or(0)};
    const bool good = snapLength && bufferBytes && !request.interface.empty() &&
                      request.interface.size() < 64 && request.interface.find('/') == std::string::npos &&
                      request.filter.size() <= 65'536;
    return good ? std::optional(request) : std::nullopt;
}

int fail(std::string_view code, std::string_view words)
{
    const std::string line = std::string(code) + ' ' + std::string(words) + '\n';
    return ::write(STDERR_FILENO, line.data(), line.size()) < 0 ? WrongUsage : Failed;
}

class Capture final
{
public:
    explicit Capture(const Request &request) : m_request(request), m_writer(m_out) {}

    int run()
    {
        if (const int failed = open())
            return failed;
        if (!capturehelper::dropRights())
            return fail("system", "the rights could not be given up");
        if (const int failed = prepare())
            return failed;
        capturehelper::confine(); // a kernel without it still has no right to give
        m_writer.header("metriscope-capture");
        m_writer.interface({net::LinkType{static_cast<std::uint16_t>(pcap_datalink(m_pcap.get()))},
                            static_cast<std::uint32_t>(pcap_snapshot(m_pcap.get())), m_request.interface,
                            m_request.filter});
        return flush() ? loop() : 0;
    }

private:
    int open()
    {
        char error[PCAP_ERRBUF_SIZE] = "";
        m_pcap.reset(pcap_create(m_request.interface.c_str(), error));
        if (!m_pcap)
            return fail("system", error);
        pcap_t *const pcap = m_pcap.get();
        pcap_set_snaplen(pcap, m_request.snapLength);
        pcap_set_buffer_size(pcap, m_request.bufferBytes);
        pcap_set_timeout(pcap, BlockMilliseconds);
        pcap_set_promisc(pcap, 0);
        pcap_set_tstamp_precision(pcap, PCAP_TSTAMP_PRECISION_NANO);
        const int status = pcap_activate(pcap);
        if (status == PCAP_ERROR_PERM_DENIED || status == PCAP_ERROR_PROMISC_PERM_DENIED)
            return fail("no-right", pcap_geterr(pcap));
        if (status == PCAP_ERROR_NO_SUCH_DEVICE)
            return fail("no-interface", pcap_geterr(pcap));
        if (status == PCAP_ERROR_IFACE_NOT_UP)
            return fail("interface-down", pcap_geterr(pcap));
        return status < 0 ? fail("system", pcap_geterr(pcap)) : 0;
    }

    /// What needs no right any more.
    int prepare()
    {
        pcap_t *const pcap = m_pcap.get();
        if (pcap_datalink(pcap) == DLT_LINUX_SLL)
            pcap_set_datalink(pcap, DLT_LINUX_SLL2); // says by which interface a packet came
        bpf_program program{};
        if (pcap_compile(pcap, &program, m_request.filter.c_str(), 1, PCAP_NETMASK_UNKNOWN) != 0)
            return fail("bad-filter", pcap_geterr(pcap));
        const int set = pcap_setfilter(pcap, &program);
        pcap_freecode(&program);
        char error[PCAP_ERRBUF_SIZE] = "";
        if (set != 0)
            return fail("bad-filter", pcap_geterr(pcap));
        if (pcap_setnonblock(pcap, 1, error) != 0)
            return fail("system", error);
        return 0;
    }

    int loop()
    {
        pcap_t *const pcap = m_pcap.get();
        auto due = Clock::now();
        for (;;) {
            if (Clock::now() >= due) {
                statistics();
                if (!flush())
                    return 0;
                due = Clock::now() + std::chrono::seconds(1);
            }
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now()).count();
            pollfd waits[] = {{STDIN_FILENO, POLLIN, 0}, {pcap_get_selectable_fd(pcap), POLLIN, 0}};
            if (::poll(waits, 2, static_cast<int>(left > 0 ? left + 1 : 1)) < 0 && errno != EINTR)
                return fail("system", "poll");
            const int count =
                pcap_dispatch(pcap, -1, &Capture::take, reinterpret_cast<unsigned char *>(this));
            if (!flush())
                return 0;
            if (count < 0)
                return ended();
            if (waits[0].revents != 0) {
                statistics();
                flush();
                return 0;
            }
        }
    }

    int ended()
    {
        statistics();
        flush();
        const std::string_view words = pcap_geterr(m_pcap.get());
        const bool gone = words.find("disappeared") != std::string_view::npos ||
                          words.find("went down") != std::string_view::npos;
        return fail(gone ? "interface-gone" : "system", words);
    }

    static void take(unsigned char *self, const pcap_pkthdr *header, const unsigned char *bytes)
    {
        auto *const capture = reinterpret_cast<Capture *>(self);
        // tv_usec holds nanoseconds, as was asked for
        capture->m_writer.packet(0, std::int64_t{header->ts.tv_sec} * 1'000'000'000 + header->ts.tv_usec,
                                 header->len, {bytes, header->caplen});
        if (capture->m_out.size() >= FlushAt && !capture->flush())
            pcap_breakloop(capture->m_pcap.get());
    }

    void statistics()
    {
        pcap_stat counts{};
        if (pcap_stats(m_pcap.get(), &counts) != 0)
            return;
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        m_writer.statistics(0, std::chrono::duration_cast<std::chrono::nanoseconds>(now).count(),
                            {counts.ps_recv, counts.ps_ifdrop, counts.ps_drop, true});
    }

    /// False when nobody reads any more.
    bool flush()
    {
        std::string_view rest = m_out;
        while (!rest.empty() && !m_closed) {
            const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
            if (written > 0)
                rest.remove_prefix(static_cast<std::size_t>(written));
            else if (written < 0 && errno != EINTR)
                m_closed = true;
        }
        m_out.clear();
        return !m_closed;
    }

    struct Close {
        void operator()(pcap_t *pcap) const noexcept { pcap_close(pcap); }
    };

    const Request m_request;
    std::unique_ptr<pcap_t, Close> m_pcap;
    std::string m_out;
    net::PcapngWriter m_writer;
    bool m_closed = false;
};

} // namespace

int main(int argc, char *argv[])
{
    capturehelper::closeDescriptors();
    std::signal(SIGPIPE, SIG_IGN);
    const auto request = requestOf(argc, argv);
    if (!request) {
        fail("usage", "metriscope-capture INTERFACE SNAPLEN BUFFER_BYTES FILTER");
        return WrongUsage;
    }
    return Capture(*request).run();
}
