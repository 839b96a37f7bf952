// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/forecast/model_call.hpp>
#include <headway/math/check.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/simulation/known_to.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What is known of one output before a run.
struct output_kind {
    std::string_view name;
    value_kind value;
    value_kind difference;

    template <class Result>
    [[nodiscard]] static constexpr output_kind of(std::string_view name) noexcept {
        using type = typename kept_type<Result>::type;
        return {name, value_kind::of<type>(), value_kind::of<typename value_traits<type>::difference_type>()};
    }
};
/// Of each output of a model that returns `Result`, in order.
template <class Result>
inline constexpr output_kind output_kinds[] = {output_kind::of<Result>("")};
template <label... Names, class... Results>
inline constexpr output_kind output_kinds<named_outputs<named_output<Names, Results>...>>[] = {
    output_kind::of<Results>(Names.view())...};

/// Such a list, whatever its size.
struct kinds_view {
    const output_kind* first;
    std::size_t size;

    template <std::size_t Size>
    constexpr kinds_view(const output_kind (&all)[Size]) noexcept : first(all), size(Size) {}  // NOLINT: implicit
    [[nodiscard]] constexpr const output_kind* begin() const noexcept { return first; }
    [[nodiscard]] constexpr const output_kind* end() const noexcept { return first + size; }
};

[[nodiscard, gnu::cold]] inline std::string target_text(const error_target& target) {
    switch (target.of) {
    case error_target::statistic::mean:
        return "mean";
    case error_target::statistic::quantile:
        return target.at == 0.5 ? "median" : number_text(target.at) + " quantile";
    case error_target::statistic::below:
        return "probability below the limit";
    case error_target::statistic::above:
        return "probability above the limit";
    case error_target::statistic::never:
        break;
    }
    return "probability of never";
}

/// \throws std::domain_error for errors that make no sense, that fit none of the outputs that they are asked of, or that no
/// run of `most` draws can have.
template <class = void>
[[gnu::cold]] void require_targets(const char* function, const error_targets& targets, kinds_view outputs,
                                   std::uint64_t most);

/// How well a statistic is known, and how well it is to be, in base units; infinite while no draws tell.
struct error_had {
    double error;
    double allowed;
    [[nodiscard]] constexpr bool is_met() const noexcept { return error <= allowed; }
};
template <class = void>
[[nodiscard]] error_had error_of(const draw_record& output, const error_target& target);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/detail/error_targets.hpp>
#endif
