// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/signalcurves.h"

#include "widgets/common/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

using What = net::Measure::What;

constexpr int GreyColour = 7; ///< of the palette: what only accompanies an application's own colour

QString nameOf(const net::Application &application)
{
    return displayText(application.name, 120);
}

QString word(const char *text)
{
    return QCoreApplication::translate("SignalCurves", text);
}

} // namespace

std::vector<Curve> requestRateCurves(std::span<const ShownApplication> shown)
{
    std::vector<Curve> curves;
    for (const auto &[application, colour] : shown)
        if (application->requestRate != net::NoMetric)
            curves.push_back({application->requestRate,
                              {What::Rate, 0},
                              net::Unit::Requests,
                              nameOf(*application),
                              colour});
    return curves;
}

std::vector<Curve> latencyCurves(std::span<const ShownApplication> shown)
{
    constexpr auto Ms = net::Unit::Milliseconds;
    std::vector<Curve> curves;
    for (const auto &[application, colour] : shown) {
        const net::MetricId metric = application->latency, told = application->latencyMean;
        if (shown.size() > 1) {
            if (metric != net::NoMetric)
                curves.push_back({metric, {What::Quantile, 0.95}, Ms, nameOf(*application), colour});
            else if (told != net::NoMetric)
                //: a curve: %1 is an application of which only the mean latency is known
                curves.push_back(
                    {told,
                     {What::Value, 0},
                     Ms,
                     word(QT_TRANSLATE_NOOP("SignalCurves", "%1, mean")).arg(nameOf(*application)),
                     colour,
                     3});
            continue;
        }
        if (metric != net::NoMetric) {
            curves.push_back({metric, {What::Quantile, 0.95}, Ms, u"p95"_s, colour, 0});
            curves.push_back({metric, {What::Quantile, 0.5}, Ms, u"p50"_s, colour, 1});
            curves.push_back({metric, {What::Quantile, 0.99}, Ms, u"p99"_s, colour, 2});
        }
        if (told == net::NoMetric) {
            //: a curve: the mean of the latencies
            curves.push_back({metric,
                              {What::Mean, 0},
                              Ms,
                              word(QT_TRANSLATE_NOOP("SignalCurves", "mean")),
                              GreyColour,
                              3});
            continue;
        }
        curves.push_back({told,
                          {What::Value, 0},
                          Ms,
                          word(QT_TRANSLATE_NOOP("SignalCurves", "mean")),
                          metric == net::NoMetric ? colour : GreyColour,
                          0});
        //: a curve: the mean of the latencies plus, or minus, their standard deviation
        curves.push_back({application->latencyBandUpper,
                          {What::Value, 0},
                          Ms,
                          word(QT_TRANSLATE_NOOP("SignalCurves", "mean + deviation")),
                          GreyColour,
                          2});
        curves.push_back({application->latencyBandLower,
                          {What::Value, 0},
                          Ms,
                          word(QT_TRANSLATE_NOOP("SignalCurves", "mean − deviation")),
                          GreyColour,
                          2});
    }
    std::erase_if(curves, [](const Curve &curve) { return curve.metric == net::NoMetric; });
    return curves;
}

bool tellsUsers(std::span<const ShownApplication> shown)
{
    return std::ranges::any_of(
        shown, [](const ShownApplication &each) { return each.application->activeUsers != net::NoMetric; });
}

bool tellsInFlight(std::span<const ShownApplication> shown)
{
    return std::ranges::any_of(
        shown, [](const ShownApplication &each) { return each.application->inFlight != net::NoMetric; });
}

std::vector<Curve> userCurves(std::span<const ShownApplication> shown)
{
    const bool users = tellsUsers(shown);
    std::vector<Curve> curves;
    for (const auto &[application, colour] : shown) {
        const bool alone = shown.size() == 1;
        const QString name = nameOf(*application);
        if (application->activeUsers != net::NoMetric)
            //: a curve: users that are active
            curves.push_back({application->activeUsers,
                              {What::Value, 0},
                              net::Unit::Users,
                              alone ? word(QT_TRANSLATE_NOOP("SignalCurves", "active")) : name,
                              colour,
                              0});
        else if (!users && application->inFlight != net::NoMetric)
            //: a curve: requests that have begun and not ended
            curves.push_back({application->inFlight,
                              {What::Value, 0},
                              net::Unit::Requests,
                              alone ? word(QT_TRANSLATE_NOOP("SignalCurves", "in flight")) : name,
                              colour,
                              0});
        if (alone && application->totalUsers != net::NoMetric)
            //: a curve: all users, active or not
            curves.push_back({application->totalUsers,
                              {What::Value, 0},
                              net::Unit::Users,
                              word(QT_TRANSLATE_NOOP("SignalCurves", "all users")),
                              GreyColour,
                              1});
    }
    return curves;
}

void keepVisibility(const std::vector<Curve> &old, std::vector<Curve> &fresh)
{
    for (Curve &curve : fresh) {
        const auto same = std::find_if(old.begin(), old.end(), [&](const Curve &was) {
            return was.metric == curve.metric && was.measure == curve.measure;
        });
        if (same != old.end())
            curve.visible = same->visible;
    }
}

} // namespace metriscope::ui
