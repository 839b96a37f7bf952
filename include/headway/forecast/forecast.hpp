// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/correlate.hpp>
#include <headway/assumption/input_source.hpp>
#include <headway/assumption/inputs.hpp>
#include <headway/assumption/override_list.hpp>
#include <headway/forecast/detail/input_copula.hpp>
#include <headway/forecast/detail/model_parameters.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/quantity/std_functions.hpp>
#include <headway/sampling/rank_correlation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What a model may return. Not a bool: block by block a comparison is one answer per draw, so return the value itself
/// and ask the outcome for a probability.
template <class T>
concept model_result = (number_like<T> || any_value<T> || is_named_outputs<std::remove_cvref_t<T>>) &&
                       !std::same_as<std::remove_cvref_t<T>, bool>;

namespace detail {

/// \throws std::domain_error, before anything is changed.
template <class = void>
void override_inputs(assumption_record* inputs, std::size_t size, const override_list& overrides);

[[noreturn, gnu::cold]] inline void paths_cannot_be_correlated(std::string_view one, std::string_view other,
                                                               const char* why) {
    throw std::domain_error("correlate: the paths \"" + std::string(one) + "\" and \"" + std::string(other) + "\" " + why);
}
constexpr void require_common_steps(const assumption_record& a, const assumption_record& b) {
    for (const assumption_record* const p : {&a, &b}) {
        if (p->motion.kind == process_kind::yearly) {
            paths_cannot_be_correlated(a.name, b.name, "cannot be: a yearly path has values, not shocks, of its own");
        }
    }
    if (!(a.motion.step == b.motion.step && a.motion.start == b.motion.start)) {
        paths_cannot_be_correlated(a.name, b.name, "must start on one date and have steps of one length, for their shocks "
                                                   "are correlated step by step");
    }
}
/// Of paths that have come to move by other processes.
constexpr void require_correlated_paths_to_fit(const assumption_record* inputs, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < count && inputs[i].motion.driver_hash != 0; ++k) {
            if (hash_of(inputs[k].name) == inputs[i].motion.driver_hash) require_common_steps(inputs[k], inputs[i]);
        }
    }
}
/// The second path's shocks follow those of the first.
constexpr void correlate_paths(assumption_record* inputs, std::size_t count, std::size_t first, std::size_t second,
                               double correlation) {
    assumption_record& a = inputs[first];
    assumption_record& b = inputs[second];
    bool is_a_chain = a.motion.driver_hash != 0 || b.motion.driver_hash != 0;
    for (std::size_t i = 0; i < count; ++i) is_a_chain = is_a_chain || inputs[i].motion.driver_hash == hash_of(b.name);
    if (is_a_chain) {
        paths_cannot_be_correlated(a.name, b.name, "are of a chain: a path that follows another can have no further one; let "
                                                   "all follow one, correlate(leader, path, ...)");
    }
    require_common_steps(a, b);
    b.follow(hash_of(a.name), correlation);
}

/// A function and not a lambda, in which Clang 14 does not call what is consteval.
template <class List, class Correlation>
constexpr void correlate_one(List& inputs, rank_correlations<List::size>& correlations, const Correlation& c) {
    constexpr std::size_t first = List::place_of(Correlation::first);
    constexpr std::size_t second = List::place_of(Correlation::second);
    if constexpr (Correlation::is_of_paths) {
        correlate_paths(inputs.records(), List::size, first, second, c.correlation);
    } else {
        correlations.set(first, second, c.rank_correlation);
    }
}

template <class Model, class Values, bool TakesInputs, bool OverTime>
consteval bool returns_a_result() {
    if constexpr (TakesInputs) {
        return model_result<std::invoke_result_t<const Model&, const Values&>>;
    } else if constexpr (OverTime) {
        return model_result<std::invoke_result_t<const Model&, const Values&, date>>;
    }
    return true;  // what is not callable is refused for that
}

/// What `basic_forecast::updated` does; in the room inference there is one for every forecast.
template <class Forecast, class... Observations>
struct forecast_update {
    static constexpr bool inference_is_included = !std::is_class_v<Forecast>;
    static_assert(inference_is_included,
                  "updated: include <headway/inference.hpp>, which has observed(...) and all that updates a forecast");
    static constexpr auto of(const Forecast&, const Observations&...) { return nullptr; }
};

}  // namespace detail

/// A model with the assumptions it reads. Make one with `forecast(inputs(...), model)`. The model is a generic callable
/// that takes the inputs, `[](const auto& in) { ... in[decline] ... }`, and returns a number, a quantity, a date or
/// `outputs(...)`; with a second parameter, `[](const auto& in, const auto& when) { ... }`, it is a forecast over time.
/// The library runs it with different number types, so it should not branch on a value that depends on an input; use
/// `select`.
template <class Model, class... Assumptions>
class basic_forecast {
  public:
    using inputs_type = input_list<Assumptions...>;
    template <class Number>
    using values = input_values<Number, Assumptions...>;

    // Not by std::is_invocable, whose own steps stand between a mistake in the model and the line that asked for it.
    static constexpr bool takes_inputs = requires(const Model& m, const values<double>& in) { m(in); };
    /// True for a model that is a function of the date as well.
    static constexpr bool over_time =
        !takes_inputs && requires(const Model& m, const values<double>& in, date when) { m(in, when); };
    // One that takes them and still cannot be called has a mistake of its own, which the compiler has told.
    static constexpr bool model_is_callable = takes_inputs || over_time || detail::takes_either<Model, values<double>, date>();
    static_assert(model_is_callable,
                  "forecast: the model must be callable with its inputs, [](const auto& in) {...}, or with its inputs "
                  "and a date, [](const auto& in, const auto& when) {...}");
    static constexpr bool model_returns_a_result =
        detail::returns_a_result<Model, values<double>, takes_inputs, over_time>();
    static_assert(model_returns_a_result,
                  "forecast: the model must return a number, a quantity, a date or outputs(...), and no bool; several results are "
                  "outputs(output<\"cost\">(a), output<\"date\">(b))");

    constexpr basic_forecast(const inputs_type& inputs, const Model& model,
                             const rank_correlations<inputs_type::size>& correlations)
        : inputs_(inputs), model_(model), asked_(correlations), correlation_(joined(inputs, correlations, false)) {}

    [[nodiscard]] constexpr const inputs_type& inputs() const noexcept { return inputs_; }
    [[nodiscard]] constexpr const Model& model() const noexcept { return model_; }
    /// The rank correlations that were asked for, of inputs counted in their order. Those of paths are with the paths.
    [[nodiscard]] constexpr const rank_correlations<inputs_type::size>& asked_correlations() const noexcept {
        return asked_;
    }
    /// What joins the draws of correlated inputs.
    [[nodiscard]] constexpr const gaussian_copula<inputs_type::size>& correlation() const noexcept {
        return correlation_;
    }

    /// The central case: the model at the median of each input. Of a forecast over time: on a date, `baseline(when)`.
    [[nodiscard]] constexpr auto baseline() const {
        constexpr bool needs_no_date = !over_time;
        static_assert(needs_no_date, "baseline: this is a forecast over time: give the date, baseline(when)");
        if constexpr (needs_no_date) return at();
    }
    [[nodiscard]] constexpr auto baseline(const date& when) const
        requires over_time
    {
        return at(when);
    }

    /// The model at the median of each input, with some replaced: `f.at(override(decline, 3.0))`, over time
    /// `f.at(when, override(decline, 3.0))`. An override of what is not an input does not compile. Or with a list put together
    /// at run time, or an assumption file, `f.at(load_assumptions(in))`, as `with` takes them.
    template <class... Overrides>
    [[nodiscard]] constexpr auto at(const Overrides&... overrides) const
        requires(!over_time)
    {
        if constexpr ((overrides_path<Overrides> || ...) || are_made_at_run_time<Overrides...>) {
            return with(overrides...).at();
        } else {
            return model_(central_values(overrides...));
        }
    }
    template <class... Overrides>
    [[nodiscard]] constexpr auto at(const date& when, const Overrides&... overrides) const
        requires over_time
    {
        if constexpr ((overrides_path<Overrides> || ...) || are_made_at_run_time<Overrides...>) {
            return with(overrides...).at(when);
        } else {
            return model_(central_values(overrides...), when);
        }
    }

    /// The same forecast with other beliefs for some inputs: `f.with(override(decline, ci90(2.0, 4.0), "since March"))`.
    /// They rest on the reason given, no longer on a figure. An override of what is not an input does not compile.
    template <class... Overrides>
    [[nodiscard]] constexpr basic_forecast with(const Overrides&... overrides) const {
        basic_forecast other = *this;
        if constexpr (overrides_fit<Overrides...>()) {
            (override_one(other.inputs_.records()[place_of_override<Overrides>()], overrides), ...);
            other.join_anew();
        }
        return other;
    }
    /// With overrides put together at run time. \throws std::domain_error, before anything is changed, for one of what is
    /// not an input (the message lists the inputs) or of another dimension.
    [[nodiscard]] basic_forecast with(const override_list& overrides) const {
        basic_forecast other = *this;
        detail::override_inputs(other.inputs_.records(), inputs_type::size, overrides);
        other.join_anew();
        return other;
    }
    /// With what an assumption file says, checked against the inputs: `f.with(load_assumptions(in))`. \throws parse_errors as
    /// `assumption_file::overrides`.
    template <class File>
        requires requires(const File& file, const basic_forecast& f) {
            { file.overrides(f) } -> std::same_as<override_list>;
        }
    [[nodiscard]] basic_forecast with(const File& file) const { return with(file.overrides(*this)); }

    /// The forecast with what was seen of what it tells: `f.updated(observed([](const auto& in) { return in[price]; }, 6.0 *
    /// usd, log_error(0.2)))`, one observation or several. Simulate it: see `updated_forecast`. Needs
    /// <headway/inference.hpp>, which has `observed`.
    template <class... Observations>
    [[nodiscard]] constexpr auto updated(const Observations&... observations) const {
        return detail::forecast_update<basic_forecast, Observations...>::of(*this, observations...);
    }

    /// The same forecast under a version of its model, "fab costs of March", that tells its runs from those of another
    /// version. Results tell by themselves where two models differ at the points at which they are compared, see
    /// `simulate`; a version tells of what those do not see, data that the model reads, say. The text must live as long as
    /// the forecast, as a string literal does.
    [[nodiscard]] constexpr basic_forecast version(std::string_view name) const {
        basic_forecast copy = *this;
        copy.version_ = name;
        return copy;
    }
    /// The version given, empty when none is.
    [[nodiscard]] constexpr std::string_view version() const noexcept { return version_; }

    /// The inputs as the model reads them in the central case.
    template <class... Overrides>
    [[nodiscard]] constexpr auto central_values(const Overrides&... overrides) const {
        if constexpr (overrides_fit<Overrides...>()) {
            double at[inputs_type::size + 1]{};
            for (std::size_t i = 0; i < inputs_type::size; ++i) at[i] = inputs_.records()[i].base_quantile(0.5);
            (detail::require_to_fit_a_chance(Overrides::name,
                                             inputs_.records()[place_of_override<Overrides>()].parts(),
                                             overrides.belief.parts()),
             ...);
            ((at[place_of_override<Overrides>()] = base_value_of(overrides.belief.median())), ...);
            auto central = values<double>::from_base_values(at);
            if constexpr (values<double>::has_paths) central.read_paths_of(inputs_.records(), detail::path_reading::quantile);
            return central;
        }
    }

    /// Where each input comes from, in order.
    [[nodiscard]] constexpr auto sources() const {
        std::array<input_source, inputs_type::size> all{};
        for (std::size_t i = 0; i < inputs_type::size; ++i) all[i] = input_source(inputs_.records()[i]);
        return all;
    }

  private:
    using mixer = gaussian_copula<inputs_type::size>;

    /// Whether it is an override of a path that this forecast reads; what does not fit is told elsewhere.
    template <class Override>
    static constexpr bool overrides_path = [] {
        if constexpr (is_override<Override>) {
            constexpr std::size_t place = inputs_type::place_of(Override::name);
            if constexpr (place < inputs_type::size) return is_path<typename inputs_type::template assumption_at<place>>;
        }
        return false;
    }();
    template <class Override>
    static constexpr void override_one(assumption_record& input, const Override& o) {
        if constexpr (overrides_path<Override>) {
            input.move_by(o.process, o.reason);
        } else {
            input.believe(o.belief.parts(), o.reason);
        }
    }

    /// One list of overrides, or one file that has them.
    template <class Overrides>
    static constexpr bool is_made_at_run_time =
        std::same_as<Overrides, override_list> || requires(const Overrides& file, const basic_forecast& f) {
            { file.overrides(f) } -> std::same_as<override_list>;
        };
    template <class... Overrides>
    static constexpr bool are_made_at_run_time = sizeof...(Overrides) == 1 && (is_made_at_run_time<Overrides> && ...);

    /// The correlations of the normals that the inputs are drawn from follow from the beliefs.
    constexpr void join_anew() {
        if (correlation_.any()) correlation_ = joined(inputs_, asked_, true);
        if constexpr ((is_path<Assumptions> || ...)) {
            detail::require_correlated_paths_to_fit(inputs_.records(), inputs_type::size);
        }
    }
    static constexpr mixer joined(const inputs_type& inputs, const rank_correlations<inputs_type::size>& asked,
                                  bool sure_is_allowed) {
        if (!asked.any()) return {};
        std::array<std::string_view, inputs_type::size> names{};
        for (std::size_t i = 0; i < inputs_type::size; ++i) names[i] = inputs.records()[i].name;
        return mixer(asked, names.data(), detail::normals_for(asked, inputs.records(), sure_is_allowed));
    }

    /// Says in words what is wrong with overrides that do not fit.
    template <class... Overrides>
    static consteval bool overrides_fit() {
        constexpr bool each_is_an_override = (is_override<Overrides> && ...);
        static_assert(each_is_an_override, "at, with: every argument must be an override, such as override(decline, 3.0)");
        if constexpr (each_is_an_override) {
            constexpr bool each_override_names_an_input =
                ((inputs_type::place_of(Overrides::name) < inputs_type::size) && ...);
            static_assert(each_override_names_an_input, "at, with: an override is not among the forecast's inputs");
            constexpr bool each_input_is_overridden_once = detail::names_are_unique<Overrides...>();
            static_assert(each_input_is_overridden_once, "at, with: two overrides are of the same assumption; keep one");
        }
        return each_is_an_override;
    }

    /// The place of the input that is overridden, of the same dimension.
    template <class Override>
    static consteval std::size_t place_of_override() {
        constexpr std::size_t place = inputs_type::place_of(Override::name);
        if constexpr (place < inputs_type::size) {
            static_assert(std::same_as<typename Override::value_type,
                                       typename inputs_type::template assumption_at<place>::value_type>,
                          "at, with: the override has another dimension than the input of that name");
            return place;
        }
        return 0;
    }

    inputs_type inputs_;
    Model model_;
    rank_correlations<inputs_type::size> asked_;
    mixer correlation_;
    std::string_view version_;
};

/// A forecast: the assumptions that a model reads, the model, and what is correlated, if anything:
/// `forecast(inputs(a, b), model, correlate(a, b, 0.6))`. \throws std::domain_error for correlations that cannot hold
/// together (the message has the offending eigenvalue; `nearest_correlation` gives the nearest that can), and for one that
/// the two beliefs cannot have, see `correlate`.
template <class Model, class... Assumptions, class... Correlations>
    requires(is_correlation<Correlations> && ...)
[[nodiscard]] constexpr auto forecast(const input_list<Assumptions...>& inputs, const Model& model,
                                      const Correlations&... correlated) {
    // Here first, so that a mistake in the model is told with the fewest steps between it and this call.
    using values = input_values<double, Assumptions...>;
    if constexpr (detail::takes<Model, values>()) {
        using made [[maybe_unused]] = decltype(model(std::declval<const values&>()));
    } else if constexpr (detail::takes<Model, values, date>()) {
        using made [[maybe_unused]] = decltype(model(std::declval<const values&>(), std::declval<const date&>()));
    }
    using list = input_list<Assumptions...>;
    constexpr bool each_correlation_is_between_inputs =
        ((list::place_of(Correlations::first) < list::size && list::place_of(Correlations::second) < list::size) && ...);
    static_assert(each_correlation_is_between_inputs,
                  "forecast: a correlation names an assumption that is not among the inputs");
    rank_correlations<list::size> correlations;
    if constexpr (each_correlation_is_between_inputs && (Correlations::is_of_paths || ...)) {
        list with_correlated_paths = inputs;
        (detail::correlate_one(with_correlated_paths, correlations, correlated), ...);
        return basic_forecast<Model, Assumptions...>(with_correlated_paths, model, correlations);
    } else {
        if constexpr (each_correlation_is_between_inputs) {
            (correlations.set(list::place_of(Correlations::first), list::place_of(Correlations::second),
                              correlated.rank_correlation),
             ...);
        }
        return basic_forecast<Model, Assumptions...>(inputs, model, correlations);
    }
}
/// Chosen only for what is not `inputs(...)`, to say so in words.
template <class Inputs, class Model>
constexpr auto forecast(const Inputs&, const Model&) {
    constexpr bool first_argument_is_inputs = !std::same_as<Inputs, Inputs>;
    static_assert(first_argument_is_inputs, "forecast: the first argument must be inputs(...)");
    return nullptr;
}
/// Chosen only for assumptions that are not in `inputs(...)`, to say so in words.
template <class First, class Second, class Third, class... Rest>
    requires(is_assumption<First> && !is_correlation<Third>)
constexpr auto forecast(const First&, const Second&, const Third&, const Rest&...) {
    constexpr bool assumptions_are_in_inputs = !is_assumption<First>;
    static_assert(assumptions_are_in_inputs,
                  "forecast: the assumptions go into inputs(...): forecast(inputs(price, fall), model)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/forecast/bodies/forecast.hpp>
#endif
