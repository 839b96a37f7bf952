// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <headway/economics/cash_flow.hpp>
#include <headway/economics/detail/flow_roots.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

[[noreturn, gnu::cold]] inline void flows_lie_on_one_side(double total) {
    throw std::domain_error(
        std::string("internal_rate_of_return: there must be flows that come in and flows that go out, got ") +
        (total > 0.0   ? "only flows that come in, " + number_text(total) + " in base units"
         : total < 0.0 ? "only flows that go out, " + number_text(total) + " in base units"
                       : "only flows of 0"));
}
[[noreturn, gnu::cold]] inline void flows_have_no_internal_rate() {
    throw std::domain_error(
        "internal_rate_of_return: there must be a rate at which these flows are worth nothing, got none "
        "above -100 %; ask count() first, or compare net present values");
}
[[noreturn, gnu::cold]] inline void flows_have_several_internal_rates(const std::string& rates) {
    throw std::domain_error(
        "internal_rate_of_return: there must be one rate at which these flows are worth nothing, got " + rates +
        "; choose by lowest() or highest(), or compare net present values");
}

}  // namespace detail

/// The internal rates of cash flows, as effective annual rates: none, one or several. Made by `internal_rate_of_return`.
/// Where the flows are a block of draws, each draw has its own number of rates.
template <class Number, std::size_t MostRates>
class internal_rates {
    using rate_list = detail::listed<Number, MostRates>;

  public:
    using number_type = Number;

    /// How many rates there are: 0, 1 or more; in a model as a number of the draws, `if (rates.count() == 1.0)`.
    [[nodiscard]] constexpr const Number& count() const noexcept { return count_; }

    /// The one rate there is, `0.28` for 28 % a year. \throws std::domain_error, saying why, where the flows do not change
    /// sign, where they do and yet no rate makes them worth nothing, and where several do; in a block of draws for any.
    [[nodiscard]] constexpr Number only() const {
        require_some();
        if (any_of(count_ > 1.0)) several();
        return rates_[0];
    }
    /// The one rate there is, and another number where there is none or more than one.
    template <number_like Other>
    [[nodiscard]] constexpr auto only_or(const Other& otherwise) const {
        using result = common_number_t<Number, as_number_t<Other>>;
        const result other = to_number(otherwise);
        if constexpr (MostRates == 0) {
            return other;
        } else {
            if (rates_.empty()) return other;
            return result(select(count_ == 1.0, result(rates_[0]), other));
        }
    }
    /// The lowest rate. \throws std::domain_error where there is none.
    [[nodiscard]] constexpr Number lowest() const {
        require_some();
        return rates_[0];
    }
    /// The highest rate. \throws std::domain_error where there is none.
    [[nodiscard]] constexpr Number highest() const {
        require_some();
        Number highest = rates_[0];
        for (std::size_t k = 1; k < rates_.size(); ++k) {
            highest = select(count_ > static_cast<double>(k), Number(rates_[k]), highest);
        }
        return highest;
    }
    /// Every rate in ascending order, none where the flows change sign and yet no rate makes them worth nothing. In a block
    /// of draws as many as the draw with the most has; those that a draw lacks are not a number.
    /// \throws std::domain_error where the flows do not change sign.
    [[nodiscard]] constexpr std::vector<Number> all() const {
        require_both_signs();
        std::vector<Number> rates;
        for (std::size_t k = 0; k < rates_.size() && any_of(count_ > static_cast<double>(k)); ++k)
            rates.push_back(rates_[k]);
        return rates;
    }

    /// From flows; call `internal_rate_of_return`.
    template <class Flows>
    constexpr explicit internal_rates(const Flows& flows) {
        if constexpr (MostRates != detail::counted_at_run_time) {
            for (Number& rate : rates_) rate = Number(__builtin_nan(""));
        }
        detail::flow_roots finder;
        std::vector<detail::dated_amount<double>> drawn;
        drawn.reserve(flows.size());
        for (int lane = 0; lane < lanes_of<Number>; ++lane) find(flows, lane, finder, drawn);
    }

  private:
    template <class Flows>
    constexpr void find(const Flows& flows, int lane, detail::flow_roots& finder,
                        std::vector<detail::dated_amount<double>>& drawn) {
        const double first = earliest(flows, lane);
        drawn.clear();
        double total = 0.0;
        for (const auto& flow : flows) {
            const double at = value_at(flow.date().seconds_since_1970(), lane);
            if (!(at < no_limit)) continue;
            drawn.push_back({(at - first) / detail::seconds_per_year, value_at(flow.base_amount(), lane)});
            total += drawn.back().amount;
        }
        finder.set(drawn);
        const bool both_signs = finder.sign_changes() > 0;
        detail::set_lane(one_sided_, lane, both_signs ? 0.0 : 1.0);
        detail::set_lane(total_, lane, total);
        const std::vector<double>& roots = finder.find();
        detail::set_lane(count_, lane, static_cast<double>(roots.size()));
        for (std::size_t k = 0; k < roots.size(); ++k) {
            if constexpr (MostRates == detail::counted_at_run_time) {
                if (k == rates_.size()) rates_.push_back(Number(__builtin_nan("")));
            }
            // Where two rates are told as one there is room for both.
            detail::set_lane(rates_[k], lane, rate_of(with_derivatives(flows, first, roots[k], finder)));
        }
    }
    /// The rate of a root, above -1 and finite.
    template <class Root>
    static constexpr Root rate_of(const Root& root) noexcept {
        return min(max(expm1(root), -1.0 + 0x1p-53), 0x1.fffffffffffffp1023);
    }
    template <class Flows>
    static constexpr double earliest(const Flows& flows, int lane) {
        double first = no_limit;
        for (const auto& flow : flows) first = min(first, value_at(flow.date().seconds_since_1970(), lane));
        return first;
    }
    /// A root with its derivatives by the implicit function theorem; of a plain number as it is.
    template <class Flows>
    static constexpr auto with_derivatives(const Flows& flows, double first, double root,
                                           const detail::flow_roots& finder) {
        if constexpr (requires(Number x) { x.gradient; }) {
            Number sum{};
            for (const auto& flow : flows) {
                const auto one = detail::years_after(Number(first), flow);
                sum = sum + one.amount * exp(-root * (one.when - finder.reference(root)));
            }
            return Number(root) - Number(0.0, sum.gradient) / finder.at(root).slope;
        } else {
            return root;
        }
    }
    constexpr void require_both_signs() const {
        if (any_of(one_sided_ == 1.0)) {
            for (int i = 0; i < lanes_of<Number>; ++i) {
                if (value_at(one_sided_, i) == 1.0) detail::flows_lie_on_one_side(value_at(total_, i));
            }
        }
    }
    constexpr void require_some() const {
        require_both_signs();
        if (any_of(count_ == 0.0)) detail::flows_have_no_internal_rate();
    }
    [[gnu::cold]] constexpr void several() const {
        int lane = 0;
        while (!(value_at(count_, lane) > 1.0)) ++lane;
        std::string rates;
        const double count = value_at(count_, lane);
        for (std::size_t k = 0; static_cast<double>(k) < count; ++k) {
            rates += (k == 0                                 ? ""
                      : static_cast<double>(k) + 1.0 < count ? ", "
                                                             : " and ") +
                     detail::number_text(value_at(rates_[k], lane), 6);
        }
        detail::flows_have_several_internal_rates(rates);
    }

    rate_list rates_{};
    Number count_{};
    Number one_sided_{};
    Number total_{};
};

/// The internal rates of return of cash flows: every effective annual rate above -100 % at which their net present value is
/// zero, dates counted in years of 365.2425 days. There may be none, one or several, so it is asked for its `count()`, for
/// the `only()` one, for `all()` of them. Flows of which there are as many changes of sign in order of their dates have at
/// most so many rates; with one change, as of an investment that then pays, there is exactly one.
/// Every rate is found (see the method in detail/flow_roots.hpp). Two that are closer than about 1e-7, or one at which the net
/// present value touches zero without a change of sign, are told as one. Accuracy: that of the rounded sum, a few 1e-16 of
/// 1 + rate for one change of sign; a rate that is nearly double is known to about 1e-8. What lies closer to -100 % than a
/// number can tell, or beyond the largest, is the last number before.
/// Works on any number type; each draw of a block has its own rates, and derivatives follow from the implicit function theorem.
template <any_cash_flows Flows>
[[nodiscard]] constexpr auto internal_rate_of_return(const Flows& flows) {
    constexpr std::size_t most =
        Flows::fixed_size == detail::counted_at_run_time ? Flows::fixed_size : Flows::fixed_size - 1;
    return internal_rates<typename Flows::number_type, most>(flows);
}

/// Chosen only for an argument of the wrong kind, to say so in words.
template <class Flows>
constexpr auto internal_rate_of_return(const Flows&) {
    static_assert(any_cash_flows<Flows>, "internal_rate_of_return: the argument must be cash_flows(...)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
