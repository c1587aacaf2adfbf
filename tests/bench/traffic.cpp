// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/traffic.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <random>
#include <thread>

namespace
{

constexpr std::size_t SentAtOnce = 64, Rounds = 4;

/// Looks like an MD5 sum.
std::string hex32(std::uint64_t number)
{
    std::string text(32, '0');
    std::uint64_t bits = number;
    for (char &digit : text) {
        bits = bits * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        digit = "0123456789abcdef"[bits >> 60U];
    }
    return text;
}

std::string lineOf(std::size_t number)
{
    const std::string start = "v1.tatar.bars.test.instance_test..controller_" +
                              hex32(number / 300).substr(0, 20) + ".url_" + hex32(1'000'000 + number / 3) +
                              ".requests.";
    switch (number % 3) {
    case 0:
        return start + "count:1|c";
    case 1:
        return start + "total:1|c";
    default:
        return start + "timing:" + std::to_string(1000 + number * 7919 % 90'000) + ".000000|ms";
    }
}

} // namespace

Traffic::Traffic(std::size_t names, std::size_t linesPerDatagram) : m_linesPerDatagram(linesPerDatagram)
{
    std::vector<std::size_t> order(names);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(1);
    for (std::size_t round = 0; round < Rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (std::size_t i = 0; i < names; i += linesPerDatagram) {
            std::string datagram;
            for (std::size_t k = i; k < std::min(i + linesPerDatagram, names); ++k)
                datagram += lineOf(order[k]) + '\n';
            datagram.pop_back();
            m_datagrams.push_back(std::move(datagram));
        }
    }
    m_datagramsPerRound = m_datagrams.size() / Rounds;
}

std::size_t Traffic::send(int fd, std::size_t count, std::size_t &next) const
{
    std::array<mmsghdr, SentAtOnce> headers{};
    std::array<iovec, SentAtOnce> vectors{};
    count = std::min(count, SentAtOnce);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string &datagram = m_datagrams[(next + i) % m_datagrams.size()];
        vectors[i] = {const_cast<char *>(datagram.data()), datagram.size()};
        headers[i].msg_hdr.msg_iov = &vectors[i];
        headers[i].msg_hdr.msg_iovlen = 1;
    }
    const int sent = ::sendmmsg(fd, headers.data(), static_cast<unsigned>(count), 0);
    const std::size_t done = sent < 0 ? 0 : static_cast<std::size_t>(sent);
    next = (next + done) % m_datagrams.size();
    return done;
}

std::size_t Traffic::fill(int fd, std::size_t limit, std::size_t &next) const
{
    std::size_t sent = 0;
    while (sent < limit)
        sent += send(fd, limit - sent, next);
    return sent;
}

void Traffic::pace(int fd, std::size_t datagramsPerSecond, std::size_t total) const
{
    using namespace std::chrono;
    const auto start = steady_clock::now();
    std::size_t next = 0;
    for (std::size_t sent = 0; sent < total;) {
        const double seconds = duration<double>(steady_clock::now() - start).count();
        const auto due =
            std::min(total, static_cast<std::size_t>(seconds * static_cast<double>(datagramsPerSecond)) + 1);
        while (sent < due)
            sent += send(fd, due - sent, next);
        std::this_thread::sleep_for(milliseconds(1));
    }
}
