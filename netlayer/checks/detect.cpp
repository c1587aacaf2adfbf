// SPDX-License-Identifier: GPL-3.0-or-later
#include "netlayer/checks/detect.h"

#include "netlayer/checks/m3prefix.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>

namespace metriscope::net
{
namespace
{

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 9> VariableNames{
    "DD_AGENT_HOST",    "DD_DOGSTATSD_PORT", "STATSD_HOST",    "STATSD_PORT",         "STATSD_PREFIX",
    "GSTATS_COMM_ADDR", "GSTATS_COMMS_ADDR", "METRICS_PREFIX", "METRICS_CONTEXTS_URL"};

class Finds
{
public:
    void add(AddressRole role, std::string address, std::string owner)
    {
        const bool known = std::ranges::any_of(m_finds, [&](const DetectedAddress &find) {
            return find.role == role && find.address == address;
        });
        if (!known && !address.empty())
            m_finds.push_back({role, std::move(address), std::move(owner)});
    }
    [[nodiscard]] std::vector<DetectedAddress> take() { return std::move(m_finds); }

private:
    std::vector<DetectedAddress> m_finds;
};

/// As a client on this machine would name it.
std::string reachable(const Endpoint &local)
{
    Endpoint target = local;
    if (target.host == "0.0.0.0" || target.host == "::") {
        target.kind = Endpoint::Kind::Inet;
        target.host = "127.0.0.1";
    }
    return target.text();
}

void addSocket(const OwnedSocket &socket, Finds &finds)
{
    const std::string address = reachable(socket.local);
    if (socket.transport == Transport::Udp) {
        if (socket.local.port == 8125)
            finds.add(AddressRole::Statsd, address, socket.owner);
        return;
    }
    switch (socket.local.port) {
    case 8125:
        finds.add(AddressRole::Statsd, address, socket.owner);
        break;
    case 1942:
        finds.add(AddressRole::Contexts, "http://" + address + "/register", socket.owner);
        break;
    case 2345: // the one that answers is bound to .1, the one that takes events to .2
        finds.add(socket.local.host == "127.0.0.2" ? AddressRole::GstatsEvents : AddressRole::Gstats,
                  "tcp://" + address, socket.owner);
        break;
    case 8002:
        finds.add(AddressRole::GstatsStatus, "http://" + address + "/_status", socket.owner);
        break;
    case 8135:
        finds.add(AddressRole::Istats, "http://" + address, socket.owner);
        break;
    case 2003:
        finds.add(AddressRole::Graphite, address, socket.owner);
        break;
    default:
        break;
    }
}

/// Exporters take the first free port of 8001 to 8049, one for each worker; a site itself stands on 8000 or
/// 8010 and so on, and shows its metrics there.
void addExporters(std::span<const OwnedSocket> sockets, Finds &finds)
{
    std::vector<const OwnedSocket *> workers;
    for (const OwnedSocket &socket : sockets) {
        if (socket.transport == Transport::Tcp && socket.local.port >= 8001 && socket.local.port <= 8049)
            workers.push_back(&socket);
    }
    std::ranges::sort(workers, {}, [](const OwnedSocket *each) { return each->local.port; });
    const auto url = [](const OwnedSocket &socket) {
        return "http://" + reachable(socket.local) + "/metrics";
    };
    if (workers.size() > 1) {
        const std::string first = reachable(workers.front()->local);
        finds.add(AddressRole::Prometheus,
                  "http://" + first + '-' + std::to_string(workers.back()->local.port) + "/metrics",
                  workers.front()->owner);
    }
    for (const OwnedSocket *worker : workers)
        finds.add(AddressRole::Prometheus, url(*worker), worker->owner);
    for (const OwnedSocket &socket : sockets) {
        const bool web = socket.owner.starts_with("gunicorn") || socket.owner.starts_with("python") ||
                         socket.owner.starts_with("uwsgi");
        if (socket.transport == Transport::Tcp && web && socket.local.port >= 1024 &&
            std::ranges::find(workers, &socket) == workers.end())
            finds.add(AddressRole::Prometheus, url(socket), socket.owner);
    }
}

void addEnvironment(std::span<const Variable> environment, Finds &finds)
{
    const auto valueOf = [&](std::string_view name, const std::string &owner) -> std::string {
        const auto found = std::ranges::find_if(
            environment, [&](const Variable &each) { return each.name == name && each.owner == owner; });
        return found == environment.end() ? std::string() : found->value;
    };
    const auto withPort = [&](const Variable &host, std::string_view portName) {
        const std::string port = valueOf(portName, host.owner);
        const bool six = host.value.find(':') != std::string::npos;
        return (six ? '[' + host.value + ']' : host.value) + ':' + (port.empty() ? "8125" : port);
    };
    for (const Variable &each : environment) {
        const std::string from = each.name + ", " + each.owner;
        if (each.name == "DD_AGENT_HOST")
            finds.add(AddressRole::Statsd, withPort(each, "DD_DOGSTATSD_PORT"), from);
        else if (each.name == "STATSD_HOST")
            finds.add(AddressRole::Statsd, withPort(each, "STATSD_PORT"), from);
        else if (each.name == "STATSD_PREFIX" || each.name == "METRICS_PREFIX")
            finds.add(AddressRole::Prefix, each.value, from);
        else if (each.name == "METRICS_CONTEXTS_URL")
            finds.add(AddressRole::Contexts, each.value, from);
        else if (each.name.starts_with("GSTATS_COMM"))
            finds.add(AddressRole::Gstats, each.value, from);
    }
}

std::optional<int> processId(const fs::path &path)
{
    const std::string name = path.filename().string();
    int pid = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
    return error == std::errc{} && end == name.data() + name.size() ? std::optional(pid) : std::nullopt;
}

} // namespace

std::vector<DetectedAddress> detectedIn(std::span<const OwnedSocket> sockets,
                                        std::span<const Variable> environment,
                                        std::span<const std::string> lines)
{
    Finds finds;
    addEnvironment(environment, finds); // what an application was told beats what merely listens
    for (const OwnedSocket &socket : sockets)
        addSocket(socket, finds);
    addExporters(sockets, finds);
    for (const std::string &line : lines)
        finds.add(AddressRole::Prefix, std::string(m3PrefixOf(line)), line);
    return finds.take();
}

std::vector<OwnedSocket> ownedSockets()
{
    std::vector<OwnedSocket> sockets;
    std::vector<std::uint64_t> inodes;
    for (const Transport transport : {Transport::Udp, Transport::Tcp}) {
        for (const KernelSocket &each : kernelSockets(transport)) {
            sockets.push_back({transport, each.local, {}});
            inodes.push_back(each.inode);
        }
    }
    for (const SocketHolding &each : holdersOf(inodes)) {
        const auto at = std::ranges::find(inodes, each.inode) - inodes.begin();
        std::string &owner = sockets[static_cast<std::size_t>(at)].owner;
        if (owner.empty())
            owner = each.holder.name + " (" + std::to_string(each.holder.pid) + ')';
    }
    return sockets;
}

std::vector<Variable> metricVariables()
{
    constexpr std::size_t MaxEnvironment = 128 * 1024;
    std::vector<Variable> variables;
    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const auto pid = processId(it->path());
        std::ifstream file(pid ? it->path() / "environ" : fs::path(), std::ios::binary);
        std::string entry;
        std::string owner;
        for (std::size_t read = 0; read < MaxEnvironment && std::getline(file, entry, '\0');
             read += entry.size() + 1) {
            const std::size_t equals = entry.find('=');
            if (equals == std::string::npos ||
                std::ranges::find(VariableNames, std::string_view(entry).substr(0, equals)) ==
                    VariableNames.end())
                continue;
            if (owner.empty()) {
                std::ifstream comm(it->path() / "comm");
                std::getline(comm, owner);
                owner += " (" + std::to_string(*pid) + ')';
            }
            variables.push_back({entry.substr(0, equals), entry.substr(equals + 1), owner});
        }
    }
    return variables;
}

} // namespace metriscope::net
