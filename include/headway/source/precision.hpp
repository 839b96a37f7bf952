// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// How sharp a figure is in its source; nothing may be read out of it that is sharper.
enum class precision {
    exact,     ///< a count, a year, an amount stated as such
    about,     ///< "about", "roughly", a rounded number
    at_least,  ///< a lower bound
    at_most,   ///< an upper bound
    order,     ///< an order of magnitude only: "tens of billions"; the number is the least such one
    range,     ///< two ends
    assumed,   ///< a hypothetical number of an argument
};

/// What a figure is in its source's argument.
enum class kind {
    observed,  ///< reported as a fact
    claimed,   ///< asserted, and contestable
    forecast,  ///< about a time to come
    assumed,   ///< a hypothesis, or a norm used in an argument
    derived,   ///< computed from other figures of the same source
};

[[nodiscard]] constexpr std::string_view to_text(precision p) noexcept {
    switch (p) {
    case precision::exact:
        return "exact";
    case precision::about:
        return "about";
    case precision::at_least:
        return "at least";
    case precision::at_most:
        return "at most";
    case precision::order:
        return "order of magnitude";
    case precision::range:
        return "range";
    case precision::assumed:
        return "assumed";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view to_text(kind k) noexcept {
    switch (k) {
    case kind::observed:
        return "observed";
    case kind::claimed:
        return "claimed";
    case kind::forecast:
        return "forecast";
    case kind::assumed:
        return "assumed";
    case kind::derived:
        return "derived";
    }
    return "";
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
