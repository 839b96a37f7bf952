// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/chip/cadence.hpp>
#include <headway/quantity/units.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// What chips are asked to do. Some that infer do not train (the H20).
enum class workload {
    any,
    training,
    inference,
};

namespace detail {

using performance_per_chip = divided<dim::performance, dim::chips>;
using processing_performance_per_chip = divided<dim::processing_performance, dim::chips>;
using money_per_chip = divided<dim::money, dim::chips>;
using power_per_chip = divided<dim::power, dim::chips>;
using bandwidth_per_chip = divided<divided<dim::data, dim::time>, dim::chips>;

}  // namespace detail

/// A generation of chips, all amounts per chip. Zero stands for what is not stated, and a model that needs it says so.
/// `generation{.name = "H100", .launch = date(2022y / 9 / 20), .performance = 2.0 * petaflop / second / chip}`.
/// `Name` is `std::string_view`, whose text must live as long as the generation, or `std::string` for names read at run
/// time. `with_...` give the same generation with another value, of any number type.
template <class Number, class Name = std::string_view>
struct basic_generation {
    using number_type = Number;

    Name name{};
    basic_date<Number> launch = basic_date<Number>::never();
    /// Operations per second, of the number format that the caller compares chips by.
    quantity<detail::performance_per_chip, Number> performance{};
    /// What one chip counts under the US export rules, see `processing_performance`.
    quantity<detail::processing_performance_per_chip, Number> processing_performance{};
    quantity<detail::money_per_chip, Number> price{};
    quantity<detail::power_per_chip, Number> power{};
    bool trains = true;
    bool infers = true;
    /// Of the memory on the package (DRAM), which rules of access limit too.
    quantity<detail::bandwidth_per_chip, Number> memory_bandwidth{};

    [[nodiscard]] constexpr bool fits(workload use) const noexcept {
        return use == workload::any || (use == workload::training ? trains : infers);
    }

    /// The same generation held in another number type.
    template <class Other>
    [[nodiscard]] constexpr auto in_number_type() const {
        return basic_generation<Other, Name>{name,  launch, performance, processing_performance,
                                             price, power,  trains,      infers,
                                             memory_bandwidth};
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_launch(const basic_date<Other>& when) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.launch = when;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_performance(const quantity<detail::performance_per_chip, Other>& value) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.performance = value;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto
    with_processing_performance(const quantity<detail::processing_performance_per_chip, Other>& value) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.processing_performance = value;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_price(const quantity<detail::money_per_chip, Other>& value) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.price = value;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_power(const quantity<detail::power_per_chip, Other>& value) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.power = value;
        return copy;
    }
    template <class Other>
    [[nodiscard]] constexpr auto with_memory_bandwidth(const quantity<detail::bandwidth_per_chip, Other>& value) const {
        auto copy = in_number_type<common_number_t<Number, Other>>();
        copy.memory_bandwidth = value;
        return copy;
    }
};

/// A generation as callers write it.
using generation = basic_generation<double>;

/// Total Processing Performance: operations per second in units of 10^12 times the length of their operands in bits,
/// dense (the greatest such product over the formats is what counts). 2 PFLOP/s at 8 bits are 16 000 TPP. The definition is
/// that of the technical notes to ECCN 3A090 (US Commerce Control List): 2 x MacTOPS x bit length of the operation, for a
/// multiply-accumulate is two operations; the bandwidth that a rule limits stands beside it, in `memory_bandwidth`.
/// \throws std::domain_error for a negative performance or bits not above zero.
template <class Number, number_like Bits>
[[nodiscard]] constexpr auto processing_performance(const quantity<detail::performance_per_chip, Number>& performance,
                                                    const Bits& bits) {
    detail::require_not_negative("processing_performance", "performance in FLOP/s per chip", performance.base_value());
    detail::require_above_zero("processing_performance", "bits", to_number(bits));
    return performance.in(units::teraflop / units::second / units::chip) * to_number(bits) * (units::tpp / units::chip);
}
/// The inverse: operations per second at so many bits. \throws std::domain_error as above.
template <class Number, number_like Bits>
[[nodiscard]] constexpr auto performance_at(const quantity<detail::processing_performance_per_chip, Number>& counted,
                                            const Bits& bits) {
    detail::require_not_negative("performance_at", "TPP per chip", counted.base_value());
    detail::require_above_zero("performance_at", "bits", to_number(bits));
    return counted.in(units::tpp / units::chip) / to_number(bits) * (units::teraflop / units::second / units::chip);
}

namespace detail {

/// \param rule the name of the rule that asks for the value, where one does.
[[noreturn]] inline void generation_has_no_such_value(const char* function, std::string_view name, const char* what,
                                                      std::string_view rule = {}) {
    throw std::domain_error(std::string(function) + ": generation " + std::string(name) + " states no " + what +
                            (rule.empty() ? "" : ", as " + std::string(rule) + " asks") + "; give it one");
}
[[noreturn]] inline void generation_breaks_a_rule(const char* function, std::string_view name, const char* what,
                                                  const char* rule, double got) {
    throw std::domain_error(std::string(function) + ": " + what + " of generation " + std::string(name) + " " + rule +
                            ", got " + number_text(got));
}

/// Finite and above zero, which is how a value is stated.
template <class Dimension, class Number>
constexpr void require_stated(const char* function, std::string_view name, const char* what,
                              const quantity<Dimension, Number>& value) {
    if (any_of(value.base_value() == 0.0)) generation_has_no_such_value(function, name, what);
}
template <class Dimension, class Number>
constexpr void require_statable(const char* function, std::string_view name, const char* what,
                                const quantity<Dimension, Number>& value) {
    const Number& x = value.base_value();
    if (all_of(x >= 0.0 && x < no_limit)) return;
    generation_breaks_a_rule(function, name, what, "must be above zero and finite, or 0 for not stated",
                             offender(x, [](double v) { return !(v >= 0.0 && v < no_limit); }));
}

/// What makes sense by itself, whatever else a roadmap or a fleet asks.
template <class Number, class Name>
constexpr void require_generation(const char* function, const basic_generation<Number, Name>& g) {
    require_statable(function, g.name, "performance in FLOP/s per chip", g.performance);
    require_stated(function, g.name, "performance", g.performance);
    require_statable(function, g.name, "processing performance in TPP per chip", g.processing_performance);
    require_statable(function, g.name, "price in USD per chip", g.price);
    require_statable(function, g.name, "power in watts per chip", g.power);
    require_statable(function, g.name, "memory bandwidth in bytes per second per chip", g.memory_bandwidth);
}

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>
