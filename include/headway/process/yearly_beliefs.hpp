// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <headway/belief/as_belief.hpp>
#include <headway/math/batch.hpp>
#include <headway/process/process.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What is believed of an amount in each of some years in a row, each a calendar year from the date on. Made by
/// `years_from`.
template <class Dimension, std::size_t Years>
class yearly_beliefs {
  public:
    using dimension = Dimension;
    using value_type = decltype(quantity_or_number<Dimension>(0.0));

    constexpr yearly_beliefs(const date& first, const std::array<belief<value_type>, Years>& beliefs)
        : first_(first), beliefs_(beliefs) {
        detail::require_real_date("years_from", "first date", first);
    }

    [[nodiscard]] static constexpr std::size_t size() noexcept { return Years; }
    [[nodiscard]] constexpr const date& first() const noexcept { return first_; }
    [[nodiscard]] constexpr const belief<value_type>& operator[](std::size_t year) const noexcept {
        return beliefs_[year];
    }

    /// The process of one value a year, whose normal scores follow each other as z' = ρ z + √(1-ρ²) ε (an autoregression of
    /// order 1), so that each year's value has that year's belief. It points to these beliefs: keep them as long.
    /// \throws std::domain_error unless -1 < ρ < 1 and not NaN.
    [[nodiscard]] constexpr process<Dimension> process_with(double autocorrelation) const {
        if (!(autocorrelation > -1.0 && autocorrelation < 1.0)) {
            detail::value_breaks_a_rule("yearly", "autocorrelation", "must be between -1 and 1 (exclusive)",
                                        autocorrelation);
        }
        detail::process_record record;
        record.kind = detail::process_kind::yearly;
        record.start = first_.seconds_since_1970();
        record.step = 31556952.0;
        record.autocorrelation = autocorrelation;
        record.yearly = {this, static_cast<int>(Years), &draw, &quantile};
        return process<Dimension>(record);
    }

  private:
    static void draw(const void* beliefs, int year, const double* z, double* out) {
        of(beliefs, year).template draw_from_normal_block<detail::block_lanes>(z, out);
    }
    static constexpr double quantile(const void* beliefs, int year, double p) {
        return base_value_of(of(beliefs, year).quantile(p));
    }
    static constexpr const belief<value_type>& of(const void* beliefs, int year) noexcept {
        return static_cast<const yearly_beliefs*>(beliefs)->beliefs_[static_cast<std::size_t>(year)];
    }

    date first_;
    std::array<belief<value_type>, Years> beliefs_;
};

/// `years_from(date(2026y / 1 / 1), ci90(1.0 * usd, 2.0 * usd), 1.5 * usd, normal(2.0 * usd, 0.3 * usd))`: a belief for 2026,
/// 2027 and 2028.
template <date_like First, belief_like Belief, belief_like... More>
[[nodiscard]] constexpr auto years_from(const First& first, const Belief& in_first_year,
                                        const More&... in_later_years) {
    using value_type = typename decltype(as_belief(in_first_year))::value_type;
    constexpr bool all_are_of_one_dimension =
        (std::same_as<typename decltype(as_belief(in_later_years))::value_type, value_type> && ...);
    static_assert(all_are_of_one_dimension, "years_from: the beliefs of all years must be of one dimension");
    if constexpr (all_are_of_one_dimension) {
        return yearly_beliefs<detail::dimension_of<value_type>, 1 + sizeof...(More)>(
            detail::to_date(first), {as_belief(in_first_year), as_belief(in_later_years)...});
    }
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class First, class... Beliefs>
constexpr auto years_from(const First&, const Beliefs&...) {
    static_assert(date_like<First>, "years_from: the first argument must be the date on which the first of the years begins, "
                                    "such as date(2026y / 1 / 1)");
    static_assert((belief_like<Beliefs> && ...), "years_from: after the date come the beliefs, one for each year");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
