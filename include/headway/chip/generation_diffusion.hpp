// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <headway/trend/bass.hpp>
#include <headway/trend/point.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// One generation in a market of successive ones: a name, and Bass adoption of the market that it adds. Made by
/// `adoption_of`.
template <class Dimension, class Number>
class market_generation {
  public:
    using dimension = Dimension;
    using number_type = Number;

    /// \throws std::domain_error as `bass`.
    constexpr market_generation(std::string_view name, const basic_date<Number>& launch, const Number& market_added,
                                const Number& innovation, const Number& imitation)
        : name_(name), adoption_(launch, market_added, innovation, imitation), p_(innovation), q_(imitation) {}
    template <class Other>
        requires(!std::same_as<Other, Number> && std::convertible_to<Other, Number>)
    constexpr market_generation(const market_generation<Dimension, Other>& other)  // NOLINT: implicit, as for numbers
        : market_generation(other.name(), other.launch(), other.market_added(), other.innovation(), other.imitation()) {
    }

    [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }
    [[nodiscard]] constexpr auto launch() const noexcept { return adoption_.launch(); }
    /// m in base units.
    [[nodiscard]] constexpr Number market_added() const noexcept { return detail::base_of(adoption_.market_size()); }
    /// p and q per second.
    [[nodiscard]] constexpr const Number& innovation() const noexcept { return p_; }
    [[nodiscard]] constexpr const Number& imitation() const noexcept { return q_; }

    /// F at a date: the share of its potential that has adopted it, zero before the launch.
    template <date_like Date>
    [[nodiscard]] constexpr auto adopted_share(const Date& when) const {
        return detail::base_of(adoption_(when)) / market_added();
    }

  private:
    std::string_view name_;
    bass_trend<Dimension, Number> adoption_;
    Number p_;
    Number q_;
};

/// A generation by name, launch, the market that it adds to those of its predecessors, and its rates of innovation p
/// and imitation q: `adoption_of("H100", 2022y / 9 / 20, 3.0 * million_chips, 0.03 / year, 0.4 / year)`. The name must
/// live as long as it. \throws std::domain_error as `bass`.
template <date_like Launch, detail::amount Market, class P, class Q>
[[nodiscard]] constexpr auto adoption_of(std::string_view name, const Launch& launch, const Market& market_added,
                                         const quantity<dim::frequency, P>& innovation,
                                         const quantity<dim::frequency, Q>& imitation) {
    using number_type =
        typename detail::common_number_of<detail::date_number_t<Launch>, detail::number_of<Market>, P, Q>::type;
    return market_generation<detail::dimension_of<Market>, number_type>(
        name, detail::to_date(launch), detail::base_of(market_added), innovation.base_value(), imitation.base_value());
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Launch, class Market, class P, class Q>
constexpr auto adoption_of(std::string_view, const Launch&, const Market&, const P&, const Q&) {
    static_assert(date_like<Launch>, "adoption_of: the second argument, the launch, must be a date");
    static_assert(detail::amount<Market>,
                  "adoption_of: the third argument, the market added, must be a quantity or a number");
    static_assert(!date_like<Launch> || !detail::amount<Market>,
                  "adoption_of: innovation and imitation must be rates per time, such as 0.03 / year");
    return detail::wrong_arguments{};
}

namespace detail {

template <class T>
inline constexpr bool is_market_generation = false;
template <class Dimension, class Number>
inline constexpr bool is_market_generation<market_generation<Dimension, Number>> = true;

/// A container of market generations that can be indexed.
template <class T>
concept market_generation_list = requires(const T& list) {
    list.size();
    requires is_market_generation<std::remove_cvref_t<decltype(list[0])>>;
};

[[noreturn]] inline void market_without_generations() {
    throw std::domain_error("successive_generations: no generations given; give at least one");
}
[[noreturn]] inline void market_generation_is_out_of_order(std::string_view name, double launch,
                                                           std::string_view before, double launch_before) {
    throw std::domain_error("successive_generations: launch dates must ascend, got " + std::string(name) + " (" +
                            iso_text(launch) + ") after " + std::string(before) + " (" + iso_text(launch_before) + ")");
}
[[noreturn]] inline void market_generation_is_unknown(std::string_view name) {
    throw std::domain_error("successive_generations: there is no generation " + std::string(name) +
                            "; ask for one by the name it was given");
}

}  // namespace detail

/// Successive generations in one market (Norton and Bass 1987): each newer one takes buyers from the one before. In use
/// of generation i: S_i = F_i M_i (1 - F_{i+1}) with M_i = m_i + F_{i-1} M_{i-1}, F_i the Bass share adopted since its
/// own launch, F = 0 for a generation that is not there. Over all generations they add up to the sum of F_i m_i. Made
/// by `successive_generations`; as a trend it is that sum.
template <detail::market_generation_list Generations>
class generation_diffusion : public trend_base {
    using generation_type = std::remove_cvref_t<decltype(std::declval<const Generations&>()[0])>;

  public:
    using dimension = typename generation_type::dimension;
    using number_type = typename generation_type::number_type;

    /// \throws std::domain_error, naming the generation, for launches that do not ascend, and for no generations.
    constexpr explicit generation_diffusion(const Generations& generations) : generations_(generations) {
        if (generations_.size() == 0) detail::market_without_generations();
        for (std::size_t i = 1; i < size(); ++i) {
            for (int draw = 0; draw < lanes_of<number_type>; ++draw) {
                const double before = value_at(generations_[i - 1].launch().seconds_since_1970(), draw);
                const double launch = value_at(generations_[i].launch().seconds_since_1970(), draw);
                if (!(before < launch)) {
                    detail::market_generation_is_out_of_order(generations_[i].name(), launch,
                                                              generations_[i - 1].name(), before);
                }
            }
        }
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return generations_.size(); }
    [[nodiscard]] constexpr const generation_type& operator[](std::size_t place) const { return generations_[place]; }

    /// In use of one generation, S_i, the first being 0. \throws std::domain_error for a place beyond the last.
    template <date_like Date>
    [[nodiscard]] constexpr auto in_use(std::size_t place, const Date& when) const {
        if (place >= size()) {
            detail::value_breaks_a_rule("in_use", "place of the generation", "must be below their number",
                                        static_cast<double>(place));
        }
        using result = common_number_t<number_type, detail::date_number_t<Date>>;
        result adopters{};  // F_i M_i
        for (std::size_t i = 0; i <= place; ++i) {
            const result share = generations_[i].adopted_share(when);
            adopters = share * (generations_[i].market_added() + adopters);
        }
        if (place + 1 < size()) adopters = adopters * (1.0 - generations_[place + 1].adopted_share(when));
        return quantity_or_number<dimension>(adopters);
    }
    /// \throws std::domain_error for a name that is not there.
    template <date_like Date>
    [[nodiscard]] constexpr auto in_use(std::string_view name, const Date& when) const {
        for (std::size_t i = 0; i < size(); ++i) {
            if (generations_[i].name() == name) return in_use(i, when);
        }
        detail::market_generation_is_unknown(name);
    }
    /// In use of all generations together: the sum of F_i m_i.
    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        common_number_t<number_type, detail::date_number_t<Date>> sum{};
        for (std::size_t i = 0; i < size(); ++i) {
            sum = sum + generations_[i].adopted_share(when) * generations_[i].market_added();
        }
        return quantity_or_number<dimension>(sum);
    }
    /// The part of what is in use that one generation makes up. \throws std::domain_error before the first launch.
    template <date_like Date>
    [[nodiscard]] constexpr auto share(std::string_view name, const Date& when) const {
        const auto all = (*this)(when);
        detail::require_above_zero("share", "amount in use of all generations", detail::base_of(all));
        return in_use(name, when) / all;
    }

    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        for (std::size_t i = 0; i < size(); ++i) visitor(generations_[i].launch());
    }

  private:
    Generations generations_;
};

/// A market of generations in the order of their launches, each made by `adoption_of`.
/// \throws std::domain_error, naming the generation, for launches that do not ascend.
template <class Dimension, class... Numbers>
[[nodiscard]] constexpr auto successive_generations(const market_generation<Dimension, Numbers>&... generations) {
    using number_type = typename detail::common_number_of<Numbers...>::type;
    using list = std::array<market_generation<Dimension, number_type>, sizeof...(Numbers)>;
    return generation_diffusion<list>(list{market_generation<Dimension, number_type>(generations)...});
}
/// From a container of them, such as a `std::vector` filled at run time; a copy is kept.
template <detail::market_generation_list Generations>
[[nodiscard]] constexpr auto successive_generations(const Generations& generations) {
    return generation_diffusion<Generations>(generations);
}

}  // namespace headway

#include <headway/header_end.hpp>
