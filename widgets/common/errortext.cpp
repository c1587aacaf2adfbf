// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/errortext.h"

#include "widgets/common/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace metriscope::ui
{

namespace
{

[[nodiscard]] QString say(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

} // namespace

QString issueText(net::LineIssue issue)
{
    using enum net::LineIssue;
    switch (issue) {
    case None:
        return say(QT_TRANSLATE_NOOP("errortext", "nothing wrong"));
    case MissingColon:
        return say(QT_TRANSLATE_NOOP("errortext", "no colon between name and value"));
    case EmptyName:
        return say(QT_TRANSLATE_NOOP("errortext", "no name before the colon"));
    case EmptyValue:
        return say(QT_TRANSLATE_NOOP("errortext", "no value after the colon"));
    case BadNumber:
        return say(QT_TRANSLATE_NOOP("errortext", "the value is not a number"));
    case NotFinite:
        return say(QT_TRANSLATE_NOOP("errortext", "the value is infinite or not a number (NaN)"));
    case NegativeTimer:
        return say(QT_TRANSLATE_NOOP("errortext", "a timer cannot be negative"));
    case MissingKind:
        return say(QT_TRANSLATE_NOOP("errortext", "no kind after the value, such as |c or |ms"));
    case UnknownKind:
        return say(QT_TRANSLATE_NOOP("errortext", "unknown kind of metric"));
    case KindNotInDialect:
        return say(QT_TRANSLATE_NOOP("errortext", "the dialect in force does not know this kind"));
    case BadRate:
        return say(QT_TRANSLATE_NOOP("errortext", "the sample rate is not a number above zero"));
    case BadTimestamp:
        return say(QT_TRANSLATE_NOOP("errortext", "the timestamp is not a number of seconds"));
    case BadField:
        return say(QT_TRANSLATE_NOOP("errortext", "a field after the kind cannot be read"));
    case FieldNotInDialect:
        return say(QT_TRANSLATE_NOOP("errortext", "the dialect in force does not know this field"));
    case PackedNotInDialect:
        return say(QT_TRANSLATE_NOOP("errortext", "the dialect in force takes one value a line"));
    case TrailingGarbage:
        return say(QT_TRANSLATE_NOOP("errortext", "unexpected text at the end of the line"));
    case LineTooLong:
        return say(QT_TRANSLATE_NOOP("errortext", "the line is too long"));
    case BadEventHeader:
        return say(QT_TRANSLATE_NOOP("errortext", "the header of an event cannot be read"));
    case EventLength:
        return say(QT_TRANSLATE_NOOP("errortext", "the lengths in an event's header do not fit its text"));
    case EmptyTitle:
        return say(QT_TRANSLATE_NOOP("errortext", "an event without a title"));
    case BadCheckStatus:
        return say(QT_TRANSLATE_NOOP("errortext", "the status of a service check is not 0, 1, 2 or 3"));
    case NameNotInDialect:
        return say(QT_TRANSLATE_NOOP("errortext", "the dialect in force does not take this name"));
    case EventNotInDialect:
        return say(QT_TRANSLATE_NOOP("errortext", "the dialect in force knows no events and service checks"));
    case EmptyPackedValue:
        return say(QT_TRANSLATE_NOOP("errortext", "an empty value among packed values"));
    case RateAboveOne:
        return say(QT_TRANSLATE_NOOP("errortext", "the sample rate is above one"));
    case CarriageReturn:
        return say(QT_TRANSLATE_NOOP("errortext", "the line ends with a carriage return"));
    case Unterminated:
        return say(QT_TRANSLATE_NOOP("errortext", "the connection closed before the end of the line"));
    case UnknownField:
        return say(QT_TRANSLATE_NOOP("errortext", "an unknown field was skipped"));
    case BadEventField:
        return say(QT_TRANSLATE_NOOP("errortext", "a field of an event was skipped"));
    case KindReadAsCounter:
        return say(QT_TRANSLATE_NOOP("errortext", "a kind the dialect does not know was read as a counter"));
    case DoubleDot:
        return say(QT_TRANSLATE_NOOP("errortext", "two dots in a row in the name"));
    case Count:
        break;
    }
    return {};
}

QString hintText(net::LineHint hint)
{
    using enum net::LineHint;
    switch (hint) {
    case None:
    case Count:
        return {};
    case DecimalComma:
        return say(QT_TRANSLATE_NOOP("errortext", "write the number with a decimal point, not a comma"));
    case EscapedNewline:
        return say(QT_TRANSLATE_NOOP("errortext", "send a real line break instead of backslash and n"));
    case HexNumber:
        return say(QT_TRANSLATE_NOOP("errortext", "write the number in decimal, not in hexadecimal"));
    case CharacterLengths:
        return say(QT_TRANSLATE_NOOP("errortext", "count the lengths in bytes of UTF-8, not in characters"));
    case TrailingText:
        return say(QT_TRANSLATE_NOOP("errortext", "end the line after the last field"));
    case ClockStep:
        return say(QT_TRANSLATE_NOOP("errortext", "measure time with a clock that is never set back"));
    case PrefixEndsWithDot:
        return say(QT_TRANSLATE_NOOP("errortext", "remove the dot at the end of the client's prefix"));
    }
    return {};
}

QString verdictText(net::Verdict verdict)
{
    switch (verdict) {
    case net::Verdict::Accepted:
        return say(QT_TRANSLATE_NOOP("errortext", "accepted"));
    case net::Verdict::Warning:
        return say(QT_TRANSLATE_NOOP("errortext", "accepted with a warning"));
    case net::Verdict::Rejected:
        return say(QT_TRANSLATE_NOOP("errortext", "rejected"));
    }
    return {};
}

QString kindText(net::MetricKind kind)
{
    using enum net::MetricKind;
    switch (kind) {
    case Counter:
        return say(QT_TRANSLATE_NOOP("errortext", "counter"));
    case Gauge:
        return say(QT_TRANSLATE_NOOP("errortext", "gauge"));
    case Timer:
        return say(QT_TRANSLATE_NOOP("errortext", "timer"));
    case Set:
        return say(QT_TRANSLATE_NOOP("errortext", "set"));
    case Histogram:
        return say(QT_TRANSLATE_NOOP("errortext", "histogram"));
    case Distribution:
        return say(QT_TRANSLATE_NOOP("errortext", "distribution"));
    }
    return {};
}

QString unitText(net::Unit unit)
{
    using enum net::Unit;
    switch (unit) {
    case None:
        return {};
    case Milliseconds:
        return say(QT_TRANSLATE_NOOP("errortext", "ms"));
    case Seconds:
        return say(QT_TRANSLATE_NOOP("errortext", "s"));
    case Bytes:
        return say(QT_TRANSLATE_NOOP("errortext", "B"));
    case Percent:
        return QStringLiteral("%");
    case Requests:
        return say(QT_TRANSLATE_NOOP("errortext", "req"));
    case Users:
        return say(QT_TRANSLATE_NOOP("errortext", "users"));
    }
    return {};
}

QString measureText(const net::Measure &measure)
{
    using enum net::Measure::What;
    switch (measure.what) {
    case Value:
        return say(QT_TRANSLATE_NOOP("errortext", "value"));
    case Rate:
        return say(QT_TRANSLATE_NOOP("errortext", "rate"));
    case Count:
        return say(QT_TRANSLATE_NOOP("errortext", "count"));
    case Total:
        return say(QT_TRANSLATE_NOOP("errortext", "total"));
    case Up:
        return say(QT_TRANSLATE_NOOP("errortext", "increments"));
    case Down:
        return say(QT_TRANSLATE_NOOP("errortext", "decrements"));
    case Sum:
        return say(QT_TRANSLATE_NOOP("errortext", "sum"));
    case Mean:
        return say(QT_TRANSLATE_NOOP("errortext", "mean"));
    case Lower:
        return say(QT_TRANSLATE_NOOP("errortext", "minimum"));
    case Upper:
        return say(QT_TRANSLATE_NOOP("errortext", "maximum"));
    case Deviation:
        return say(QT_TRANSLATE_NOOP("errortext", "standard deviation"));
    case Quantile:
        return QStringLiteral("p%1").arg(QLocale().toString(measure.quantile * 100, 'g', 4));
    }
    return {};
}

QString stateText(net::Source::State state)
{
    using enum net::Source::State;
    switch (state) {
    case Stopped:
        return say(QT_TRANSLATE_NOOP("errortext", "stopped"));
    case Starting:
        return say(QT_TRANSLATE_NOOP("errortext", "starting"));
    case Running:
        return say(QT_TRANSLATE_NOOP("errortext", "running"));
    case Failed:
        return say(QT_TRANSLATE_NOOP("errortext", "failed"));
    }
    return {};
}

QString sourceText(net::SourceId source)
{
    if (source == net::StatsdSource)
        return QStringLiteral("statsd");
    if (source == net::SignalSource)
        return say(QT_TRANSLATE_NOOP("errortext", "signals"));
    const QString kind = QString::fromLatin1(net::sourceKindName(net::kindOf(source)));
    const int number = net::numberOf(source);
    return number == 0 ? kind : QStringLiteral("%1-%2").arg(kind).arg(number + 1);
}

QString noteText(net::SignalNote note)
{
    switch (note) {
    case net::SignalNote::TimerUnitMicroseconds:
        return say(
            QT_TRANSLATE_NOOP("errortext", "timers are read as microseconds, though the lines say ms"));
    case net::SignalNote::UsersSinceStart:
        return say(QT_TRANSLATE_NOOP("errortext", "active users are counted from the start of Metriscope"));
    case net::SignalNote::TimerUnitDoubtful:
        return say(QT_TRANSLATE_NOOP("errortext", "the timers' values contradict the unit in force"));
    case net::SignalNote::MoreEndsThanStarts:
        return say(QT_TRANSLATE_NOOP(
            "errortext", "more requests finished than were seen to start: none are shown in flight"));
    }
    return {};
}

QString roleText(net::SignalRole role)
{
    using enum net::SignalRole;
    switch (role) {
    case RequestRate:
        return say(QT_TRANSLATE_NOOP("errortext", "Request rate"));
    case Latency:
        return say(QT_TRANSLATE_NOOP("errortext", "Latency"));
    case ActiveUsers:
        return say(QT_TRANSLATE_NOOP("errortext", "Active users"));
    case TotalUsers:
        return say(QT_TRANSLATE_NOOP("errortext", "Total users"));
    case InFlight:
        return say(QT_TRANSLATE_NOOP("errortext", "Requests in flight"));
    case Errors:
        return say(QT_TRANSLATE_NOOP("errortext", "Errors"));
    case LatencyMean:
        return say(QT_TRANSLATE_NOOP("errortext", "Mean latency"));
    case LatencyDeviation:
        return say(QT_TRANSLATE_NOOP("errortext", "Standard deviation of the latency"));
    }
    return {};
}

QString timerUnitText(net::TimerUnit unit)
{
    switch (unit) {
    case net::TimerUnit::Microseconds:
        return say(QT_TRANSLATE_NOOP("errortext", "microseconds"));
    case net::TimerUnit::Milliseconds:
        return say(QT_TRANSLATE_NOOP("errortext", "milliseconds"));
    case net::TimerUnit::Seconds:
        return say(QT_TRANSLATE_NOOP("errortext", "seconds"));
    }
    return {};
}

QString idlePolicyText(net::IdlePolicy policy)
{
    switch (policy) {
    case net::IdlePolicy::Gap:
        return say(QT_TRANSLATE_NOOP("errortext", "leave a gap"));
    case net::IdlePolicy::Zero:
        return say(QT_TRANSLATE_NOOP("errortext", "draw zero"));
    case net::IdlePolicy::Hold:
        return say(QT_TRANSLATE_NOOP("errortext", "hold the last value"));
    }
    return {};
}

QString percentileRuleText(net::PercentileRule rule)
{
    switch (rule) {
    case net::PercentileRule::Statsd:
        return say(QT_TRANSLATE_NOOP("errortext", "statsd (rank rounded half up)"));
    case net::PercentileRule::Nearest:
        return say(QT_TRANSLATE_NOOP("errortext", "nearest rank"));
    case net::PercentileRule::Interpolate:
        return say(QT_TRANSLATE_NOOP("errortext", "linear interpolation"));
    }
    return {};
}

} // namespace metriscope::ui
