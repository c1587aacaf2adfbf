// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    metriscope::app::Options options;
    if (const auto status = metriscope::app::runInTerminal(argc, argv, options))
        return *status;
    const QApplication application(argc, argv);
    return 0;
}
