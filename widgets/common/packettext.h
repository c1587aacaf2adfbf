// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "netlayer/capture/captureerror.h"
#include "netlayer/capture/packetring.h"
#include "netlayer/packets/packetfilter.h"

#include <QColor>
#include <QString>

class QPalette;

namespace metriscope::ui
{

// Words for what packets are made of, in the language of the moment.

[[nodiscard]] QString frameIssueText(net::FrameIssue issue);
/// A clause without a full stop.
[[nodiscard]] QString payloadIssueText(net::PayloadIssue issue);
/// A whole sentence. `detail` as the capture gives it; of NoRight it is a command to be copied, which is not
/// in the sentence.
[[nodiscard]] QString captureErrorText(net::CaptureError error, const QString &detail);
[[nodiscard]] QString fieldText(net::FieldId field);
[[nodiscard]] QString feedText(net::PacketFeed feed);
/// A whole sentence. `text` is the filter that the error speaks of.
[[nodiscard]] QString filterErrorText(const net::FilterError &error, const QString &text);
/// "UDP", "TCP", "HTTP": the same in every language.
[[nodiscard]] QString protocolText(net::PacketProtocol protocol);

/// A character that tells verdicts apart without colour.
[[nodiscard]] QString verdictGlyph(net::Verdict verdict);
/// Readable on the base colour of the palette, light or dark.
[[nodiscard]] QColor verdictColour(net::Verdict verdict, const QPalette &palette);
/// The verdict of a packet with its first reason: "✖ rejected: no colon between name and value". Empty when
/// there was nothing to judge.
[[nodiscard]] QString packetVerdictText(const net::PacketRecord &record);

} // namespace metriscope::ui
