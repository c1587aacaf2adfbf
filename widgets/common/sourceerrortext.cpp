// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/displaytext.h"
#include "widgets/common/errortext.h"

#include <QCoreApplication>

namespace metriscope::ui
{

namespace
{

/// Of a source that asks others. %1 is an address, %2 what is known beside the error.
QString pollErrorText(net::SourceError error, const QString &where, const QString &what)
{
    const char *text = nullptr;
    switch (error) {
    case net::SourceError::Refused:
        text = QT_TRANSLATE_NOOP(
            "errortext", "Nobody listens on %1. Start the application there, or correct the address.");
        break;
    case net::SourceError::HostNotFound:
        text = QT_TRANSLATE_NOOP("errortext", "There is no host with that name: %1.");
        break;
    case net::SourceError::Unreachable:
        text = QT_TRANSLATE_NOOP("errortext", "%1 cannot be reached from this machine.");
        break;
    case net::SourceError::TimedOut:
        text = QT_TRANSLATE_NOOP("errortext", "%1 gave no answer in time.");
        break;
    case net::SourceError::NoReply:
        text = QT_TRANSLATE_NOOP("errortext", "%1 closed the connection without an answer.");
        break;
    case net::SourceError::HttpStatus:
        //: %2 is an HTTP status such as "404 Not Found"
        text = QT_TRANSLATE_NOOP("errortext", "%1 answers %2. Check the path of the address.");
        break;
    case net::SourceError::NeedsLogin:
        //: %2 is an HTTP status such as "401 Unauthorized"
        text = QT_TRANSLATE_NOOP("errortext",
                                 "%1 asks for a login (%2). Enter a user and a password, or a token.");
        break;
    case net::SourceError::RedirectLoop:
        text = QT_TRANSLATE_NOOP("errortext", "%1 redirects from one address to the next and never answers.");
        break;
    case net::SourceError::TlsFailed:
        text = QT_TRANSLATE_NOOP("errortext", "No secure connection to %1: %2");
        break;
    case net::SourceError::TooLarge:
        //: %2 is a number of bytes
        text = QT_TRANSLATE_NOOP("errortext", "The answer of %1 is larger than %2 bytes and was not read.");
        break;
    case net::SourceError::NotMetrics:
        //: %2 is a content type or the beginning of the answer
        text = QT_TRANSLATE_NOOP("errortext", "The answer of %1 is not metrics: %2");
        break;
    case net::SourceError::BadAnswer:
        text = QT_TRANSLATE_NOOP("errortext", "The answer of %1 is damaged: %2");
        break;
    case net::SourceError::NotZmq:
        text = QT_TRANSLATE_NOOP("errortext", "What listens on %1 does not speak ZeroMQ.");
        break;
    case net::SourceError::WrongSocket:
        //: %2 is the type of a ZeroMQ socket, such as PULL
        text = QT_TRANSLATE_NOOP("errortext",
                                 "%1 is a ZeroMQ socket that answers no requests (%2). Give the address "
                                 "for statistics instead.");
        break;
    case net::SourceError::PeerFault:
        text = QT_TRANSLATE_NOOP("errortext", "%1 reports an error: %2");
        break;
    case net::SourceError::NoSecret:
        text = QT_TRANSLATE_NOOP("errortext", "The system keyring does not give the secret for %1: %2");
        break;
    case net::SourceError::NothingAnswers:
        text = QT_TRANSLATE_NOOP("errortext", "Not one port of %1 answers.");
        break;
    default:
        return {};
    }
    QString said = QCoreApplication::translate("errortext", text);
    return said.contains(QLatin1String("%2")) ? said.arg(where, what) : said.arg(where);
}

} // namespace

QString sourceErrorText(net::SourceError error, const QString &address, const QString &detail)
{
    const QString where = displayText(address);
    const QString what = displayText(detail);
    switch (error) {
    case net::SourceError::None:
        return {};
    case net::SourceError::AddressInUse:
        if (what.isEmpty())
            return QCoreApplication::translate("errortext",
                                               "%1 is taken by another program. Stop it, or choose "
                                               "another address in the settings.")
                .arg(where);
        //: %1 is an address, %2 the name and process number of a program
        return QCoreApplication::translate("errortext",
                                           "%1 is taken by %2. Stop it, or choose another address "
                                           "in the settings.")
            .arg(where, what);
    case net::SourceError::AddressInvalid:
        return QCoreApplication::translate(
                   "errortext", "%1 is not an address of this machine. Correct it in the settings.")
            .arg(where);
    case net::SourceError::PermissionDenied:
        return QCoreApplication::translate(
                   "errortext", "The system does not allow listening on %1. Choose a port of 1024 or above.")
            .arg(where);
    case net::SourceError::SystemError:
        //: %1 is an address, %2 a message of the operating system
        return QCoreApplication::translate("errortext", "Listening on %1 failed: %2").arg(where, what);
    default:
        return pollErrorText(error, where, what);
    }
}

QString noteText(net::SourceNote note)
{
    switch (note) {
    case net::SourceNote::SeveralWorkers:
        return QCoreApplication::translate(
            "errortext", "Several processes answer behind one address, each with counts of its own. Give "
                         "each a port (a range), or set PROMETHEUS_MULTIPROC_DIR.");
    case net::SourceNote::DamagedLines:
        return QCoreApplication::translate(
            "errortext", "Some lines of the answer could not be read. \"metriscope explain prometheus\" "
                         "with the address tells which.");
    case net::SourceNote::SomeTargetsFail:
        return QCoreApplication::translate("errortext", "Some of the addresses give no answer that counts.");
    }
    return {};
}

} // namespace metriscope::ui
