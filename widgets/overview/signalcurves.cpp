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
    std::vector<Curve> curves;
    for (const auto &[application, colour] : shown) {
        const net::MetricId metric = application->latency;
        if (metric == net::NoMetric)
            continue;
        constexpr auto Ms = net::Unit::Milliseconds;
        if (shown.size() > 1) {
            curves.push_back({metric, {What::Quantile, 0.95}, Ms, nameOf(*application), colour});
            continue;
        }
        curves.push_back({metric, {What::Quantile, 0.95}, Ms, u"p95"_s, colour, 0});
        curves.push_back({metric, {What::Quantile, 0.5}, Ms, u"p50"_s, colour, 1});
        curves.push_back({metric, {What::Quantile, 0.99}, Ms, u"p99"_s, colour, 2});
        //: a curve: the mean of the latencies
        curves.push_back(
            {metric, {What::Mean, 0}, Ms, word(QT_TRANSLATE_NOOP("SignalCurves", "mean")), GreyColour, 3});
    }
    return curves;
}

std::vector<Curve> userCurves(std::span<const ShownApplication> shown)
{
    std::vector<Curve> curves;
    for (const auto &[application, colour] : shown) {
        const bool alone = shown.size() == 1;
        if (application->activeUsers != net::NoMetric)
            //: a curve: users that are active
            curves.push_back(
                {application->activeUsers,
                 {What::Value, 0},
                 net::Unit::Users,
                 alone ? word(QT_TRANSLATE_NOOP("SignalCurves", "active")) : nameOf(*application),
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
