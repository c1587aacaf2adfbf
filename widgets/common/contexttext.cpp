// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/contexttext.h"

#include "widgets/common/displaytext.h"

#include <QCoreApplication>

namespace metriscope::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(metriscope::ui::ContextText)
};

[[nodiscard]] QString reasonText(net::PresetError error)
{
    switch (error) {
    case net::PresetError::NotReadable:
        return Words::tr("it cannot be read");
    case net::PresetError::TooLarge:
        return Words::tr("there is too much of it");
    case net::PresetError::NotJson:
        return Words::tr("it is not JSON");
    case net::PresetError::UnknownFormat:
        return Words::tr("its format is unknown");
    case net::PresetError::MissingField:
        return Words::tr("a field is missing");
    case net::PresetError::WrongType:
        return Words::tr("a value has the wrong type");
    case net::PresetError::UnknownField:
        return Words::tr("a field is unknown");
    case net::PresetError::BadId:
        return Words::tr("the id must be made of a-z, 0-9, - and _");
    case net::PresetError::UnknownRole:
        return Words::tr("the role is unknown");
    case net::PresetError::UnknownKind:
        return Words::tr("the kind of metric is unknown");
    case net::PresetError::UnknownUnit:
        return Words::tr("the unit is unknown");
    case net::PresetError::KindDoesNotFitRole:
        return Words::tr("this kind of metric cannot have this role");
    case net::PresetError::BadPattern:
        return Words::tr("the pattern is wrong");
    default:
        return Words::tr("something is wrong in it");
    }
}

} // namespace

QString contextStoreText(net::ContextStoreProblem problem, const QString &detail)
{
    const QString what = displayText(detail);
    switch (problem) {
    case net::ContextStoreProblem::Damaged:
        return Words::tr(
                   "The file of registered contexts was damaged. What could be read of it is in use; the "
                   "damaged file was kept as %1.")
            .arg(what);
    case net::ContextStoreProblem::Newer:
        return Words::tr(
                   "%1 was written by a newer version of Metriscope. Registered contexts will not be saved.")
            .arg(what);
    case net::ContextStoreProblem::NotReadable:
        return Words::tr("%1 could not be read. Registered contexts will not be saved.").arg(what);
    case net::ContextStoreProblem::NotWritable:
        return Words::tr("Registered contexts could not be saved to %1.").arg(what);
    }
    return {};
}

QString presetErrorText(net::PresetError error, const QString &file, const QString &where)
{
    if (where.isEmpty())
        //: %1 is a file, %2 a clause that says what is wrong
        return Words::tr("The preset %1 is left out: %2.").arg(displayText(file), reasonText(error));
    //: %1 is a file, %2 a clause that says what is wrong, %3 the place in the file
    return Words::tr("The preset %1 is left out: %2 (%3).")
        .arg(displayText(file), reasonText(error), displayText(where));
}

} // namespace metriscope::ui
