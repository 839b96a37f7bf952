// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

#include <headway/forecast/forecast.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Several inputs that move together, each pair with its rank correlation. Made by `correlate_all` and `common_factor`.
template <label... Names>
class input_group {
  public:
    static constexpr std::size_t size = sizeof...(Names);
    static constexpr std::array<std::string_view, size> names{Names.view()...};

    /// The rank correlation of two of them, counted from 0.
    [[nodiscard]] constexpr double operator()(std::size_t one, std::size_t other) const noexcept {
        return correlations_(one, other);
    }
    constexpr explicit input_group(const rank_correlations<size>& correlations) : correlations_(correlations) {}

  private:
    rank_correlations<size> correlations_;
};

template <class T>
inline constexpr bool is_input_group = false;
template <label... Names>
inline constexpr bool is_input_group<input_group<Names...>> = true;

/// An input and its loading on a common factor. Made by `loads`.
template <label Name>
struct factor_loading {
    static constexpr std::string_view name = Name.view();
    double loading;
};

namespace detail {

template <std::size_t Count, class... Named>
consteval bool can_be_a_group() {
    constexpr bool they_are_several = Count > 1;
    static_assert(they_are_several, "correlate_all, common_factor: name two inputs or more");
    constexpr bool they_are_different = names_are_unique<Named...>();
    static_assert(they_are_different,
                  "correlate_all, common_factor: an input always has correlation 1 with itself; name each input once");
    return they_are_several && they_are_different;
}

}  // namespace detail

/// How far an input follows a common factor, from -1 to 1: the correlation of its normal score (the normal number that it
/// is drawn from) with the factor, so that loading² of that number's variance is the factor's.
/// \throws std::domain_error for a loading outside [-1, 1] or NaN.
template <label Name, class T>
[[nodiscard]] constexpr auto loads(const named_assumption<Name, T>&, double loading) {
    if (!(-1.0 <= loading && loading <= 1.0)) {
        detail::value_breaks_a_rule("loads", "loading", "must be between -1 and 1", loading);
    }
    return factor_loading<Name>{loading};
}

/// Inputs that share an error, a way of counting say, each pair with the same rank correlation (Spearman's): to be given to
/// `forecast(...)` after the model, `forecast(inputs(a, b, c), model, correlate_all(0.6, a, b, c))`. Their draws are joined
/// by a Gaussian copula, see `correlate`: each belief stays as it is, its quantiles those that were published; sums and
/// ratios of them change. Of n inputs it must be above -1/(n-1) or so: more cannot all avoid each other.
/// \throws std::domain_error for a rank correlation of -1 or less, 1 or more, or NaN; `forecast(...)` refuses what cannot hold together.
template <label... Names, class... T>
[[nodiscard]] constexpr auto correlate_all(double rank_correlation, const named_assumption<Names, T>&...) {
    constexpr std::size_t size = sizeof...(Names);
    rank_correlations<size> all;
    if constexpr (detail::can_be_a_group<size, named_assumption<Names, T>...>()) {
        if (!(-1.0 < rank_correlation && rank_correlation < 1.0)) {
            detail::value_breaks_a_rule(
                "correlate_all", "rank correlation",
                "must be above -1 and below 1 (inputs that always move together are one assumption)", rank_correlation);
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < i; ++j) all.set(i, j, rank_correlation);
        }
    }
    return input_group<Names...>(all);
}

/// Inputs that share an error unequally: `common_factor(loads(a, 0.9), loads(b, 0.5), loads(c, 0.0))`, a one-factor Gaussian
/// copula. The normal scores of two inputs correlate by the product of their loadings, which is 6/π asin(product / 2) in
/// ranks. Loadings can always hold together, unless two of them are 1 or -1: inputs that move as one are one assumption.
template <label... Names>
[[nodiscard]] constexpr auto common_factor(const factor_loading<Names>&... inputs) {
    constexpr std::size_t size = sizeof...(Names);
    rank_correlations<size> all;
    if constexpr (detail::can_be_a_group<size, factor_loading<Names>...>()) {
        const double loading[]{inputs.loading...};
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double product = loading[i] * loading[j];
                // Rounding must not carry what is 1 beyond it.
                const double rank = rank_from_normal_correlation(product);
                all.set(i, j, abs(product) < 1.0 ? rank : product);
            }
        }
    }
    return input_group<Names...>(all);
}

/// Chosen only for what is not an assumption, such as a path, to say so in words.
template <class... Inputs>
    requires(!(is_assumption<Inputs> && ...) || (is_path<Inputs> || ...))
constexpr auto correlate_all(double, const Inputs&...) {
    constexpr bool each_is_an_assumption = (is_assumption<Inputs> && ...) && !(is_path<Inputs> || ...);
    static_assert(
        each_is_an_assumption,
        "correlate_all: after the rank correlation come assumptions; paths are correlated in pairs, correlate(a, b, "
        "0.6)");
    return nullptr;
}
template <class First, class... Inputs>
    requires(!std::convertible_to<First, double>)
constexpr auto correlate_all(const First&, const Inputs&...) {
    constexpr bool the_rank_correlation_comes_first = std::convertible_to<First, double>;
    static_assert(the_rank_correlation_comes_first,
                  "correlate_all: the rank correlation comes first, then the assumptions, correlate_all(0.6, a, b, c)");
    return nullptr;
}
template <class... Loadings>
constexpr auto common_factor(const Loadings&...) {
    constexpr bool each_is_a_loading = sizeof...(Loadings) == 0;
    static_assert(each_is_a_loading,
                  "common_factor: every argument must be an input with its loading, such as loads(nvidia, 0.8)");
    return nullptr;
}

namespace detail {

/// A correlation of two or of several inputs.
template <class T>
inline constexpr bool joins_inputs = is_correlation<T> || is_input_group<T>;

/// Whether all of its inputs are those of a forecast.
template <class Correlation>
struct inputs_joined_by {
    template <class List>
    static constexpr bool
        are_in = List::place_of(Correlation::first) < List::size&& List::place_of(Correlation::second) < List::size;
};
template <label... Names>
struct inputs_joined_by<input_group<Names...>> {
    template <class List>
    static constexpr bool are_in = ((List::place_of(Names.view()) < List::size) && ...);
};

template <class List, label... Names>
constexpr void correlate_one(List& inputs, rank_correlations<List::size>& correlations,
                             const input_group<Names...>& group) {
    static_cast<void>(inputs);
    constexpr std::size_t places[]{List::place_of(Names.view())...};
    for (std::size_t i = 0; i < sizeof...(Names); ++i) {
        for (std::size_t j = 0; j < i; ++j) correlations.set(places[i], places[j], group(i, j));
    }
}

}  // namespace detail

/// A forecast whose inputs share errors in groups, beside correlations of pairs if there are any; of a pair that is in
/// several the last one counts. \throws std::domain_error as `forecast` with pairs.
template <class Model, class... Assumptions, class... Correlations>
    requires((detail::joins_inputs<Correlations> && ...) && (is_input_group<Correlations> || ...))
[[nodiscard]] constexpr auto forecast(const input_list<Assumptions...>& inputs, const Model& model,
                                      const Correlations&... correlated) {
    using list = input_list<Assumptions...>;
    constexpr bool each_correlation_is_between_inputs =
        (detail::inputs_joined_by<Correlations>::template are_in<list> && ...);
    static_assert(each_correlation_is_between_inputs,
                  "forecast: a correlation names an assumption that is not among the inputs");
    rank_correlations<list::size> correlations;
    list joined = inputs;
    if constexpr (each_correlation_is_between_inputs) (detail::correlate_one(joined, correlations, correlated), ...);
    return basic_forecast<Model, Assumptions...>(joined, model, correlations);
}
/// Chosen only for a correlation ahead of the model, to say so in words.
template <class... Assumptions, class Second, class Third, class... Rest>
    requires(detail::joins_inputs<Second> && !detail::joins_inputs<Third>)
constexpr auto forecast(const input_list<Assumptions...>&, const Second&, const Third&, const Rest&...) {
    constexpr bool the_model_comes_second = !detail::joins_inputs<Second>;
    static_assert(
        the_model_comes_second,
        "forecast: correlations come after the model, forecast(inputs(a, b, c), model, correlate_all(0.6, a, b, c))");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>
