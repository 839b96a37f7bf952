// SPDX-License-Identifier: BSL-1.0
// Any bytes give a table of observations or a parse_error: whatever else leaves this function is a defect.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <headway/quantity/units.hpp>
#include <headway/history/csv_table.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace hw = headway;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    hw::csv_options local;
    local.separator = ';';
    local.decimal = ',';
    local.thousands = '.';
    local.missing = {".", "-999", "Infinity"};
    local.periods = hw::period_date::middle;
    local.currency = '$';
    local.percent = true;
    local.short_rows = true;
    local.skip_lines = size % 3;
    local.comment = '#';
    hw::csv_options with_form = local;
    with_form.dates = "%b %d, %Y %I:%M %p %z";
    for (const hw::csv_options& options : {hw::csv_options(), local, with_form}) {
        try {
            const hw::csv_table table(text, options);
            const std::string_view first = table.column_name(0);
            const std::string_view last = table.column_name(table.column_count() - 1);
            if (table.where(first, "2024").row_count() > table.row_count()) __builtin_trap();
            for (const auto missing : {hw::missing_cells::skip, hw::missing_cells::refuse}) {
                for (const auto years : {hw::decimal_years::calendar, hw::decimal_years::even}) {
                    const auto found = table.observations(first, last, hw::units::billion_usd, missing, years);
                    if (found.size() > table.row_count()) __builtin_trap();
                }
            }
        } catch (const hw::parse_error&) {
        }
    }
    return 0;
}
