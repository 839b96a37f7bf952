// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

using performance_per_chip = divided<divided<dim::compute, dim::time>, dim::chips>;
using processing_performance_per_chip = divided<dim::processing_performance, dim::chips>;
using memory_per_chip = divided<dim::data, dim::chips>;
using bandwidth_per_chip = divided<divided<dim::data, dim::time>, dim::chips>;
using power_per_chip = divided<divided<dim::energy, dim::time>, dim::chips>;

}  // namespace detail

/// A quantity of a data sheet: one value, or two where the copies differ; not stated when made of nothing.
/// \throws std::domain_error unless 0 < low <= high.
template <any_quantity Quantity>
class stated_range {
  public:
    constexpr stated_range() noexcept = default;
    constexpr stated_range(const Quantity& value) : stated_range(value, value) {}  // NOLINT: implicit, a value is a range
    constexpr stated_range(const Quantity& low, const Quantity& high) : low_(low), high_(high) {
        headway::detail::require_above_zero("stated_range", "low end, which is left out where it is not stated,",
                                            low.base_value());
        if (!(low <= high)) detail::low_end_is_above_high_end("stated_range", "a chip's quantity");
    }

    [[nodiscard]] constexpr bool is_stated() const noexcept { return low_.base_value() > 0.0; }
    [[nodiscard]] constexpr const Quantity& low() const noexcept { return low_; }
    [[nodiscard]] constexpr const Quantity& high() const noexcept { return high_; }
    /// Half-way between the ends, which is the value where there is one.
    [[nodiscard]] constexpr Quantity middle() const noexcept { return 0.5 * (low_ + high_); }

  private:
    Quantity low_{};
    Quantity high_{};
};

/// What a data sheet says, per chip or package; what it leaves out is not stated. Performance is dense.
struct chip_sheet {
    using performance = stated_range<quantity<detail::performance_per_chip>>;

    stated_day announced{};
    /// First quarter with sales, or first delivery; of a plan the time promised.
    stated_day first_sales{};
    performance at_4_bits{};
    performance at_8_bits{};
    performance at_16_bits{};
    stated_range<quantity<detail::memory_per_chip>> memory{};
    stated_range<quantity<detail::bandwidth_per_chip>> memory_bandwidth{};
    stated_range<quantity<detail::power_per_chip>> power{};
};

namespace detail {

[[noreturn, gnu::cold]] inline void chip_states_no(std::string_view function, std::string_view id, std::string_view what) {
    throw std::domain_error(std::string(function) + ": " + std::string(id) + " states no " + std::string(what) +
                            "; give it one, or leave out what asks for it");
}

}  // namespace detail

/// A generation of chips as its sources describe it; a figure of many numbers, whose words name it.
struct chip_facts : figure_info, chip_sheet {
    constexpr chip_facts(const chip_sheet& sheet, const figure_info& info) : figure_info(info), chip_sheet(sheet) {}

    /// Performance at operands of 4, 8 or 16 bits. \throws std::domain_error where the chip states none at that length.
    [[nodiscard]] constexpr const performance& performance_at(int bits) const {
        const performance& p = bits == 4 ? at_4_bits : bits == 8 ? at_8_bits : at_16_bits;
        if ((bits != 4 && bits != 8 && bits != 16) || !p.is_stated()) {
            detail::chip_states_no("performance_at", id, "performance at " + std::to_string(bits) + " bits");
        }
        return p;
    }

    [[nodiscard]] constexpr bool states_performance() const noexcept {
        return at_4_bits.is_stated() || at_8_bits.is_stated() || at_16_bits.is_stated();
    }
    /// Total Processing Performance, the greatest product of performance in TFLOP/s and operand length in bits over the
    /// lengths that the chip states. \throws std::domain_error where it states no performance.
    [[nodiscard]] constexpr stated_range<quantity<detail::processing_performance_per_chip>> processing_performance() const {
        if (!states_performance()) detail::chip_states_no("processing_performance", id, "performance");
        constexpr auto tera = units::teraflop / units::second / units::chip;
        double low = 0.0;
        double high = 0.0;
        const auto consider = [&](const performance& p, double bits) {
            if (!p.is_stated()) return;
            if (p.low().in(tera) * bits > low) low = p.low().in(tera) * bits;
            if (p.high().in(tera) * bits > high) high = p.high().in(tera) * bits;
        };
        consider(at_4_bits, 4.0);
        consider(at_8_bits, 8.0);
        consider(at_16_bits, 16.0);
        return {low * (units::tpp / units::chip), high * (units::tpp / units::chip)};
    }
};

}  // namespace headway::figures

#include <headway/header_end.hpp>
