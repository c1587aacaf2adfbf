// SPDX-License-Identifier: GPL-3.0-or-later
// One libFuzzer program a property: METRISCOPE_PROPERTY is its function.
#include "tests/fuzz/captureproperties.h"
#include "tests/fuzz/properties.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const char *const broken =
        metriscope::net::test::METRISCOPE_PROPERTY({reinterpret_cast<const char *>(data), size});
    if (broken != nullptr) {
        std::fprintf(stderr, "%s\n", broken);
        std::abort();
    }
    return 0;
}
