// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wizard/wizardhost.h"

#include <cstdint>
#include <span>

namespace metriscope::ui
{

/// One line of the page of addresses.
struct AddressField {
    enum class Form : std::uint8_t { Endpoint, Url, ZmqEndpoint, Text };
    net::CheckKind kind;
    net::AddressRole role;
    const char *label; ///< source text of the context "AddressPage"
    const char *usual; ///< shown in grey: what is taken, or what it looks like, when nothing is entered
    Form form;
};

/// What is asked beside the address to poll, which the form of such a source asks for.
[[nodiscard]] std::span<const AddressField> addressFields();
/// Puts an entered value where the checks look for it. An empty one leaves it to them.
void putAddress(net::CheckContext &context, net::AddressRole role, const QString &value);
[[nodiscard]] bool isWellFormed(AddressField::Form form, const QString &value);

} // namespace metriscope::ui
