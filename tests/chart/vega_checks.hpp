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

/// What stands below the title, on however many lines.
inline std::string subtitle(const parse_json::value& spec) {
    const parse_json::value& said = spec["title"]["subtitle"];
    std::string all = said.text;
    for (const parse_json::value& line : said.items) all += (all.empty() ? "" : " ") + line.text;
    return all;
}

}  // namespace vega
