// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/economics/cash_flow.hpp>
#include <headway/economics/discount_rate.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A flow as an amount and when it is, in years or seconds after some date.
template <class Number>
struct dated_amount {
    Number when;
    Number amount;

    /// By date, and on one date by amount, so that the order in which amounts are added does not depend on how they came.
    friend constexpr bool operator<(const dated_amount& a, const dated_amount& b) noexcept {
        return a.when < b.when || (a.when == b.when && a.amount < b.amount);
    }
};

/// How many years after a date a flow is; one that never happens is nothing on that date.
template <class Number, class Dimension, class From>
constexpr dated_amount<Number> years_after(const Number& seconds, const cash_flow<Dimension, From>& flow) {
    const Number at = flow.date().seconds_since_1970();
    const auto happens = at < no_limit;
    return {select(happens, Number((at - seconds) / seconds_per_year), Number(0.0)),
            select(happens, Number(flow.base_amount()), Number(0.0))};
}

/// One draw of a block as a plain number; any other number as it is, with its derivatives.
template <class Number>
[[nodiscard]] constexpr auto lane_of(const Number& x, int lane) noexcept {
    if constexpr (lanes_of<Number> == 1) {
        return x;
    } else {
        return value_at(x, lane);
    }
}
template <class Number, class Lane>
constexpr void set_lane(Number& x, int lane, const Lane& value) noexcept {
    if constexpr (lanes_of<Number> == 1) {
        x = value;
    } else {
        x.lane[lane] = value;
    }
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
