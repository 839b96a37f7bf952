// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/table/detail/machine_unit.hpp>
#include <headway/text/json_text.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

namespace detail {

using headway::detail::json_number;
using headway::detail::json_string;

template <class = void>
[[nodiscard, gnu::cold]] std::string json_cell(const result_table& table, const result_cell& cell, bool has_error);

}  // namespace detail

/// Results as JSON (RFC 8259), for programs:
///
///     {"headway": "0.2.0", "kind": "results", "schema_version": 1, "rows": [
///       {"output": "cost", "draws": 10000, "p5": {"value": 4.2e6, "unit": "USD", "standard_error": 1.5e4}, ...,
///        "probability_never": {"value": 0.1, "standard_error": 0.003}},
///       {"output": "when", "draws": 10000, "p5": {"value": "2026-11-21", "seconds_since_1970": 1795219200.5,
///        "standard_error": 86400, "standard_error_unit": "seconds"}, ...}]}
///
/// The schema is examples/export/headway.schema.json. Names are those of `csv` without units, units those of `csv`. Numbers
/// are the shortest that read back to the same double. A date has its calendar day (ISO 8601) and its exact seconds; one
/// that never comes has the value "never" and no seconds (null). An infinite number is the string "Infinity", as in `csv`, a
/// standard error that the draws cannot tell "unknown", what is undefined (the mean of what never happens) null. Strings are
/// valid UTF-8 whatever the names were; control characters and those that turn the direction of writing are escaped.
/// Source: RFC 8259.
template <class = void>
[[nodiscard, gnu::cold]] std::string json(const result_table& table);

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/table/bodies/json.hpp>
#endif
