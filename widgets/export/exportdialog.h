// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export/exportchoice.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace metriscope::ui
{

/// Asks how to export: format, and what that format has to choose.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExportDialog(const ExportChoice &choice, QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;

private:
    void adapt();

    ExportChoice m_start;
    QFormLayout *m_form;
    QComboBox *m_format, *m_size, *m_scale, *m_theme, *m_range;
    QWidget *m_custom;
    QSpinBox *m_width, *m_height;
};

} // namespace metriscope::ui
