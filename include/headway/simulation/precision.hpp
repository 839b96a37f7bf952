// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/simulation/detail/error_targets.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How well one statistic is known beside how well it was to be.
struct known_error {
    /// The output's name, over time with the date; empty for a model that returns one value.
    std::string output;
    std::string statistic;
    /// Its standard error, "not known" where the draws do not tell it.
    std::string error;
    std::string asked;
    bool reached;
};

/// What `precision_of` tells: whether all errors are reached, and each of them.
class precision {
  public:
    explicit precision(std::vector<known_error> errors) : errors_(std::move(errors)) {}

    [[nodiscard]] bool reached() const noexcept;
    [[nodiscard]] explicit operator bool() const noexcept { return reached(); }
    [[nodiscard]] const std::vector<known_error>& errors() const noexcept { return errors_; }

    /// A line for each: `median: standard error 22 hours, asked 1 day`.
    [[gnu::cold]] friend std::ostream& operator<<(std::ostream& out, const precision& p) {
        for (const known_error& e : p.errors_) {
            if (!e.output.empty()) out << e.output << ", ";
            out << e.statistic << ": standard error " << e.error << ", asked " << e.asked
                << (e.reached ? "\n" : ", not reached\n");
        }
        return out;
    }

  private:
    std::vector<known_error> errors_;
};

namespace detail {

template <any_value T>
[[gnu::cold]] void add_errors(std::vector<known_error>& to, std::string_view name, const std::string& on,
                              const outcome<T>& o, const error_targets& asked) {
    using difference = typename outcome<T>::difference_type;
    for (const error_target& t : asked) {
        if (!t.output.empty() && t.output != name) continue;
        const error_had had = error_of(o.record(), t);
        const bool is_share = t.of >= error_target::statistic::below;
        const auto text = [&](double error) -> std::string {
            if (!(error < never_value)) return "not known";
            return is_share ? to_text(error) : to_text(value_from_base<difference>(error));
        };
        std::string what = target_text(t);
        if (t.of == error_target::statistic::below) what = "probability below " + to_text(value_from_base<T>(t.at));
        if (t.of == error_target::statistic::above) what = "probability above " + to_text(value_from_base<T>(t.at));
        to.push_back({std::string(name) + (name.empty() || on.empty() ? "" : " ") + on, std::move(what), text(had.error), text(had.allowed), had.is_met()});
    }
}
template <any_value T>
void add_errors(std::vector<known_error>& to, const std::string& on, const outcome<T>& o, const error_targets& asked) {
    add_errors(to, "", on, o, asked);
}
template <class... Outputs>
void add_errors(std::vector<known_error>& to, const std::string& on, const named_outcomes<Outputs...>& all,
                const error_targets& asked) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (add_errors(to, Outputs::name, on, all.template get<I>(), asked), ...);
    }(std::index_sequence_for<Outputs...>{});
}
template <class Outcome>
void add_errors(std::vector<known_error>& to, const std::string&, const fan<Outcome>& over_time,
                const error_targets& asked) {
    for (std::size_t i = 0; i < over_time.size(); ++i) {
        add_errors(to, "on " + to_text(over_time.dates()[i]), over_time[i], asked);
    }
}

/// Of each output of a result.
template <class Result>
struct result_kinds;
template <class T>
struct result_kinds<outcome<T>> {
    static constexpr kinds_view all = output_kinds<T>;
};
template <class... Outputs>
struct result_kinds<named_results<outcome, Outputs...>> {
    static constexpr kinds_view all = output_kinds<named_outputs<Outputs...>>;
};
template <class Outcome>
struct result_kinds<fan<Outcome>> : result_kinds<Outcome> {};

}  // namespace detail

/// Whether the statistics of a result are known as well as asked, whatever run it is of: one that was to go on `until` so,
/// which the most draws may have ended before, or shards merged.
///
///     const hw::known_to asked{.median = 1.0 * day};
///     const auto when = hw::simulate(f, {.draws = 100'000, .seed = 2025, .until = asked});
///     if (const auto p = hw::precision_of(when, asked); !p) std::cerr << p;
///
/// \throws std::domain_error for errors that do not fit the result, as `simulate`, and for a shard without draws.
template <class Result>
[[nodiscard]] precision precision_of(const Result& result, const error_targets& asked) {
    detail::require_targets("precision_of", asked, detail::result_kinds<Result>::all, sampling_plan::max_draws);
    std::vector<known_error> errors;
    detail::add_errors(errors, "", result, asked);
    return precision(std::move(errors));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/precision.hpp>
#endif
