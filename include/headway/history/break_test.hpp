// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/math/check.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

constexpr void require_break_simulations(int simulations) {
    if (!(simulations >= 19)) {
        value_breaks_a_rule("broken_exponential_fit::test", "simulations", "must be at least 19 to show 5 %",
                            simulations);
    }
}

}  // namespace detail

/// Whether data speak for a break in their trend, against one exponential throughout; made by
/// `broken_exponential_fit::test`.
struct break_test {
    /// The largest F over all dates of the break, (rss₀ - rss)/2/(rss/(n - 4)). As the date was chosen, it is not to be looked
    /// up in a table of F. Of a known break (rss₀ - rss)/(rss/(n - 3)), as in the table for 1 and n - 3. Infinite if the break
    /// leaves no errors at all.
    double f;
    /// (1 + the simulated data sets without a break whose largest F is as large)/(1 + all of them): for independent normal
    /// errors exact, in that a p of 5 % or less comes in 5 % of data without a break. (Dwass 1957, Ann. Math. Statist. 28:181.)
    double p_value;
    int simulations;
    /// By how much the Akaike and the Bayesian information criterion (Schwarz) are lower with the break: above 0 they prefer
    /// it. They count its date as one parameter like any other, which without a break it is not, so that Akaike's sees breaks
    /// in many data sets that have none; p does not. Of a known break it is none. Infinite where `f` is.
    double aic_gain;
    double bic_gain;
    /// Not empty where neighbouring residuals are alike, so that p is too small.
    std::string caution;
    /// The date of the break was not looked for.
    bool date_is_known = false;

    [[nodiscard, gnu::cold]] std::string in_words() const;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/history/bodies/break_test.hpp>
#endif
