// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the context model, and what stands in its cells.
#include "widgets/common/displaytext.h"
#include "widgets/common/numberformat.h"
#include "widgets/contexts/contextmodel.h"

#include <QLocale>

#include <cmath>

namespace metriscope::ui
{

namespace
{

constexpr Quantity PerSecond{net::Unit::Requests, true}, Duration{net::Unit::Milliseconds, false};

/// What the preset calls an application without a prefix.
constexpr std::string_view NoPrefix = "m3";

} // namespace

bool ContextModel::refresh(net::TimeRange range, std::chrono::microseconds budget)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + budget;
    RequestSums &sums = m_sums;
    if (sums.controller == 0 && sums.request == 0) {
        sums.range = range;
        sums.ofApplications.assign(m_applications.size(), {});
    }
    const auto &controllers = m_table.controllers();
    for (; sums.controller < controllers.size(); ++sums.controller, sums.request = 0) {
        const net::RequestTable::Controller &controller = controllers[sums.controller];
        const double scale = scaleOf(controller.application);
        const std::size_t from = sums.request;
        for (; sums.request < controller.requests.size(); ++sums.request) {
            if (Clock::now() >= end) {
                showNumbers(controller, from, sums.request);
                return false;
            }
            const std::uint32_t request = controller.requests[sums.request];
            sums.ofRequest.clear();
            sums.ofRequest.add(m_store, m_table.requests()[request], sums.range);
            m_nodes[m_requestNodes[request]].numbers = sums.ofRequest.numbers(scale);
            sums.ofController.add(sums.ofRequest);
        }
        showNumbers(controller, from, sums.request);
        m_nodes[m_controllerNodes[sums.controller]].numbers = sums.ofController.numbers(scale);
        if (controller.application < sums.ofApplications.size())
            sums.ofApplications[controller.application].add(sums.ofController);
        sums.ofController.clear();
    }
    for (std::uint32_t i = 0; i < sums.ofApplications.size(); ++i) {
        Node &application = m_nodes[m_applications[i].node];
        application.numbers = sums.ofApplications[i].numbers(scaleOf(i));
        if (!application.children.empty())
            numbersChanged(application.children.front(), application.children.back());
    }
    if (!m_roots.empty())
        numbersChanged(m_roots.front(), m_roots.back());
    sums.controller = sums.request = 0;
    return true;
}

/// Of the requests [from, to) of a controller, whose rows stand together but for those that were registered.
void ContextModel::showNumbers(const net::RequestTable::Controller &controller, std::size_t from,
                               std::size_t to)
{
    if (from == to)
        return;
    std::uint32_t first = m_requestNodes[controller.requests[from]], last = first;
    for (std::size_t i = from + 1; i < to; ++i) {
        const std::uint32_t at = m_requestNodes[controller.requests[i]];
        if (m_nodes[at].row < m_nodes[first].row)
            first = at;
        if (m_nodes[at].row > m_nodes[last].row)
            last = at;
    }
    numbersChanged(first, last);
}

void ContextModel::numbersChanged(std::uint32_t first, std::uint32_t last)
{
    Q_EMIT dataChanged(indexOf(first, RateColumn), indexOf(last, ShareColumn), {Qt::DisplayRole, SortRole});
}

double ContextModel::scaleOf(std::uint32_t application) const
{
    const std::string &name = m_table.applications()[application].name;
    const auto found = m_units.find(name.empty() ? NoPrefix : std::string_view(name));
    return found != m_units.end() ? found->second : net::millisecondsPer(net::TimerUnit::Microseconds);
}

QString ContextModel::name(const Node &node) const
{
    if (node.level == Level::Application)
        //: an application whose metrics have names without a prefix
        return node.hash.empty() ? tr("(no prefix)") : displayText(node.hash, 200);
    if (node.url)
        return displayText(*node.url, 300);
    if (node.hash.empty() && node.level == Level::Controller)
        //: a row for URLs that belong to none of the controllers
        return tr("(other URLs)");
    if (node.hash.empty())
        //: a row for requests whose names do not tell the URL
        return tr("(all URLs)");
    //: %1 is a hash that stands for a URL which the application did not tell
    return tr("%1 (not registered)").arg(displayText(node.hash, 80));
}

/// Of the time that all requests of the application took; NaN when there were none.
double ContextModel::share(const Node &node) const
{
    std::uint32_t at = node.parent;
    if (at == None)
        return std::nan("");
    while (m_nodes[at].parent != None)
        at = m_nodes[at].parent;
    return m_nodes[at].numbers.time > 0 ? node.numbers.time / m_nodes[at].numbers.time : std::nan("");
}

QVariant ContextModel::sortValue(const Node &node, int column) const
{
    const auto number = [](double value) { return std::isnan(value) ? -1.0 : value; };
    switch (column) {
    case MethodColumn:
        return QString::fromStdString(node.method);
    case RateColumn:
        return number(node.numbers.rate);
    case MeanColumn:
        return number(node.numbers.mean);
    case P95Column:
        return number(node.numbers.p95);
    case ShareColumn:
        return number(share(node));
    case HashColumn:
        return QString::fromStdString(node.hash);
    default:
        return name(node);
    }
}

QVariant ContextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &at = node(index);
    switch (role) {
    case Qt::DisplayRole:
        break;
    case SortRole:
        return sortValue(at, index.column());
    case ActiveRole:
        return at.entry != None;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (index.column() >= RateColumn && index.column() <= ShareColumn ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? plainToolTip(name(at)) : QVariant();
    default:
        return {};
    }
    const bool came = at.entry != None && (at.level != Level::Application || !at.children.empty());
    switch (index.column()) {
    case NameColumn:
        return name(at);
    case MethodColumn:
        return displayText(at.method, 20).toUpper();
    case RateColumn:
        return came ? formatValue(at.numbers.rate, PerSecond) : QString();
    case MeanColumn:
        return std::isnan(at.numbers.mean) ? QString() : formatValue(at.numbers.mean, Duration);
    case P95Column:
        return std::isnan(at.numbers.p95) ? QString() : formatValue(at.numbers.p95, Duration);
    case ShareColumn: {
        const double part = share(at);
        //: a percentage
        return !came || std::isnan(part) ? QString() : tr("%1 %").arg(QLocale().toString(part * 100, 'f', 1));
    }
    case HashColumn:
        return at.level == Level::Application ? QString() : displayText(at.hash, 80);
    default:
        return {};
    }
}

QVariant ContextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            (section >= RateColumn && section <= ShareColumn ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == ShareColumn)
        return tr("Of the time that all requests of the application took");
    if (role == Qt::ToolTipRole && section == HashColumn)
        return tr("md5 of the URL, as it stands in the names of metrics");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Application, controller, URL");
    case MethodColumn:
        //: of an HTTP request, such as GET
        return tr("Method");
    case RateColumn:
        return tr("Requests");
    case MeanColumn:
        //: average latency
        return tr("Mean");
    case P95Column:
        return tr("p95");
    case ShareColumn:
        return tr("Share of time");
    case HashColumn:
        return tr("Hash");
    default:
        return {};
    }
}

} // namespace metriscope::ui
