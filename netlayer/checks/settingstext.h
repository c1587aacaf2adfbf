// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/checks/checkcontext.h"

#include <QString>

#include <vector>

namespace metriscope::net
{

/// A piece of configuration for the application, filled with the addresses of a context.
struct SettingsText {
    QString file; ///< "settings.py", "gunicorn.conf.py", "prometheus.yml", "uwsgi.ini", "shell"
    QString text; ///< with a newline at the end
};

/// What an application of this kind needs to send where the context says, ready to be pasted; the file that
/// matters most in front. Values from outside are quoted for the language of the file. Names of settings are
/// those of m3-core 48a124c, gstats 1596c44, django-prometheus 2.2, gunicorn 20.1 and uWSGI 2.0.
[[nodiscard]] std::vector<SettingsText> settingsTexts(const CheckContext &context);

} // namespace metriscope::net
