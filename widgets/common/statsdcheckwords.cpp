// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checkwords.h"

#include <QtGlobal>

#include <array>

namespace metriscope::ui
{

std::span<const CheckWords> statsdCheckWords()
{
    using enum net::CheckReason;
    static constexpr std::array Rows{
        CheckWords{Cancelled, QT_TRANSLATE_NOOP("checktext", "Stopped before it was answered.")},
        CheckWords{TimedOut, QT_TRANSLATE_N_NOOP("checktext", "No answer within %n second(s).")},
        CheckWords{DependsOn,
                   QT_TRANSLATE_NOOP("checktext", "Cannot be checked before this is in order: %3")},
        CheckWords{
            ExplainedBy,
            QT_TRANSLATE_NOOP("checktext", "Not checked, because another check has found the cause: %3")},
        CheckWords{
            NotWaited,
            QT_TRANSLATE_NOOP("checktext",
                              "Needs traffic of the application, and no time was given to wait for it."),
            QT_TRANSLATE_NOOP("checktext",
                              "Let the check wait, and click through the application meanwhile: --wait 30")},
        CheckWords{NothingSeen,
                   QT_TRANSLATE_N_NOOP("checktext",
                                       "Nothing came within %n second(s), so there is nothing to judge.")},
        CheckWords{
            NotLocal,
            QT_TRANSLATE_NOOP("checktext", "%1 is not an address of this machine. Its addresses are: %5"),
            QT_TRANSLATE_NOOP("checktext",
                              "Run the check on the machine that receives, or give an address of this one.")},
        CheckWords{NotOurSocket,
                   QT_TRANSLATE_NOOP("checktext", "%1 belongs to %2: what others receive cannot be seen.")},
        CheckWords{NothingGiven, QT_TRANSLATE_NOOP("checktext", "Nothing was given to check.")},
        CheckWords{NoCapture,
                   QT_TRANSLATE_NOOP("checktext", "Needs a look at the wire, which is not possible here.")},
        CheckWords{NoRight, QT_TRANSLATE_NOOP("checktext", "Capturing packets is not allowed: %3"),
                   QT_TRANSLATE_NOOP("checktext", "%4")},
        CheckWords{OwnerUnseen,
                   QT_TRANSLATE_NOOP("checktext", "A process of another user listens on %1. Whether workers "
                                                  "share its port, the system does not tell."),
                   QT_TRANSLATE_NOOP("checktext", "Run this check as the user of the application.")},
        CheckWords{TooFew, QT_TRANSLATE_NOOP("checktext", "Too little was seen to judge.")},
        CheckWords{CanBeServed,
                   QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1. It can be served from here.")},
        CheckWords{ServedByUs, QT_TRANSLATE_NOOP("checktext", "This console listens on %1.")},
        CheckWords{TakenBy, QT_TRANSLATE_NOOP("checktext", "%1 is taken by %2."),
                   QT_TRANSLATE_NOOP(
                       "checktext", "Stop %2, or move one of the two: another port for the console (--statsd "
                                    "127.0.0.1:PORT) and the same port in the settings of the application.")},
        CheckWords{
            TakenUnseen,
            QT_TRANSLATE_NOOP("checktext",
                              "%1 is taken by the process of another user, which the system does not name."),
            QT_TRANSLATE_NOOP("checktext", "Find it with: sudo ss -lnptu\nThen stop it, or choose another "
                                           "port for the console and the application.")},
        CheckWords{
            SecondConsole, QT_TRANSLATE_NOOP("checktext", "Another Metriscope listens on %1: %2"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Look at that window, or let this one listen on another port: --statsd 127.0.0.1:PORT")},
        CheckWords{PortForbidden,
                   QT_TRANSLATE_NOOP("checktext", "The system does not allow listening on %1."),
                   QT_TRANSLATE_NOOP("checktext", "Choose a port of 1024 or above.")},
        CheckWords{ListenFailed, QT_TRANSLATE_NOOP("checktext", "Listening on %1 failed: %3")},
        CheckWords{BadAddress, QT_TRANSLATE_NOOP("checktext", "This is not an address to listen on: %1"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Give an address with a port, such as 127.0.0.1:8125 or [::1]:8125.")},
        CheckWords{HostUnknown, QT_TRANSLATE_NOOP("checktext", "There is no host with that name: %1"),
                   QT_TRANSLATE_NOOP("checktext", "Correct the name, or give the address as numbers.")},
        CheckWords{SelfTestArrived,
                   QT_TRANSLATE_NOOP("checktext", "A marked line sent to %1 came back after %6 microseconds. "
                                                  "It is left out of charts and counts.")},
        CheckWords{
            SelfTestLost,
            QT_TRANSLATE_NOOP("checktext",
                              "A line was sent to %1, and the socket that listens there did not get it."),
            QT_TRANSLATE_NOOP("checktext", "A firewall or a full socket buffer takes it. Look at: sudo nft "
                                           "list ruleset\nand at the last column of: cat /proc/net/udp")},
        CheckWords{NoDrops, QT_TRANSLATE_NOOP("checktext", "The system has dropped nothing on %1.")},
        CheckWords{
            DropsBefore,
            QT_TRANSLATE_N_NOOP("checktext", "The system has dropped %n datagram(s) on %1, but none while "
                                             "this was checked. Largest socket buffer allowed: %7 bytes."),
            QT_TRANSLATE_NOOP("checktext", "Allow a larger buffer, then restart the program that listens: "
                                           "sudo sysctl -w net.core.rmem_max=8388608")},
        CheckWords{
            DropsGrow,
            QT_TRANSLATE_N_NOOP("checktext", "The system drops on %1: %n datagram(s) lost by now, more every "
                                             "moment. Largest socket buffer allowed: %7 bytes."),
            QT_TRANSLATE_NOOP("checktext", "Allow a larger buffer, then restart the program that listens: "
                                           "sudo sysctl -w net.core.rmem_max=8388608\nIf that does not help, "
                                           "send less: sample with |@0.1, or several lines a datagram.")},
        CheckWords{CaptureAllowed, QT_TRANSLATE_NOOP("checktext", "Packets of all interfaces can be seen.")},
        CheckWords{NoneElsewhere, QT_TRANSLATE_NOOP("checktext", "Nothing was sent past %1. Watched: %5")},
        CheckWords{
            SeenElsewhere,
            QT_TRANSLATE_N_NOOP("checktext",
                                "The application sends to %4, not to %1. From %2, %n packet(s), such as: %3"),
            QT_TRANSLATE_NOOP("checktext", "Correct the port in the settings of the application to the one "
                                           "of %1, or let the console listen where it sends: --statsd %4")},
        CheckWords{SeenOtherFamily,
                   QT_TRANSLATE_N_NOOP("checktext",
                                       "The application sends to %4, while the console listens on %1: one is "
                                       "IPv6, the other IPv4. From %2, %n packet(s), such as: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Listen on both: --statsd %1 --statsd %4\nOr name the "
                                                  "address in the application instead of \"localhost\": %1")},
        CheckWords{
            SeenOtherInterface,
            QT_TRANSLATE_N_NOOP("checktext", "The application sends to %4, while the console listens on %1. "
                                             "From %2, %n packet(s), such as: %3"),
            QT_TRANSLATE_NOOP("checktext", "Listen there as well: --statsd %4\nWhoever reaches that address "
                                           "can then send metrics to this console. From a container, send to "
                                           "the address of the host's bridge, not to localhost.")},
        CheckWords{WireMatches,
                   QT_TRANSLATE_NOOP("checktext", "%6 packets on the wire to %1, %7 in the socket.")},
        CheckWords{WireLost,
                   QT_TRANSLATE_NOOP("checktext", "%6 packets on the wire to %1, but only %7 in the socket."),
                   QT_TRANSLATE_NOOP("checktext",
                                     "A firewall or a full socket buffer takes the rest. Look at: sudo "
                                     "nft list ruleset\nand at the last column of: cat /proc/net/udp")},
        CheckWords{TrafficSeen, QT_TRANSLATE_N_NOOP("checktext", "%n packet(s) on %1 from %2, such as: %3")},
        CheckWords{
            NoTraffic, QT_TRANSLATE_N_NOOP("checktext", "Nothing arrived on %1 within %n second(s)."),
            QT_TRANSLATE_NOOP("checktext",
                              "Use the application while this waits. Then look at the host and the port in "
                              "the settings of its statsd client, and whether the client is switched on.")},
        CheckWords{NoTrafficM3,
                   QT_TRANSLATE_N_NOOP("checktext", "Nothing arrived on %1 within %n second(s)."),
                   QT_TRANSLATE_NOOP(
                       "checktext", "Click in the application while this waits. Then look at three things: "
                                    "ENABLE_METRICS_COLLECTION = True in settings.py; that pystatsd is "
                                    "installed for the very Python of the application (pip show pystatsd); "
                                    "that its m3-core is new enough to know METRICS_HOST and METRICS_PORT.")},
        CheckWords{LinesGood, QT_TRANSLATE_NOOP("checktext", "All lines seen can be read: %6")},
        CheckWords{LineEscapedNewline,
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "The characters \\ and n stand in the line where a line break is meant. From %2: %3"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Write a real line break in the client: \"\\n\" in double quotes, "
                                     "or $'...\\n' in a shell, or printf instead of echo.")},
        CheckWords{LineDecimalComma,
                   QT_TRANSLATE_NOOP("checktext", "A comma stands in the number: %3 (from %2)"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Format the value with a point, whatever the locale: LC_NUMERIC=C, or "
                                     "%f of a language that knows no locale. Taken as it is by: %5")},
        CheckWords{LineCarriageReturn,
                   QT_TRANSLATE_NOOP("checktext", "Lines end with a carriage return: %3 (from %2)"),
                   QT_TRANSLATE_NOOP("checktext", "Harmless here; brubeck and statsite drop such lines. End "
                                                  "them with \\n alone in the client.")},
        CheckWords{LineTrailingGarbage,
                   QT_TRANSLATE_NOOP("checktext", "Unexpected text at the end of the line: %3 (from %2)"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Remove in the client what follows the kind. Taken as it is by: %5")},
        CheckWords{LineEmptyName, QT_TRANSLATE_NOOP("checktext", "A line without a name: %3 (from %2)"),
                   QT_TRANSLATE_NOOP("checktext", "Look at what the client puts before the colon: an empty "
                                                  "variable, or a name that it has filtered away.")},
        CheckWords{LineRejected,
                   QT_TRANSLATE_NOOP("checktext",
                                     "%6 of %7 lines are rejected, such as this one from %2: %3\nWhy: %8"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Change the line in the client, or choose a dialect that takes it: %5")},
        CheckWords{
            LineDoubtful,
            QT_TRANSLATE_NOOP("checktext", "Lines can be read, but look doubtful. %3 (from %2)\nWhy: %8"),
            QT_TRANSLATE_NOOP("checktext", "Look at the client that writes it.")},
        CheckWords{PrefixGood, QT_TRANSLATE_NOOP("checktext", "The prefix makes clean names: %3")},
        CheckWords{PrefixTrailingDot,
                   QT_TRANSLATE_NOOP("checktext",
                                     "Names have two dots in a row, because the prefix ends with a dot: %3"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Remove the last dot: METRICS_PREFIX = '%4'\nIt is harmless "
                                     "here, and Graphite folds the two dots into one.")},
    };
    return Rows;
}

} // namespace metriscope::ui
