// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

#include <headway/forecast/forecast.hpp>
#include <headway/simulation/input_drawer.hpp>
#include <headway/testing/counterexample.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Where the properties of a model are checked: `monotone_in`, `bounded`, `unit_invariant`.
struct support_search {
    /// Evenly spaced quantiles of an input, beside the extreme ones.
    std::size_t points = 33;
    /// Quasi-random (Sobol') settings of all inputs, beside the central one and the corners.
    std::size_t settings = 64;
    std::uint64_t seed = 1;
    /// The extreme quantiles are this, ten times this, ... up to 1 %, and the same from above.
    double extreme = 1e-6;
    /// What counts as rounding, relative to the results.
    double tolerance = 1e-9;
};

}  // namespace headway

namespace headway::detail {

template <class = void>
[[gnu::cold]] void require_search(const char* check, const support_search& search);

/// An end of the support that a draw can come as near to as it likes, or be: finite, and with some density or mass.
template <class T>
[[nodiscard, gnu::cold]] bool is_attained(const belief<T>& b, const T& end) {
    if (!is_finite(base_value_of(end))) return false;
    return b.mass(end) > 0.0 || (b.has_density() && base_value_of(b.pdf(end)) > 0.0);
}

/// Values over the whole support of a belief, increasing, none twice.
template <class T>
[[nodiscard, gnu::cold]] std::vector<T> support_grid(const belief<T>& b, const support_search& search) {
    std::vector<T> grid;
    const auto add = [&](const T& x) {
        if (grid.empty() || base_value_of(grid.back()) < base_value_of(x)) grid.push_back(x);
    };
    const auto [least, greatest] = b.support();
    std::vector<double> small;
    for (double p = search.extreme; p < 0.01; p *= 10.0) small.push_back(p);
    if (is_attained(b, least)) add(least);
    for (const double p : small) add(b.quantile(p));
    for (std::size_t i = 0; i < search.points; ++i) {
        const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(search.points);
        if (small.empty() || (small.back() < p && p < 1.0 - small.back())) add(b.quantile(p));
    }
    for (std::size_t i = small.size(); i-- > 0;) add(b.quantile_upper(small[i]));
    if (is_attained(b, greatest)) add(greatest);
    return grid;
}

/// The inputs with the one at this place replaced.
template <std::size_t Place, class Values, class T, std::size_t... I>
[[nodiscard, gnu::cold]] Values with_input(const Values& values, const T& value, std::index_sequence<I...>) {
    const auto chosen = [&]<std::size_t At>(std::integral_constant<std::size_t, At>) {
        if constexpr (At == Place) {
            return value;
        } else {
            return values.template get<At>();
        }
    };
    return Values(chosen(std::integral_constant<std::size_t, I>{})...);
}

/// Settings of all inputs over their whole supports: the central one, the corners (at most 64 of them), and quasi-random
/// ones, which follow the forecast's correlations.
template <class Forecast>
[[nodiscard]] auto settings_of(const Forecast& forecast, const support_search& search) {
    using values = typename Forecast::template values<double>;
    constexpr std::size_t size = Forecast::inputs_type::size;
    std::vector<values> all{forecast.central_values()};

    constexpr std::size_t all_corners = size < 6 ? std::size_t{1} << size : 64;
    for (std::size_t corner = 0; corner < all_corners; ++corner) {
        // Of more than six inputs a part of the corners: the two with all at one end, and 62 by hashing.
        const std::uint64_t bits = size <= 6 ? corner
                                 : corner < 2 ? (corner == 0 ? 0 : ~std::uint64_t{0})
                                              : hash_combine(search.seed, static_cast<std::uint64_t>(corner));
        all.push_back([&]<std::size_t... I>(std::index_sequence<I...>) {
            return values([&] {
                const auto b = forecast.inputs().template get<I>().belief();
                return (bits >> (I % 64) & 1U) != 0 ? b.quantile_upper(search.extreme) : b.quantile(search.extreme);
            }()...);
        }(std::make_index_sequence<size>{}));
    }

    if (search.settings == 0) return all;
    const bool few = size <= static_cast<std::size_t>(sobol::max_dimensions);
    const sampling_plan draws(few ? method::sobol : method::latin_hypercube, search.seed, search.settings, 1, size);
    const input_samplers beliefs = samplers_of(inputs_of(forecast));
    drawn_inputs inputs(inputs_of(forecast), beliefs, draws);
    double base_values[size + 1];
    for (std::uint64_t block = 0; block < draws.blocks(); ++block) {
        inputs.draw(block, draws.valid(block));
        for (int i = 0; i < draws.valid(block); ++i) {
            inputs.take(i, base_values);
            all.push_back(values::from_base_values(base_values));
        }
    }
    return all;
}

/// Picks the one result of a model.
struct only_result {
    template <model_result Result>
    [[nodiscard]] auto operator()(const Result& result) const {
        constexpr bool model_returns_one_value = !is_named_outputs<Result>;
        static_assert(model_returns_one_value,
                      "the model returns several outputs: name one, as in monotone_in<\"cost\">(f, ...)");
        if constexpr (std::is_arithmetic_v<Result>) {
            return to_number(result);
        } else {
            return result;
        }
    }
};
/// Picks the result of that name.
template <label Name>
struct output_of_name {
    template <model_result Result>
    [[nodiscard]] auto operator()(const Result& result) const {
        return get<Name>(result);
    }
};

/// Two results are the same but for rounding; infinite ones are when equal.
template <class = void>
[[nodiscard, gnu::cold]] bool nearly_equal(double a, double b, double tolerance);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/testing/bodies/detail/support_settings.hpp>
#endif
