// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/override_list.hpp>
#include <headway/distribution/rank_copula.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/sampling/rank_correlation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Where one input of a forecast comes from. It reads texts of the forecast's own: keep the forecast as long.
struct input_source {
    std::string_view input;
    /// The figure it rests on, or null.
    const figures::figure_info* figure = nullptr;
    std::string_view note = {};
    date as_of = date::never();
    date review_by = date::never();
    /// Whether another belief has taken the place of the one it was made with, for the reason in `note`.
    bool overridden = false;

    constexpr input_source() = default;
    template <label Name, class T>
    constexpr explicit input_source(const named_assumption<Name, T>& a) noexcept
        : input(a.name), figure(a.figure()), note(a.note()), as_of(a.as_of()), review_by(a.review_by()),
          overridden(a.is_overridden()) {}
};

/// What a model may return. Not a bool: block by block a comparison is one answer per draw, so return the value itself
/// and ask the outcome for a probability.
template <class T>
concept model_result = (number_like<T> || any_value<T> || is_named_outputs<std::remove_cvref_t<T>>) &&
                       !std::same_as<std::remove_cvref_t<T>, bool>;

namespace detail {

template <class Model, class Values, bool TakesInputs, bool OverTime>
consteval bool returns_a_result() {
    if constexpr (TakesInputs) {
        return model_result<std::invoke_result_t<const Model&, const Values&>>;
    } else if constexpr (OverTime) {
        return model_result<std::invoke_result_t<const Model&, const Values&, date>>;
    } else {
        return true;  // what is not callable is refused for that
    }
}

[[noreturn]] inline void sure_input_cannot_be_correlated(std::string_view name) {
    throw std::domain_error("correlate: \"" + std::string(name) +
                            "\" is sure of one value, and that has no rank correlation with anything; leave it out");
}
[[noreturn]] inline void rank_correlation_cannot_be_had(std::string_view one, std::string_view other, double asked,
                                                        double most) {
    // Rounded towards 0, so that what is named can be asked for.
    const double named = (most < 0.0 ? -1e-4 : 1e-4) * floor(1e4 * abs(most));
    throw std::domain_error("correlate: \"" + std::string(one) + "\" and \"" + std::string(other) +
                            "\" cannot have a rank correlation of " + number_text(asked) + ": some of their values have " +
                            "a probability of their own, and the most that can be had is " + number_text(named, 4) +
                            "; ask for that or less");
}

/// The correlations of normals with which inputs of these beliefs have the rank correlations asked for: those of
/// `rank_correlations::normal_correlations` except where ties ask for more. An input that is sure has the others' draws
/// as they would be if it were not, where that is allowed.
template <std::size_t Size>
[[nodiscard]] constexpr symmetric_matrix<Size> normals_for(const rank_correlations<Size>& correlations,
                                                           const std::array<const component_list*, Size>& beliefs,
                                                           const std::string_view* names, bool sure_is_allowed) {
    symmetric_matrix<Size> normals{};
    for (std::size_t i = 0; i < Size; ++i) {
        if (!correlations.takes_part(i)) continue;
        normals[i][i] = 1.0;
        const grades of_i(*beliefs[i]);
        if (of_i.is_sure() && !sure_is_allowed) sure_input_cannot_be_correlated(names[i]);
        for (std::size_t j = 0; j < i; ++j) {
            const double rho = correlations(i, j);
            if (rho == 0.0) continue;
            const grades of_j(*beliefs[j]);
            double r = normal_from_rank_correlation(rho);
            if ((of_i.has_ties() || of_j.has_ties()) && !of_i.is_sure() && !of_j.is_sure()) {
                const copula_solution solved = solve_copula(rho, of_i, of_j);
                if (!solved.is_attained) rank_correlation_cannot_be_had(names[j], names[i], rho, solved.most);
                r = solved.correlation;
            }
            normals[i][j] = normals[j][i] = r;
        }
    }
    return normals;
}

}  // namespace detail

/// Two inputs that move together. Make one with `correlate(a, b, rank_correlation)`.
template <label A, label B>
struct input_correlation {
    static constexpr std::string_view first = A.view();
    static constexpr std::string_view second = B.view();
    double rank_correlation;
};

/// Spearman's rank correlation between two inputs, from -1 to 1, to be given to `forecast(...)` after the model. Their
/// draws are joined by a Gaussian copula, which leaves each belief as it is. Equal draws share the mean of their ranks.
/// With both beliefs continuous the copula's parameter is 2 sin(pi rho / 6). Where single values have a probability of
/// their own, of at least 1/200, it is solved for, so that the draws of discrete, mixed and empirical beliefs attain the
/// asked correlation to 1e-4 as well; how much there is to be had depends on the beliefs, and `forecast(...)` refuses what
/// is more, naming the most, and any correlation of an input that is sure of one value.
/// \throws std::domain_error for a rank correlation outside [-1, 1] or NaN.
template <label A, label B, class S, class T>
[[nodiscard]] constexpr auto correlate(const named_assumption<A, S>&, const named_assumption<B, T>&,
                                       double rank_correlation) {
    constexpr bool they_are_two_inputs = A.view() != B.view();
    static_assert(they_are_two_inputs, "correlate: an input always has correlation 1 with itself; name two inputs");
    if (!(-1.0 <= rank_correlation && rank_correlation <= 1.0)) {
        detail::value_breaks_a_rule("correlate", "rank correlation", "must be between -1 and 1", rank_correlation);
    }
    return input_correlation<A, B>{rank_correlation};
}

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

    static constexpr bool takes_inputs = std::is_invocable_v<const Model&, const values<double>&>;
    /// True for a model that is a function of the date as well.
    static constexpr bool over_time = !takes_inputs && std::is_invocable_v<const Model&, const values<double>&, date>;
    static_assert(takes_inputs || over_time,
                  "forecast: the model must be callable with its inputs, [](const auto& in) {...}, or with its inputs "
                  "and a date, [](const auto& in, const auto& when) {...}");
    static constexpr bool model_returns_a_result =
        detail::returns_a_result<Model, values<double>, takes_inputs, over_time>();
    static_assert(model_returns_a_result,
                  "forecast: the model must return a number, a quantity, a date or outputs(...)");

    constexpr basic_forecast(const inputs_type& inputs, const Model& model,
                             const rank_correlations<inputs_type::size>& correlations)
        : inputs_(inputs), model_(model), asked_(correlations), correlation_(joined(inputs, correlations, false)) {}

    [[nodiscard]] constexpr const inputs_type& inputs() const noexcept { return inputs_; }
    [[nodiscard]] constexpr const Model& model() const noexcept { return model_; }
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
    /// `f.at(when, override(decline, 3.0))`. An override of what is not an input does not compile.
    template <class... Overrides>
    [[nodiscard]] constexpr auto at(const Overrides&... overrides) const
        requires(!over_time)
    {
        return model_(central_values(overrides...));
    }
    template <class... Overrides>
    [[nodiscard]] constexpr auto at(const date& when, const Overrides&... overrides) const
        requires over_time
    {
        return model_(central_values(overrides...), when);
    }

    /// The same forecast with other beliefs for some inputs: `f.with(override(decline, ci90(2.0, 4.0), "since March"))`.
    /// They rest on the reason given, no longer on a figure. An override of what is not an input does not compile.
    template <class... Overrides>
    [[nodiscard]] constexpr basic_forecast with(const Overrides&... overrides) const {
        if constexpr (overrides_fit<Overrides...>()) {
            return with_inputs(
                inputs_.apply([&](const auto&... a) { return inputs_type(believed(a, overrides...)...); }));
        } else {
            return *this;
        }
    }
    /// With overrides put together at run time. \throws std::domain_error, before anything is changed, for one of what is
    /// not an input (the message lists the inputs) or of another dimension.
    [[nodiscard]] basic_forecast with(const override_list& overrides) const {
        for (const auto& entry : overrides) require_input(entry);
        return with_inputs(inputs_.apply([&](const auto&... a) { return inputs_type(believed(a, overrides)...); }));
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
            return inputs_.apply(
                [&](const auto&... assumption) { return values<double>(central_value(assumption, overrides...)...); });
        }
    }

    /// Where each input comes from, in order.
    [[nodiscard]] constexpr auto sources() const {
        return inputs_.apply([](const auto&... a) {
            return std::array<input_source, sizeof...(a)>{input_source(a)...};
        });
    }

  private:
    using mixer = gaussian_copula<inputs_type::size>;

    constexpr basic_forecast(const inputs_type& inputs, const basic_forecast& other, const mixer& correlation)
        : inputs_(inputs), model_(other.model_), asked_(other.asked_), correlation_(correlation),
          version_(other.version_) {}

    [[nodiscard]] constexpr basic_forecast with_inputs(const inputs_type& changed) const {
        return {changed, *this, correlation_.any() ? joined(changed, asked_, true) : correlation_};
    }
    static constexpr mixer joined(const inputs_type& inputs, const rank_correlations<inputs_type::size>& asked,
                                  bool sure_is_allowed) {
        if (!asked.any()) return {};
        const auto beliefs = inputs.apply([](const auto&... a) {
            return std::array<const detail::component_list*, inputs_type::size>{&a.belief().parts()...};
        });
        return mixer(asked, names.data(), detail::normals_for(asked, beliefs, names.data(), sure_is_allowed));
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

    template <label Name, class T, class... Overrides>
    static constexpr T central_value(const named_assumption<Name, T>& assumption, const Overrides&... overrides) {
        constexpr std::size_t place = detail::place_of<Overrides...>(Name.view());
        if constexpr (place < sizeof...(Overrides)) {
            const auto& chosen = std::get<place>(std::tie(overrides...));
            static_assert(std::same_as<std::remove_cvref_t<decltype(chosen.belief)>, belief<T>>,
                          "at, with: the override has another dimension than the input of that name");
            return chosen.belief.median();
        } else {
            return assumption.central();
        }
    }

    template <label Name, class T, class... Overrides>
    static constexpr auto believed(const named_assumption<Name, T>& assumption, const Overrides&... overrides) {
        constexpr std::size_t place = detail::place_of<Overrides...>(Name.view());
        if constexpr (place < sizeof...(Overrides)) {
            const auto& chosen = std::get<place>(std::tie(overrides...));
            static_assert(std::same_as<std::remove_cvref_t<decltype(chosen.belief)>, belief<T>>,
                          "at, with: the override has another dimension than the input of that name");
            return assumption.with_belief(chosen.belief, chosen.reason);
        } else {
            return assumption;
        }
    }
    template <label Name, class T>
    static auto believed(const named_assumption<Name, T>& assumption, const override_list& overrides) {
        return overrides.applied_to(assumption);
    }
    static void require_input(const override_list::entry& entry) {
        static constexpr std::array<value_kind, inputs_type::size> kinds{
            value_kind::of<typename Assumptions::value_type>()...};
        std::string known;
        for (std::size_t i = 0; i < inputs_type::size; ++i) {
            if (names[i] == entry.input) {
                if (entry.belief.kind() == kinds[i]) return;
                throw std::domain_error("with: the input '" + entry.input + "' is about " + kinds[i].text() +
                                        ", the belief given for it about " + entry.belief.kind().text());
            }
            known += (i == 0 ? "'" : ", '") + std::string(names[i]) + "'";
        }
        throw std::domain_error("with: no input is named '" + entry.input + "'; the inputs are " + known);
    }

    static constexpr std::array<std::string_view, inputs_type::size> names{Assumptions::name...};

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
template <class Model, class... Assumptions, label... A, label... B>
[[nodiscard]] constexpr auto forecast(const input_list<Assumptions...>& inputs, const Model& model,
                                      const input_correlation<A, B>&... correlated) {
    using list = input_list<Assumptions...>;
    constexpr bool each_correlation_is_between_inputs =
        ((list::place_of(A.view()) < list::size && list::place_of(B.view()) < list::size) && ...);
    static_assert(each_correlation_is_between_inputs,
                  "forecast: a correlation names an assumption that is not among the inputs");
    rank_correlations<list::size> correlations;
    if constexpr (each_correlation_is_between_inputs) {
        (correlations.set(list::place_of(A.view()), list::place_of(B.view()), correlated.rank_correlation), ...);
    }
    return basic_forecast<Model, Assumptions...>(inputs, model, correlations);
}
/// Chosen only for what is not `inputs(...)`, to say so in words.
template <class Inputs, class Model>
constexpr auto forecast(const Inputs&, const Model&) {
    constexpr bool first_argument_is_inputs = !std::same_as<Inputs, Inputs>;
    static_assert(first_argument_is_inputs, "forecast: the first argument must be inputs(...)");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
