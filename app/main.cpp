// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/terminal.h"
#include "app/windowrun.h"

int main(int argc, char *argv[])
{
    metriscope::app::Options options;
    if (const auto status = metriscope::app::runInTerminal(argc, argv, options))
        return *status;
    return metriscope::app::runWindow(argc, argv, options);
}
