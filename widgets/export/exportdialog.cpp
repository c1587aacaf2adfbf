// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/exportdialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace metriscope::ui
{
namespace
{

constexpr std::array Sizes{QSize(800, 450), QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1440)};

QSpinBox *addSide(QWidget *parent, int value)
{
    auto *const box = new QSpinBox(parent);
    box->setRange(ExportChoice::MinSide, ExportChoice::MaxSide);
    box->setSuffix(u" px"_s);
    box->setValue(value);
    return box;
}

template <typename Enum>
void select(QComboBox &box, Enum value)
{
    box.setCurrentIndex(std::max(0, box.findData(int(value))));
}

} // namespace

ExportDialog::ExportDialog(const ExportChoice &choice, QWidget *parent)
    : QDialog(parent), m_start(choice), m_form(new QFormLayout), m_format(new QComboBox(this)),
      m_size(new QComboBox(this)), m_scale(new QComboBox(this)), m_theme(new QComboBox(this)),
      m_range(new QComboBox(this)), m_custom(new QWidget(this)),
      m_width(addSide(m_custom, choice.size.width())), m_height(addSide(m_custom, choice.size.height()))
{
    setWindowTitle(tr("Export"));
    m_format->addItem(tr("Picture (PNG)"), int(ExportFormat::Png));
    m_format->addItem(tr("Vector picture (SVG)"), int(ExportFormat::Svg));
    m_format->addItem(tr("Values (CSV)"), int(ExportFormat::Csv));
    for (const QSize &size : Sizes)
        m_size->addItem(u"%1 × %2"_s.arg(size.width()).arg(size.height()), size);
    //: a size of a picture that is none of the listed ones
    m_size->addItem(tr("Other"), QSize());
    for (int scale = 1; scale <= ExportChoice::MaxScale; ++scale)
        m_scale->addItem(u"%1×"_s.arg(scale), scale);
    m_theme->addItem(tr("As on the screen"), int(ExportTheme::Screen));
    m_theme->addItem(tr("Light"), int(ExportTheme::Light));
    m_theme->addItem(tr("Dark"), int(ExportTheme::Dark));
    m_range->addItem(tr("Visible range"), int(ExportRange::Visible));
    m_range->addItem(tr("All that is kept"), int(ExportRange::All));

    auto *const sides = new QHBoxLayout(m_custom);
    sides->setContentsMargins({});
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(u"×"_s, m_custom));
    sides->addWidget(m_height);
    sides->addStretch();
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));

    m_form->addRow(tr("&Format"), m_format);
    m_form->addRow(tr("&Size"), m_size);
    m_form->addRow(QString(), m_custom);
    m_form->addRow(tr("S&cale"), m_scale);
    m_form->addRow(tr("&Theme"), m_theme);
    m_form->addRow(tr("&Range"), m_range);
    for (QComboBox *const box : {m_format, m_size, m_scale, m_theme, m_range})
        if (auto *const label = qobject_cast<QLabel *>(m_form->labelForField(box)))
            box->setAccessibleDescription(label->text().remove(u'&'));

    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save…"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *const layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addLayout(m_form);
    layout->addWidget(buttons);

    select(*m_format, choice.format);
    select(*m_theme, choice.theme);
    select(*m_range, choice.range);
    m_scale->setCurrentIndex(std::clamp(choice.scale, 1, ExportChoice::MaxScale) - 1);
    const int known = m_size->findData(choice.size);
    m_size->setCurrentIndex(known < 0 ? m_size->count() - 1 : known);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::adapt);
    connect(m_size, &QComboBox::currentIndexChanged, this, &ExportDialog::adapt);
    adapt();
}

void ExportDialog::adapt()
{
    const auto format = ExportFormat(m_format->currentData().toInt());
    const bool picture = format != ExportFormat::Csv;
    const auto showRow = [this](QWidget *field, bool visible) {
        field->setVisible(visible);
        if (QWidget *const label = m_form->labelForField(field))
            label->setVisible(visible);
    };
    showRow(m_size, picture);
    showRow(m_custom, picture && m_size->currentData().toSize().isEmpty());
    showRow(m_scale, format == ExportFormat::Png);
    showRow(m_theme, picture);
    showRow(m_range, !picture);
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice = m_start;
    choice.format = ExportFormat(m_format->currentData().toInt());
    const QSize size = m_size->currentData().toSize();
    choice.size = size.isEmpty() ? QSize(m_width->value(), m_height->value()) : size;
    choice.scale = m_scale->currentData().toInt();
    choice.theme = ExportTheme(m_theme->currentData().toInt());
    choice.range = ExportRange(m_range->currentData().toInt());
    return choice;
}

} // namespace metriscope::ui
