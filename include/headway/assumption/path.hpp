// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumption.hpp>
#include <headway/process/first_passage.hpp>
#include <headway/process/path_trend.hpp>
#include <headway/process/yearly_beliefs.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// An uncertain path of an amount over time as an input of a forecast: a name, a process, who said so. Made by `path`. A
/// model reads it by itself, `in[dram]`, as a trend, see `path_trend`. It is one input: `sources`, `tornado` (the path of a
/// low and of a high quantile of each date), `sobol_indices` and `shapley` (all its shocks at once) and `elasticities` (a
/// percent more of the whole path) count it as one. A literal type: declare it `inline constexpr`; it must live as long as
/// the forecast.
///
/// A run draws for each path and draw one number, by seed, name and draw index as for any input. It is the key of all the
/// path's shocks, which are keyed by it, name and step, so that they do not depend on threads, shards, other inputs or the
/// dates that are asked. With Latin hypercube and Sobol' draws the keys are stratified, which is no matter, and the shocks
/// are independent: the part of the error that comes from paths falls as with independent draws, and is told so.
template <label Name, class Dimension>
class named_path : public assumption_record {
  public:
    using value_type = detail::path_key<Dimension>;
    using dimension = Dimension;
    static constexpr std::string_view name = Name.view();

    constexpr named_path(const headway::process<Dimension>& process, const figures::figure_info* figure,
                         std::string_view note)
        : assumption_record(Name.view(), detail::belief_notation_of<value_type>,
                            uniform(value_type::from_base_value(0.0), value_type::from_base_value(1.0)).parts(), figure,
                            note) {
        motion = process;
    }
    /// The record must be of a path of this type.
    constexpr explicit named_path(const assumption_record& record) : assumption_record(record) {}

    [[nodiscard]] constexpr headway::process<Dimension> process() const { return headway::process<Dimension>(motion); }

    using assumption_record::as_of;
    using assumption_record::review_by;
    /// The same path with a note, a date, a date to look at it again.
    [[nodiscard]] constexpr named_path with_note(std::string_view note) const {
        auto copy = *this;
        copy.note_ = note;
        return copy;
    }
    [[nodiscard]] constexpr named_path as_of(date when) const {
        auto copy = *this;
        copy.as_of_ = when;
        return copy;
    }
    [[nodiscard]] constexpr named_path review_by(date when) const {
        auto copy = *this;
        copy.review_by_ = when;
        return copy;
    }
};

template <class T>
inline constexpr bool is_path = false;
template <label Name, class Dimension>
inline constexpr bool is_path<named_path<Name, Dimension>> = true;
template <label Name, class Dimension>
inline constexpr bool is_assumption<named_path<Name, Dimension>> = true;

/// `path<"DRAM price">(log_walk(...), figure_or_note)`. The figure or note must live as long as the path, as constants do.
template <label Name, class Dimension>
[[nodiscard]] constexpr auto path(const process<Dimension>& process, const figures::figure_info& figure) {
    return named_path<Name, Dimension>(process, &figure, {});
}
template <label Name, class Dimension>
[[nodiscard]] constexpr auto path(const process<Dimension>& process, std::string_view note) {
    return named_path<Name, Dimension>(process, nullptr, note);
}

/// Of what makes a process, such as a walk fitted to the past: `path<"module price">(fit_random_walk(data, average), note)`.
template <label Name, class Source, class Origin>
    requires(!is_process<Source> && requires(const Source& source) { source.process(); })
[[nodiscard]] constexpr auto path(const Source& source, const Origin& origin) {
    return path<Name>(source.process(), origin);
}

/// One value a year, correlated from year to year: `yearly<"subsidy">(beliefs, 0.6, figure_or_note)`, the beliefs made by
/// `years_from(...)` and a constant, for the path points to them. A trend of steps: a year's value from its first day on.
/// \throws std::domain_error unless the autocorrelation is between -1 and 1 (exclusive).
template <label Name, class Dimension, std::size_t Years, class Origin>
[[nodiscard]] constexpr auto yearly(const yearly_beliefs<Dimension, Years>& beliefs, double autocorrelation,
                                    const Origin& origin) {
    return path<Name>(beliefs.process_with(autocorrelation), origin);
}
/// Chosen only for a temporary, to say so in words.
template <label Name, class Dimension, std::size_t Years, class Origin>
constexpr auto yearly(const yearly_beliefs<Dimension, Years>&&, double, const Origin&) {
    constexpr bool beliefs_live_long_enough = Years == 0;
    static_assert(beliefs_live_long_enough, "yearly: the beliefs are a temporary, which is gone after this line: make "
                                            "years_from(...) a constant of its own");
    return nullptr;
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <label Name, class Process, class Origin>
    requires(!requires(const Process& p) { p.process(); })
&&(!is_process<Process> || !(std::derived_from<Origin, figures::figure_info> ||
                             std::convertible_to<const Origin&, std::string_view>)) constexpr auto path(const Process&,
                                                                                                        const Origin&) {
    static_assert(is_process<Process>, "path: the first argument must be a process, such as log_walk(at, value, drift, "
                                       "volatility); an uncertain value that does not move is an assumption");
    static_assert(!is_process<Process>,
                  "path: the second argument must be a figure that it rests on, or a note in quotes");
    return nullptr;
}
template <label Name, class Process>
constexpr auto path(const Process&) {
    constexpr bool says_where_it_comes_from = !std::same_as<Process, Process>;
    static_assert(says_where_it_comes_from,
                  "path: say where it comes from: give a figure or a note in quotes as the second argument");
    return nullptr;
}
template <label Name, class Dimension>
constexpr auto path(const process<Dimension>&, const figures::figure_info&&) {
    constexpr bool figure_lives_long_enough = !std::same_as<Dimension, Dimension>;
    static_assert(figure_lives_long_enough,
                  "path: the figure is a temporary, which is gone after this line: give a constant");
    return nullptr;
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto path(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "path: the name goes between angle brackets, path<\"price\">(log_walk(...), figure)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
