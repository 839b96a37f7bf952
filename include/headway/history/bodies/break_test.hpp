// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/history/break_test.hpp>

#include <headway/header_begin.hpp>

namespace headway {

HEADWAY_OUT_OF_LINE std::string break_test::in_words() const {
    std::string text = p_value <= 0.05 ? "the data speak for a break" : "the data do without a break";
    text += " (p ";
    text += p_value * (simulations + 1.0) < 1.5 ? "<= " : "= ";
    text += detail::number_text(p_value, 2) + (date_is_known ? " on the known date" : " over all dates");
    if (f < detail::infinity) {
        text += ", F " + detail::number_text(f, 3) + "; with it BIC is " + (bic_gain >= 0.0 ? "lower" : "higher") +
                " by " + detail::number_text(abs(bic_gain), 3) + ")";
    } else {
        text += "; with it no errors are left)";
    }
    if (!caution.empty()) text += "; " + caution;
    return text;
}

}  // namespace headway

#include <headway/header_end.hpp>
