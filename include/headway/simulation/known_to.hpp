// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

#include <headway/quantity/value.hpp>
#include <headway/quantity/value_kind.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A standard error that is good enough: a number, or a quantity of the output's own dimension (of dates a time, `1.0 *
/// day`), or `share_of_range(0.01)`. Whether it fits the output is known, and told, when the run is asked for.
class allowed_error {
  public:
    /// What a number of base units is of; nothing is asked where nothing is given.
    enum class measure : std::uint8_t { nothing, value, share_of_range };

    constexpr allowed_error() noexcept = default;
    constexpr allowed_error(double error) noexcept : size_(error), measure_(measure::value) {}  // NOLINT: implicit
    template <class Dimension>
    constexpr allowed_error(const quantity<Dimension, double>& error) noexcept  // NOLINT: implicit
        : size_(error.base_value()), kind_(value_kind::of<quantity<Dimension, double>>()), measure_(measure::value) {}

    /// As `headway::share_of_range`.
    [[nodiscard]] static constexpr allowed_error of_range(double share) noexcept {
        allowed_error error(share);
        error.measure_ = measure::share_of_range;
        return error;
    }

    [[nodiscard]] constexpr bool is_asked() const noexcept { return measure_ != measure::nothing; }
    [[nodiscard]] constexpr bool is_share_of_range() const noexcept { return measure_ == measure::share_of_range; }
    /// In base units, or the share.
    [[nodiscard]] constexpr double size() const noexcept { return size_; }
    [[nodiscard]] constexpr const value_kind& kind() const noexcept { return kind_; }

  private:
    double size_ = 0.0;
    value_kind kind_ = value_kind::of<double>();
    measure measure_ = measure::nothing;
};

/// A share of how far an output is spread: of the distance between the 5 % and the 95 % quantile of the draws in which it
/// happens. Fits an output of any dimension.
[[nodiscard]] constexpr allowed_error share_of_range(double share) noexcept { return allowed_error::of_range(share); }

/// A limit that outputs are compared with: a number, a quantity or a date.
class output_limit {
  public:
    template <any_value T>
        requires std::same_as<typename value_traits<T>::number_type, double>
    constexpr output_limit(const T& x) noexcept : at_(base_value_of(x)), kind_(value_kind::of<T>()) {}  // NOLINT: implicit
    constexpr output_limit(double x) noexcept : at_(x), kind_(value_kind::of<double>()) {}              // NOLINT: implicit

    [[nodiscard]] constexpr double base_value() const noexcept { return at_; }
    [[nodiscard]] constexpr const value_kind& kind() const noexcept { return kind_; }

  private:
    double at_;
    value_kind kind_;
};

namespace detail {

/// A few values, in place, so that options remain constants.
template <class T>
class short_list {
  public:
    static constexpr std::size_t capacity = 8;
    constexpr short_list() = default;
    constexpr short_list(std::initializer_list<T> all) {
        if (all.size() > capacity) {
            throw std::domain_error("known_to: at most " + std::to_string(capacity) +
                                    " quantiles, and so many limits of probabilities, can be asked at once, got " +
                                    std::to_string(all.size()) + "; ask the others in a second known_to{...}");
        }
        for (const T& each : all) all_[size_++] = each;
    }
    [[nodiscard]] constexpr const T* begin() const noexcept { return all_; }
    [[nodiscard]] constexpr const T* end() const noexcept { return all_ + size_; }

  private:
    T all_[capacity] = {};
    std::size_t size_ = 0;
};

}  // namespace detail

/// How well the p-quantile is to be known.
struct quantile_error {
    double p = 0.5;
    allowed_error error = {};
};
/// How well the probability below, or above, a limit is to be known: `{hw::date(2027y / 1 / 1), 0.005}`.
struct probability_error {
    output_limit limit = 0.0;
    allowed_error error = {};
};

/// The standard errors at which a run may end, `simulate(f, {.seed = 2025, .until = known_to{...}})`:
///
///     hw::known_to{.median = 1.0 * day, .quantiles = {{0.05, 2.0 * day}}, .probability_never = 0.001}
///
/// of one output, or, where `of` names none, of each; over time on each of the dates. All that are asked are to be met.
struct known_to {
    std::string_view of = {};
    allowed_error mean = {};
    allowed_error median = {};
    detail::short_list<quantile_error> quantiles = {};
    detail::short_list<probability_error> probability_below = {};
    detail::short_list<probability_error> probability_above = {};
    allowed_error probability_never = {};
};

namespace detail {

/// One statistic of one output, and how well it is to be known.
struct error_target {
    enum class statistic : std::uint8_t { mean, quantile, below, above, never };

    /// Empty for every output.
    std::string_view output = {};
    statistic of = statistic::mean;
    /// The probability of a quantile, or a limit.
    double at = 0.0;
    value_kind at_kind = value_kind::of<double>();
    allowed_error error = {};
};

}  // namespace detail

/// What `simulation::until` asks: one `known_to`, or a list of them for several outputs, 32 errors in all.
class error_targets {
  public:
    static constexpr std::size_t capacity = 32;

    /// Nothing is asked: the run ends after its draws.
    constexpr error_targets() = default;
    constexpr error_targets(const known_to& all) { add(all); }  // NOLINT: implicit
    constexpr error_targets(std::initializer_list<known_to> list) : given_(true) {
        for (const known_to& all : list) add(all);
    }

    [[nodiscard]] constexpr bool given() const noexcept { return given_; }
    [[nodiscard]] constexpr bool asks_for_nothing() const noexcept { return asks_for_nothing_ || size_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr const detail::error_target* begin() const noexcept { return all_; }
    [[nodiscard]] constexpr const detail::error_target* end() const noexcept { return all_ + size_; }

  private:
    using statistic = detail::error_target::statistic;

    constexpr void add(const known_to& all) {
        given_ = true;
        const std::size_t before = size_;
        if (all.mean.is_asked()) add({all.of, statistic::mean, 0.0, value_kind::of<double>(), all.mean});
        if (all.median.is_asked()) add({all.of, statistic::quantile, 0.5, value_kind::of<double>(), all.median});
        for (const quantile_error& q : all.quantiles) {
            add({all.of, statistic::quantile, q.p, value_kind::of<double>(), q.error});
        }
        for (const probability_error& p : all.probability_below) {
            add({all.of, statistic::below, p.limit.base_value(), p.limit.kind(), p.error});
        }
        for (const probability_error& p : all.probability_above) {
            add({all.of, statistic::above, p.limit.base_value(), p.limit.kind(), p.error});
        }
        if (all.probability_never.is_asked()) {
            add({all.of, statistic::never, 0.0, value_kind::of<double>(), all.probability_never});
        }
        if (size_ == before) asks_for_nothing_ = true;
    }
    constexpr void add(const detail::error_target& one) {
        if (size_ == capacity) {
            throw std::domain_error("simulate: until may ask for at most " + std::to_string(capacity) +
                                    " errors; ask for those that matter");
        }
        all_[size_++] = one;
    }

    detail::error_target all_[capacity] = {};
    std::size_t size_ = 0;
    bool given_ = false;
    bool asks_for_nothing_ = false;
};

/// How many draws: as many as are given; where none are, 10 000, or what a run that has something to wait for (`until`)
/// takes, at most `most_by_default`.
class draw_count {
  public:
    static constexpr std::uint64_t by_default = 10'000;
    static constexpr std::uint64_t most_by_default = std::uint64_t{1} << 24U;

    constexpr draw_count() noexcept = default;
    constexpr draw_count(std::uint64_t draws) noexcept : draws_(draws), given_(true) {}  // NOLINT: implicit
    [[nodiscard]] constexpr operator std::uint64_t() const noexcept { return draws_; }   // NOLINT: implicit
    [[nodiscard]] constexpr bool given() const noexcept { return given_; }
    /// What is given, else the most that is taken where the run waits for something.
    [[nodiscard]] constexpr std::uint64_t most() const noexcept { return given_ ? draws_ : most_by_default; }

  private:
    std::uint64_t draws_ = by_default;
    bool given_ = false;
};

}  // namespace headway

#include <headway/header_end.hpp>
