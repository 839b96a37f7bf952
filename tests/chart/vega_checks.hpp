// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "table/parse_json.hpp"

// Reading Vega-Lite specifications. That they are drawn, and without a warning, is held by tests/export/check.sh with Vega-Lite
// itself.
namespace vega {

inline parse_json::value parsed(const std::string& spec) { return parse_json::json_parser(spec).document(); }
inline const std::vector<parse_json::value>& rows(const parse_json::value& spec) { return spec["data"]["values"].items; }

}  // namespace vega
