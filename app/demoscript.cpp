// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoscript.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <cmath>
#include <numbers>
#include <utility>

namespace metriscope::app
{

namespace
{

constexpr double Day = 600, IncidentEvery = 180, IncidentBegins = 60, IncidentLasts = 25;

/// m3 sends the hash of a path, never the path.
std::string hash(const char *path)
{
    return QCryptographicHash::hash(path, QCryptographicHash::Md5).toHex().toStdString();
}

std::string m3Path(const char *controller, const char *url, const char *method)
{
    return "controller_" + hash(controller) + ".url_" + hash(url) + ".method_" + method;
}

std::string number(double value)
{
    return std::to_string(value);
}

std::string event(const std::string &title, const std::string &text, const std::string &rest)
{
    return "_e{" + std::to_string(title.size()) + ',' + std::to_string(text.size()) + "}:" + title + '|' +
           text + rest;
}

} // namespace

DemoScript::DemoScript(std::uint64_t seed)
    : m_random(seed), m_m3{M3{"v1.demo.metriscope.billing.instance_demo..",
                              24,
                              30,
                              14,
                              {m3Path("/billing", "/billing/invoices", "get"),
                               m3Path("/billing", "/billing/pay", "post"),
                               m3Path("/auth", "/auth/login", "post")}},
                           M3{"v1.demo.metriscope.portal.instance_demo.",
                              14,
                              18,
                              32,
                              {m3Path("/portal", "/portal/news", "get"),
                               m3Path("/portal", "/portal/search", "get")}}}
{
}

std::vector<net::RegistrationPtr> DemoScript::registrations()
{
    const auto make = [](const char *product, std::initializer_list<const char *> controllers,
                         std::initializer_list<const char *> urls) {
        net::Registration made;
        made.identity.parts = {"v1", "demo", "metriscope", product, "demo"};
        made.received = QDateTime::currentMSecsSinceEpoch();
        made.passing = true;
        for (const char *url : controllers)
            made.add(made.controllers, net::md5Of(url), url);
        for (const char *url : urls)
            made.add(made.urls, net::md5Of(url), url);
        return std::make_shared<const net::Registration>(std::move(made));
    };
    return {make("billing", {"/billing", "/auth"},
                 {"/billing/invoices", "/billing/pay", "/billing/refund", "/auth/login", "/auth/logout"}),
            make("portal", {"/portal"}, {"/portal/news", "/portal/search"})};
}

std::vector<std::string> DemoScript::upTo(double seconds)
{
    while (static_cast<double>(m_step + 1) * Step <= seconds)
        step();
    return std::exchange(m_out, {});
}

void DemoScript::step()
{
    if (m_step == 0)
        start();
    for (M3 &application : m_m3)
        m3(application);
    gunicorn();
    tagged();
    sometimes();
    ++m_step;
}

void DemoScript::start()
{
    for (M3 &application : m_m3) {
        application.active = static_cast<int>(application.users * daylight());
        application.total = static_cast<int>(application.users * 1.4);
        send(application.prefix + "users.count:" + number(application.total) + "|g");
        send(application.prefix + "users.active:" + number(application.active) + "|g");
    }
}

void DemoScript::m3(M3 &application)
{
    for (int i = arrivals(application.requests * daylight()); i > 0; --i) {
        const auto &path = application.paths[static_cast<std::size_t>(
            uniform() * uniform() * static_cast<double>(application.paths.size()))];
        const double microseconds = std::round(latency(application.latency) * 1000);
        send(application.prefix + path + ".requests.count:1|c");
        send(application.prefix + "requests.total:1|c");
        send(application.prefix + path + ".requests.timing:" + number(microseconds) + "|ms");
    }
    const double wanted = application.users * daylight();
    const double pull = 0.15 * (wanted - application.active);
    for (int i = arrivals(0.25 + std::max(0.0, pull)); i > 0 && application.active < application.total; --i) {
        ++application.active;
        send(application.prefix + "users.active:1|c");
    }
    for (int i = arrivals(0.25 + std::max(0.0, -pull)); i > 0 && application.active > 0; --i) {
        --application.active;
        send(application.prefix + "users.active:-1|c");
    }
}

void DemoScript::gunicorn()
{
    for (int i = arrivals(18 * daylight()); i > 0; --i) {
        const bool failed = uniform() < (incident() ? 0.2 : 0.005);
        send("demo-api.gunicorn.request.duration:" + number(latency(21)) + "|ms");
        send("demo-api.gunicorn.requests:1|c|@1.0");
        send(std::string("demo-api.gunicorn.request.status.") + (failed ? "502" : "200") + ":1|c|@1.0");
    }
    if (every(5))
        send("demo-api.gunicorn.workers:4|g");
}

void DemoScript::tagged()
{
    for (int i = arrivals(6 * daylight()); i > 0; --i) {
        const std::string shop = uniform() < 0.6 ? "north" : "south";
        send("demo.checkout.items:" + std::to_string(1 + static_cast<int>(uniform() * 5)) +
             "|c|#env:demo,shop:" + shop);
        send("demo.checkout.bytes:" + std::to_string(static_cast<int>(400 + 9000 * uniform())) +
             "|d|#env:demo,shop:" + shop);
        send("demo.visitors:visitor-" + std::to_string(static_cast<int>(uniform() * 200)) + "|s|#env:demo");
    }
    if (every(1))
        send("demo.queue.depth:" +
             std::to_string(static_cast<int>((incident() ? 60 : 6) * (0.5 + uniform()))) +
             "|g|#env:demo,queue:mail\ndemo.cache.hits:" + std::to_string(static_cast<int>(40 * daylight())) +
             "|c|@0.5|#env:demo");
}

void DemoScript::sometimes()
{
    const double sinceIncident = std::fmod(time(), IncidentEvery) - IncidentBegins;
    if (sinceIncident >= 0 && sinceIncident < Step)
        send(event("DEMO: slow database", "A made-up incident begins.", "|t:warning|#env:demo"));
    if (sinceIncident >= IncidentLasts && sinceIncident < IncidentLasts + Step)
        send(event("DEMO: database recovered", "The made-up incident is over.", "|t:success|#env:demo"));
    if (every(30))
        send(std::string("_sc|demo.database|") + (incident() ? '2' : '0') + "|#env:demo|m:made up");
    if (every(20))
        send("demo.price:1,5|g\ndemo.no.kind:1");
    if (every(45))
        send("demo.clock.went.back:-4999999.000000|ms");
}

double DemoScript::uniform()
{
    // not std::uniform_real_distribution: its answers are left to each library
    return static_cast<double>(m_random() >> 11) * 0x1p-53;
}

int DemoScript::arrivals(double perSecond)
{
    int count = 0;
    for (double left = uniform(), limit = std::exp(-perSecond * Step); left > limit; left *= uniform())
        ++count;
    return count;
}

double DemoScript::latency(double middle)
{
    const double bell = uniform() + uniform() + uniform() + uniform() - 2; // nearly normal, -2 .. 2
    return middle * std::exp(bell) * (incident() ? 7 : 1) * (uniform() < 0.01 ? 6 : 1);
}

bool DemoScript::every(double seconds) const
{
    return m_step % static_cast<std::uint64_t>(std::lround(seconds / Step)) == 0;
}

double DemoScript::daylight() const
{
    return 0.625 + 0.375 * std::sin(2 * std::numbers::pi * time() / Day);
}

bool DemoScript::incident() const
{
    const double since = std::fmod(time(), IncidentEvery) - IncidentBegins;
    return since >= 0 && since < IncidentLasts;
}

} // namespace metriscope::app
