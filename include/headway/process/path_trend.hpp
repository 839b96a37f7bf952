// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/process/detail/path_values.hpp>
#include <headway/process/detail/quantile_path.hpp>
#include <headway/process/process.hpp>
#include <headway/quantity/value_kind.hpp>
#include <headway/trend/trend.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace dim {
/// The number by which a path is drawn: no amount of anything, and so of a dimension of its own.
struct path {
    static constexpr std::string_view name = "path";
};
}  // namespace dim

namespace detail {

/// What the engine draws for a path: a number in (0, 1) that is the key of all its shocks. As the level of a quantile it
/// stands, where a model is run on plain numbers, for the path of that quantile.
template <class Dimension, class Number = double>
using path_key = quantity<multiplied<Dimension, dim::path>, Number>;

template <class T>
inline constexpr bool is_path_key = [] {
    for (const auto& factor : value_kind::of<T>()) {
        if (factor.name == dim::path::name) return true;
    }
    return false;
}();

/// A path whose shocks another shares.
template <class Number>
struct path_driver {
    std::uint64_t name_hash = 0;
    const Number* keys = nullptr;
    double correlation = 0.0;
};

template <class Number>
inline constexpr bool is_block = false;
template <class Tag>
inline constexpr bool is_block<basic_batch<Tag>> = true;

/// How a path is read: drawn, or the path of a quantile.
enum class path_reading { quantile, drawn };

}  // namespace detail

/// A path as a model reads it, `in[path]`: a trend that may be asked on any date from its start on, added, multiplied,
/// delayed. On blocks of draws it is drawn; on plain numbers it is the central path (all shocks zero) or that of a quantile;
/// on numbers with derivatives the central path times a factor. It points into the forecast and the inputs: use it within
/// the model. Asked on a date it is followed up to there once, whatever the number of dates.
/// \throws std::domain_error, on evaluation, for a date before its start and for one more than 100 000 steps after it.
template <class Dimension, class Number>
class path_trend : public trend_base {
  public:
    using dimension = Dimension;
    using number_type = Number;

    constexpr path_trend(const detail::process_record& process, std::uint64_t name_hash, const Number& key,
                         detail::path_reading reading, const detail::path_driver<Number>& driver = {}) noexcept
        : process_(&process), name_hash_(name_hash), key_(&key), reading_(reading), driver_(driver) {}

    template <date_like Date>
    [[nodiscard]] constexpr auto operator()(const Date& when) const {
        return quantity_or_number<Dimension>(value_at_seconds(detail::to_date(when).seconds_since_1970()));
    }
    /// A yearly path jumps where a year begins.
    template <class Visitor>
    constexpr void visit_breakpoints(const Visitor& visitor) const {
        if (process_->kind != detail::process_kind::yearly) return;
        for (int i = 0; i < process_->yearly.count; ++i) visitor(date::from_seconds_since_1970(process_->time_of(i)));
    }

    [[nodiscard]] constexpr const detail::process_record& process() const noexcept { return *process_; }
    /// Whether it is drawn; else it is the path of a quantile.
    [[nodiscard]] constexpr bool is_drawn() const noexcept { return reading_ == detail::path_reading::drawn; }
    /// The block of paths that this is of. Of a plain number the same path 64 times, whose bits are those of a block's.
    [[nodiscard]] detail::path_grid& grid() const {
        if constexpr (detail::is_block<Number>) {
            return detail::grid_of({process_, name_hash_, key_->lane, driver_.name_hash,
                                    driver_.keys != nullptr ? driver_.keys->lane : nullptr, driver_.correlation});
        } else {
            const batch keys = value_at(*key_);
            const batch driver_keys = driver_.keys != nullptr ? value_at(*driver_.keys) : 0.0;
            return detail::grid_of({process_, name_hash_, keys.lane, driver_.name_hash,
                                    driver_.keys != nullptr ? driver_keys.lane : nullptr, driver_.correlation});
        }
    }

  private:
    template <class Seconds>
    constexpr auto value_at_seconds(const Seconds& seconds) const {
        using result = common_number_t<Number, Seconds>;
        if constexpr (detail::is_block<Number>) {
            return drawn_block<result>(seconds);
        } else if constexpr (std::same_as<Number, double> && detail::is_block<Seconds>) {
            return result::generate([&](int i) { return value_at_seconds(value_at(seconds, i)); });
        } else if constexpr (std::same_as<Number, double> && std::same_as<Seconds, double>) {
            if (reading_ == detail::path_reading::drawn) return drawn_block<batch>(seconds).lane[0];
            return detail::quantile_path(*process_, *key_, seconds);
        } else {
            // A small change of the key stands for one of the whole path: the same share of it.
            const double level = value_at(*key_);
            return result(detail::quantile_path(*process_, level, result(seconds)) * (*key_ / level));
        }
    }
    template <class Block, class Seconds>
    Block drawn_block(const Seconds& seconds) const {
        Block out(typename Block::uninitialised{});
        constexpr bool on_one_date = std::same_as<Seconds, double>;
        const Block when = seconds;
        if (detail::knot_listener* const listener = detail::knot_listener::current()) {
            if (process_->kind != detail::process_kind::yearly) listener->hear(detail::knots_of(*process_), when.lane);
        }
        detail::path_values(grid(), when.lane, on_one_date, out.lane);
        return process_->in_logs && process_->kind != detail::process_kind::yearly ? exp(out) : out;
    }

    const detail::process_record* process_;
    std::uint64_t name_hash_;
    const Number* key_;
    detail::path_reading reading_;
    detail::path_driver<Number> driver_;
};

}  // namespace headway

#include <headway/header_end.hpp>
