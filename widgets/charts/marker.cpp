// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/marker.h"

#include "widgets/common/displaytext.h"

#include "netlayer/types/sample.h"

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

int levelOf(net::ServiceCheck::Status status)
{
    switch (status) {
    case net::ServiceCheck::Status::Ok:
        return 1;
    case net::ServiceCheck::Status::Warning:
        return 2;
    case net::ServiceCheck::Status::Critical:
        return 3;
    default:
        return 0;
    }
}

} // namespace

std::optional<Marker> toMarker(const net::Annotation &annotation, net::Time time)
{
    Marker marker{time, displayText(annotation.title, 120), annotation.level};
    if (annotation.kind == net::Annotation::Kind::ServiceCheck) {
        const auto status = static_cast<net::ServiceCheck::Status>(annotation.level);
        if (status == net::ServiceCheck::Status::Ok)
            return std::nullopt;
        marker.level = levelOf(status);
    }
    if (!annotation.text.empty())
        marker.text += u": "_s + displayText(annotation.text, 160);
    return marker;
}

} // namespace metriscope::ui
