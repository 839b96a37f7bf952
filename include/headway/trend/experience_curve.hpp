// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/trend/detail/hooks.hpp>
#include <headway/trend/exponential.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// How fast cost falls with experience: the exponent w of Wright's law (Wright 1936). Every doubling of cumulative output
/// leaves the share 2^(-w) of the unit cost, the progress ratio, and takes away the learning rate 1 - 2^(-w).
/// Made by `learning_rate`, `progress_ratio` or `learning_exponent`.
template <class Number>
class basic_learning {
  public:
    using number_type = Number;

    [[nodiscard]] static constexpr basic_learning from_exponent(const Number& w) noexcept {
        basic_learning result;
        result.exponent_ = w;
        return result;
    }
    /// w; negative where cost rises.
    [[nodiscard]] constexpr const Number& exponent() const noexcept { return exponent_; }
    /// 2^(-w).
    [[nodiscard]] constexpr Number progress_ratio() const noexcept { return exp(-detail::ln2 * exponent_); }
    /// 1 - 2^(-w).
    [[nodiscard]] constexpr Number rate() const noexcept { return -expm1(-detail::ln2 * exponent_); }

  private:
    Number exponent_{};
};

template <class T>
inline constexpr bool is_learning = false;
template <class Number>
inline constexpr bool is_learning<basic_learning<Number>> = true;

/// The learning that takes this share of the cost away at every doubling: w = -log2(1 - share). 0.2 is 20 %.
/// \throws std::domain_error unless the share is below 1 and finite.
template <class Share>
    requires std::same_as<detail::dimension_of<Share>, dimensionless>
[[nodiscard]] constexpr auto learning_rate(const Share& share) {
    const auto rate = detail::base_of(share);
    detail::require_finite("learning_rate", "share", rate);
    if (!all_of(rate < 1.0)) {
        detail::value_breaks_a_rule("learning_rate", "share", "must be below 1",
                                    detail::offender(rate, [](double x) { return !(x < 1.0); }));
    }
    return basic_learning<detail::number_of<Share>>::from_exponent(-log1p(-rate) / detail::ln2);
}
/// The learning that leaves this share of the cost at every doubling: w = -log2(share).
/// \throws std::domain_error unless the share is above zero and finite.
template <class Share>
    requires std::same_as<detail::dimension_of<Share>, dimensionless>
[[nodiscard]] constexpr auto progress_ratio(const Share& share) {
    const auto ratio = detail::base_of(share);
    detail::require_above_zero("progress_ratio", "share", ratio);
    return basic_learning<detail::number_of<Share>>::from_exponent(-log(ratio) / detail::ln2);
}
/// The learning of this exponent w. \throws std::domain_error unless it is finite.
template <number_like Exponent>
[[nodiscard]] constexpr auto learning_exponent(const Exponent& w) {
    detail::require_finite("learning_exponent", "exponent", to_number(w));
    return basic_learning<as_number_t<Exponent>>::from_exponent(to_number(w));
}

/// Whether the cumulative output that a unit cost belongs to counts what is made in the current period. Published
/// experience curves differ in this, so it is always said.
enum class current_period { included, excluded };

/// Wright's law, c(Q) = c1 (Q / Q1)^(-w): the unit cost after a cumulative output Q. Made by `experience_curve`.
template <class CostDimension, class OutputDimension, class Number>
class experience_curve_model;

/// The unit cost that an experience curve gives along a trend of cumulative output; made by `along`.
template <class Curve, class Output, class Number>
class experience_trend : public trend_base {
  public:
    constexpr experience_trend(const Curve& curve, const Output& output, const quantity<dim::time, Number>& ahead)
        : curve_(curve), output_(output), ahead_(ahead) {}

    /// \throws std::domain_error at a date at which cumulative output is not above zero.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return curve_(output_(detail::to_date(when) + ahead_));
    }
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        detail::visit_breakpoints(output_, [&](const auto& at) { visitor(at - ahead_); });
    }

  private:
    Curve curve_;
    Output output_;
    quantity<dim::time, Number> ahead_;
};

template <class CostDimension, class OutputDimension, class Number>
class experience_curve_model {
  public:
    using number_type = Number;

    /// \throws std::domain_error unless cost and output are above zero and finite.
    constexpr experience_curve_model(const Number& cost, const Number& output, const Number& exponent,
                                     current_period counted)
        : cost_(cost), output_(output), exponent_(exponent), counted_(counted) {
        detail::require_above_zero("experience_curve", "unit cost", cost_);
        detail::require_above_zero("experience_curve", "cumulative output", output_);
        detail::require_finite("experience_curve", "learning exponent", exponent_);
    }

    /// c1 (Q / Q1)^(-w). \throws std::domain_error unless the cumulative output is above zero.
    template <class Output>
    [[nodiscard]] constexpr auto operator()(const Output& cumulative_output) const {
        const auto q = detail::base_of_dimension<OutputDimension>(cumulative_output);
        detail::require_above_zero("experience_curve", "cumulative output", q);
        return quantity_or_number<CostDimension>(cost_ * exp(-exponent_ * log(q / output_)));
    }
    /// The unit cost in a period, from what was made before it and what is made in it: Q is their sum or the first alone,
    /// as the curve counts. \throws std::domain_error unless that is above zero.
    template <class Before, class Current>
    [[nodiscard]] constexpr auto in_period(const Before& made_before, const Current& made_in_it) const {
        const auto before = detail::base_of_dimension<OutputDimension>(made_before);
        const auto current = detail::base_of_dimension<OutputDimension>(made_in_it);
        const double counts = counted_ == current_period::included ? 1.0 : 0.0;
        return (*this)(quantity_or_number<OutputDimension>(before + counts * current));
    }
    /// The cumulative output at which the unit cost is `cost`: Q1 (cost / c1)^(-1/w).
    /// \throws std::domain_error unless the cost is above zero and the exponent not zero.
    template <class Cost>
    [[nodiscard]] constexpr auto output_for(const Cost& cost) const {
        const auto c = detail::base_of_dimension<CostDimension>(cost);
        detail::require_above_zero("experience_curve", "unit cost", c);
        detail::require_not_zero("experience_curve", "learning exponent", exponent_);
        return quantity_or_number<OutputDimension>(output_ * exp(-log(c / cost_) / exponent_));
    }

    /// The trend of unit cost along a trend of cumulative output up to each date, for output counted continuously. Along
    /// an exponential of rate g it is the exponential of rate -w g: Moore's law from Wright's (Sahal 1979).
    template <any_trend Output>
    [[nodiscard]] constexpr auto along(const Output& cumulative_output) const {
        return along(cumulative_output, quantity<dim::time>());
    }
    /// The same for output counted by periods: the curve sees what is cumulated up to the date, which starts a period, or
    /// up to that period's end if it counts the current one. \throws std::domain_error unless the period is finite.
    template <any_trend Output, time_like Period>
    [[nodiscard]] constexpr auto along(const Output& cumulative_output, const Period& period) const {
        detail::require_not_negative("along", "period in seconds", as_time(period).base_value());
        const auto ahead = as_time(period) * (counted_ == current_period::included ? 1.0 : 0.0);
        if constexpr (is_exponential<Output>) {
            const auto start = cumulative_output.start();
            return exponential(start, (*this)(cumulative_output(start + ahead)),
                               pow(cumulative_output.growth(), -exponent_));
        } else {
            return experience_trend<experience_curve_model, Output, time_number_t<Period>>(*this, cumulative_output, ahead);
        }
    }

    [[nodiscard]] constexpr auto learning() const noexcept { return basic_learning<Number>::from_exponent(exponent_); }
    [[nodiscard]] constexpr current_period counted() const noexcept { return counted_; }

  private:
    Number cost_;
    Number output_;
    Number exponent_;
    current_period counted_;
};

/// Wright's law through a known point: `unit_cost` after `cumulative_output`, which counts the current period or not.
/// \throws std::domain_error unless both are above zero and finite.
template <detail::amount Cost, detail::amount Output, class Learning>
[[nodiscard]] constexpr auto experience_curve(const Cost& unit_cost, const Output& cumulative_output,
                                              const basic_learning<Learning>& learning, current_period counted) {
    using number_type = common_number_t<detail::number_of<Cost>, detail::number_of<Output>, Learning>;
    return experience_curve_model<detail::dimension_of<Cost>, detail::dimension_of<Output>, number_type>(
        detail::base_of(unit_cost), detail::base_of(cumulative_output), learning.exponent(), counted);
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Cost, class Output, class Learning>
constexpr auto experience_curve(const Cost&, const Output&, const Learning&, current_period) {
    static_assert(detail::amount<Cost>, "experience_curve: the first argument, the unit cost, must be a quantity or a plain number");
    static_assert(detail::amount<Output>, "experience_curve: the second argument, the cumulative output, must be a "
                                          "quantity or a plain number");
    static_assert(is_learning<Learning>,
                  "experience_curve: the third argument must be a learning_rate, a progress_ratio or a learning_exponent");
    return detail::wrong_arguments{};
}

template <class Cost, class Output, class Learning>
constexpr auto experience_curve(const Cost&, const Output&, const Learning&) {
    static_assert(sizeof(Cost) == 0, "experience_curve: say as the fourth argument whether the cumulative output counts the "
                                     "current period: current_period::included or current_period::excluded");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
