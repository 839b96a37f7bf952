// SPDX-License-Identifier: BSL-1.0
// Any bytes are an assumption file, kept byte for byte, or parse_errors with a place for each fault; a belief that is set
// is there when the text is read again, and nothing else has changed.
#include <headway/assumption/assumption_file.hpp>
#include <headway/forecast/forecast.hpp>

#include <cstdint>
#include <cstdlib>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;

namespace {

inline constexpr auto a = hw::assumption<"a">(1.0, "a number");
inline constexpr auto b = hw::assumption<"cost of the first run">(1.0 * usd, "money");
inline constexpr auto c = hw::assumption<"c = d">(hw::date(), "a date");
inline constexpr auto f = hw::forecast(hw::inputs(a, b, c), [](const auto& in) { return in[a]; });

void require(bool holds) {
    if (!holds) std::abort();
}
void require_places(const hw::parse_errors& faults) {
    require(faults.size() > 0);
    for (const auto& fault : faults) require(fault.line() > 0 && fault.column() > 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    hw::assumption_file file;
    try {
        file = hw::assumption_file(text);
    } catch (const hw::parse_errors& faults) {
        require_places(faults);
        return 0;
    }
    require(file.text() == text);
    hw::override_list list;
    bool fits = true;
    try {
        list = file.overrides(f);
    } catch (const hw::parse_errors& faults) {
        require_places(faults);
        fits = false;
    }
    if (fits) {
        (void)f.with(list);
        for (const auto& entry : list) {
            if (entry.belief.is_about<double>()) file.set(entry.input, entry.belief.as<double>());
            if (entry.belief.is_about<hw::date>()) file.set(entry.input, entry.belief.as<hw::date>());
        }
        require(hw::assumption_file(file.text(), f).overrides(f) == list);
    }
    const auto sure = hw::exactly(2.5 * usd);
    const std::size_t entries = file.size();
    const bool is_new = file.find("cost of the first run") == nullptr;
    file.set("cost of the first run", sure);
    const hw::assumption_file again(file.text());
    require(again.size() == entries + (is_new ? 1 : 0));
    require(again.find("cost of the first run")->belief == "2.5 USD");
    for (const auto& entry : file) {
        const auto* const same = again.find(entry.name);
        require(same != nullptr && same->belief == entry.belief && same->source == entry.source &&
                same->note == entry.note && same->as_of == entry.as_of && same->review_by == entry.review_by);
    }
    return 0;
}
