// SPDX-License-Identifier: BSL-1.0
// Any bytes are a belief or a parse_error; what was read prints as text that reads back as the same belief.
#include <headway/belief/belief_text.hpp>
#include <headway/belief/parse_belief.hpp>

#include <cstdint>
#include <cstdlib>
#include <optional>

#include <headway/quantity/units.hpp>

namespace hw = headway;

namespace {

template <class T>
void try_as(std::string_view text) {
    std::optional<hw::belief<T>> read;
    try {
        read = hw::parse_belief<T>(text);
    } catch (const hw::parse_error&) {
        return;
    }
    const std::string printed = hw::belief_text(*read);
    const hw::belief<T> again = hw::parse_belief<T>(printed);
    if (!(again == *read) || hw::belief_text(again) != printed) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 5) {
    case 0:
        try_as<double>(text);
        break;
    case 1:
        try_as<hw::quantity<hw::dim::money>>(text);
        break;
    case 2:
        try_as<hw::date>(text);
        break;
    case 3:
        try_as<decltype(hw::units::usd / (hw::units::chip * hw::units::hour))>(text);
        break;
    default:
        try_as<hw::quantity<hw::dim::performance>>(text);
        break;
    }
    return 0;
}
