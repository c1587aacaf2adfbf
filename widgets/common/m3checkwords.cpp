// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/checkwords.h"

#include <QtGlobal>

#include <array>

namespace metriscope::ui
{

std::span<const CheckWords> m3CheckWords()
{
    using enum net::CheckReason;
    static constexpr std::array Rows{
        CheckWords{IdentityGood,
                   QT_TRANSLATE_NOOP("checktext",
                                     "The prefix tells version, region, client, product and instance: %3")},
        CheckWords{
            IdentityMissing,
            QT_TRANSLATE_NOOP("checktext", "The prefix %3 does not tell everything. Missing: %4"),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Give all five parts: METRICS_PREFIX = 'VERSION.REGION.CLIENT.PRODUCT.instance_NAME'")},
        CheckWords{UnitMillis,
                   QT_TRANSLATE_NOOP("checktext", "The timings of %3 have fractions, as milliseconds do.")},
        CheckWords{UnitMicros,
                   QT_TRANSLATE_N_NOOP("checktext", "All %n timing(s) of %3 are whole numbers labelled ms, "
                                                    "such as: %4. m3-core writes microseconds so."),
                   QT_TRANSLATE_NOOP("checktext", "Tell the console, in the settings under Signals or with: "
                                                  "--timer-unit %3=us\nIt can be switched back there.")},
        CheckWords{UnitKnown,
                   QT_TRANSLATE_NOOP("checktext", "The console takes the timings of %3 as microseconds.")},
        CheckWords{UsersGood, QT_TRANSLATE_NOOP("checktext", "%3 began with a number of users.")},
        CheckWords{
            UsersNoBaseline,
            QT_TRANSLATE_NOOP("checktext",
                              "Users come and go in %3, but how many there were at the beginning is not "
                              "known: the console started after the application."),
            QT_TRANSLATE_NOOP("checktext", "Restart one worker of the application, or enter the number of "
                                           "users. Until then the chart says \"since start\".")},
        CheckWords{ContextsGood, QT_TRANSLATE_NOOP("checktext", "%1 answers: %3. Nothing was registered.")},
        CheckWords{ContextsServable,
                   QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1. It can be served from here.")},
        CheckWords{HttpRefused, QT_TRANSLATE_NOOP("checktext", "Nobody listens on %1."),
                   QT_TRANSLATE_NOOP("checktext", "Start the console with --contexts, or correct the address "
                                                  "in the settings of the application.")},
        CheckWords{HttpMute,
                   QT_TRANSLATE_NOOP("checktext",
                                     "%1 takes the connection and says nothing for %6 ms. m3-core "
                                     "would wait for ever, and the site would not start."),
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "Find out who listens there (sudo ss -lntp) and stop it, or give another port.")},
        CheckWords{
            HttpNoReply, QT_TRANSLATE_NOOP("checktext", "%1 closes the connection without an answer."),
            QT_TRANSLATE_NOOP(
                "checktext", "Find out who listens there (sudo ss -lntp); it is not a server for contexts.")},
        CheckWords{HttpNotHttp, QT_TRANSLATE_NOOP("checktext", "The answer of %1 is not HTTP: %3"),
                   QT_TRANSLATE_NOOP(
                       "checktext",
                       "Find out who listens there (sudo ss -lntp); the port belongs to something else.")},
        CheckWords{HttpUnreachable, QT_TRANSLATE_NOOP("checktext", "%1 cannot be reached: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Correct host and port in the address.")},
        CheckWords{HttpTls, QT_TRANSLATE_NOOP("checktext", "No secure connection to %1: %3"),
                   QT_TRANSLATE_NOOP("checktext",
                                     "Look at the certificate, or use http:// if the server speaks that.")},
        CheckWords{HttpPlain,
                   QT_TRANSLATE_NOOP("checktext", "%1 says https, but who listens there speaks plain HTTP."),
                   QT_TRANSLATE_NOOP("checktext", "Write http:// in the address.")},
        CheckWords{
            ContextsNotFound, QT_TRANSLATE_NOOP("checktext", "%1 answers %3: the path is wrong."),
            QT_TRANSLATE_NOOP("checktext", "Correct the address in the settings of the application: %4")},
        CheckWords{
            ContextsRedirect,
            QT_TRANSLATE_NOOP(
                "checktext",
                "%1 redirects to another address: %4. m3-core would follow with an empty request."),
            QT_TRANSLATE_NOOP("checktext", "Give the address itself in the settings of the application: %4")},
        CheckWords{ContextsLogin, QT_TRANSLATE_NOOP("checktext", "%1 asks for a login: %3"),
                   QT_TRANSLATE_NOOP("checktext", "m3-core cannot log in. Let the server take contexts "
                                                  "without a login, or use the console's own address.")},
        CheckWords{ContextsBroken, QT_TRANSLATE_NOOP("checktext", "%1 answers with an error: %3"),
                   QT_TRANSLATE_NOOP("checktext", "Look into the log of that server.")},
        CheckWords{ContextsSeen, QT_TRANSLATE_NOOP("checktext", "%3 has sent its contexts.")},
        CheckWords{
            NoRegistration,
            QT_TRANSLATE_NOOP("checktext", "No registration came. An application registers once, when it "
                                           "starts; what it did before is known to a running console alone."),
            QT_TRANSLATE_NOOP(
                "checktext",
                "Restart the application while this waits, or look at the Contexts pane of the console.")},
        CheckWords{
            ContextsNever,
            QT_TRANSLATE_NOOP(
                "checktext",
                "Metrics of %3 arrive, but it has not sent its contexts, so its controllers have no names."),
            QT_TRANSLATE_NOOP("checktext",
                              "Call send_controllers_contexts() in urls.py of the application and restart "
                              "it. The call blocks until it is answered, so the address must answer.")},
    };
    return Rows;
}

} // namespace metriscope::ui
