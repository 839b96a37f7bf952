// SPDX-License-Identifier: BSL-1.0
// Any bytes are a JSON document or a parse_error with a place; what was read is the same when it is written and read again.
// As assumptions they are a file that is the same when it is told as JSON, or parse_errors with a place for each fault.
#include <headway/assumption/assumptions_json.hpp>
#include <headway/forecast/forecast.hpp>

#include <cstdint>
#include <cstdlib>

#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;
using hw::detail::json_value;

namespace {

inline constexpr auto a = hw::assumption<"a">(1.0, "a number");
inline constexpr auto b = hw::assumption<"cost of the first run">(1.0 * usd, "money");
inline constexpr auto f = hw::forecast(hw::inputs(a, b), [](const auto& in) { return in[a]; });

void require(bool holds) {
    if (!holds) std::abort();
}
std::string written(const json_value& v) {
    using kind = json_value::kind;
    if (v.is == kind::string) return hw::detail::json_string(v.text);
    if (v.is != kind::array && v.is != kind::object) return v.text;
    std::string text(1, v.is == kind::array ? '[' : '{');
    for (std::size_t i = 0; i < v.items.size(); ++i) {
        text += i == 0 ? "" : ", ";
        if (v.is == kind::object) text += hw::detail::json_string(v.names[i].text) + ": ";
        text += written(v.items[i]);
    }
    return text + (v.is == kind::array ? ']' : '}');
}
bool same(const json_value& x, const json_value& y) {
    if (x.is != y.is || x.truth != y.truth || x.number != y.number || x.text != y.text) return false;
    if (x.items.size() != y.items.size() || x.names.size() != y.names.size()) return false;
    for (std::size_t i = 0; i < x.items.size(); ++i) {
        if (!same(x.items[i], y.items[i])) return false;
    }
    for (std::size_t i = 0; i < x.names.size(); ++i) {
        if (x.names[i].text != y.names[i].text) return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    json_value document;
    try {
        document = hw::detail::json_reader(text).read();
    } catch (const hw::parse_error& fault) {
        require(fault.line() > 0 && fault.column() > 0);
        return 0;
    }
    const json_value again = hw::detail::json_reader(written(document)).read();
    require(same(document, again));
    hw::assumption_file file;
    try {
        file = hw::parse_assumptions_json(text);
    } catch (const hw::parse_errors& faults) {
        require(faults.size() > 0);
        for (const auto& fault : faults) require(fault.line() > 0 && fault.column() > 0);
        return 0;
    }
    const std::string told = hw::assumptions_json(file);
    require(hw::assumptions_json(hw::parse_assumptions_json(told)) == told);
    try {
        (void)f.with(hw::parse_assumptions_json(text, f));
    } catch (const hw::parse_errors& faults) {
        for (const auto& fault : faults) require(fault.line() > 0 && fault.column() > 0);
    }
    return 0;
}
