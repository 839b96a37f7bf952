// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <headway/belief/belief_text.hpp>
#include <headway/figures/conflicts.hpp>
#include <headway/forecast/unread_inputs.hpp>
#include <headway/source/figure_text.hpp>
#include <headway/table/spread_text.hpp>
#include <headway/text/text.hpp>
#include <headway/text/unit_scale.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One assumption as people read it, on a given day, not yet escaped. Median and interval are no sharper than the belief
/// is, see `spread_text`; a share is in per cent, see `named_assumption::as_share`.
struct assumption_row {
    std::string name;
    std::string median;
    std::string interval;  ///< between its 5 % and 95 % quantile, "3 to 5.5"; empty for a single value
    std::string unit;      ///< of both; "date" for dates, "%" for a share, empty for a plain number
    std::string notation;  ///< the belief as its maker, which `parse_belief` reads back; empty for a single value
    const figures::figure_info* figure = nullptr;  ///< that it rests on, or null
    std::string note;
    std::string age;  ///< of the source, and of the belief where it says when it was made
    std::string due;  ///< that it has to be reviewed, and since when; empty where it has not
    bool is_chance = false;  ///< yes or no: `median` is the chance of yes, "55 %", and there is no interval
    bool is_read = true;  ///< by the model of one of the forecasts at least; see `unread_inputs`

    /// The figure names who said it; a note is not a source.
    [[nodiscard]] bool has_source() const noexcept { return figure != nullptr && !figure->source->key.empty(); }
};

namespace detail {

template <class = void>
[[nodiscard, gnu::cold]] std::string span_in_years(const quantity<dim::time>& span);

/// From a day in between two to another: "1.2 years", "0.4 to 0.6 years", and that it has yet to come.
template <class = void>
[[nodiscard, gnu::cold]] std::string age_text(const date& earliest, const date& latest, const date& as_of);

/// Whether a plain number is a share of something: by what the forecaster says or, where nothing is said, by the values that
/// it may have. A name does not tell: the price of a share is none. A sure 1 is as a rule a count or a factor.
template <class = void>
[[nodiscard, gnu::cold]] bool is_a_share(const belief<double>& b, belief_shape shape, number_style style);

using put_belief_function = void (*)(assumption_row&, const headway::detail::component_list&, number_style);

template <any_value T>
[[gnu::cold]] void put_belief(assumption_row& row, const headway::detail::component_list& parts,
                              [[maybe_unused]] number_style style) {
    const belief<T> b(parts);
    const T low = b.quantile(0.05);
    const T high = b.quantile(0.95);
    const T middle = b.median();
    // What is one of a few values is told as it is: 3 of 1, 2 and 3, not 3.0.
    const bool is_one_of_few = parts.shape() == belief_shape::discrete || parts.shape() == belief_shape::empirical;
    const double spread = is_one_of_few ? 0.0 : base_value_of(high) - base_value_of(low);
    double size = 1.0;  // of the unit
    if constexpr (any_date<T>) {
        row.unit = "date";
    } else if constexpr (any_quantity<T>) {
        const unit_scale scale = scale_of_value<T>::get();
        const double middling = base_value_of(middle) < 0.0 ? -base_value_of(middle) : base_value_of(middle);
        const double most = base_value_of(high) < 0.0 ? -base_value_of(high) : base_value_of(high);
        const shown_unit& unit = scale[unit_for(scale, middling > 0.0 ? middling : most)];
        row.unit = unit.name;
        size = unit.size;
    } else if (headway::detail::is_yes_or_no(parts)) {
        row.is_chance = true;
        row.median = to_text(100.0 * b.mean()) + " %";
        row.notation = belief_text(b);
        return;
    } else if (is_a_share(b, parts.shape(), style)) {
        row.unit = "%";
        size = 0.01;
    }
    const auto text = [&](const T& value) {
        if constexpr (any_date<T>) return spread_text(value, spread * units::second);
        else return spread_text(base_value_of(value) / size, spread / size);
    };
    row.median = text(middle);
    if (low == high) return;
    row.interval = text(low) + " to " + text(high);
    row.notation = belief_text(b);
}

template <class = void>
[[nodiscard, gnu::cold]] assumption_row row_of(const assumption_record& a, put_belief_function put, const date& as_of);

template <class = void>
[[gnu::cold]] void add_row(std::vector<assumption_row>& rows, assumption_row row);

template <class Unread, class... Assumptions>
[[gnu::cold]] void add_rows(std::vector<assumption_row>& rows, const input_list<Assumptions...>& inputs, const Unread& unread,
              const date& as_of) {
    constexpr put_belief_function put[] = {&put_belief<typename Assumptions::value_type>..., nullptr};
    for (std::size_t i = 0; i < sizeof...(Assumptions); ++i) {
        assumption_row row = row_of(inputs.records()[i], put[i], as_of);
        row.is_read = !unread.contains(row.name);
        add_row(rows, std::move(row));
    }
}

}  // namespace detail

/// The assumptions of forecasts that are told together, each once, in order, as they are on a day: that is what their age
/// and whether they are due for review is counted to; no clock is read. The models are run to see which inputs they read.
/// \throws std::domain_error for a day that is never, and where two of the forecasts believe differently in an assumption
/// of one name.
template <class... Forecasts>
[[nodiscard, gnu::cold]] std::vector<assumption_row> assumption_rows(const date& as_of, const Forecasts&... forecasts) {
    if (!(as_of == as_of) || as_of.is_never()) {
        throw std::domain_error("assumption_rows: the day to count their age to must be a date");
    }
    std::vector<assumption_row> rows;
    (detail::add_rows(rows, forecasts.inputs(), unread_inputs(forecasts), as_of), ...);
    return rows;
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/report/bodies/assumption_rows.hpp>
#endif
