// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <headway/assumption/override_reason.hpp>
#include <headway/belief/belief_notation.hpp>
#include <headway/process/process_record.hpp>
#include <headway/sampling/name_hash.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// Whether a belief is a chance, `bernoulli(p)`: yes or no, 1 or 0.
[[nodiscard]] constexpr bool is_yes_or_no(const component_list& belief) noexcept {
    return belief.size() == 1 && belief.shape() == belief_shape::bernoulli;
}
/// Whether it is sure of a value that is neither 0 nor 1.
[[nodiscard]] constexpr bool is_sure_of_neither(const component_list& belief) {
    if (belief.size() != 1 || belief.shape() != belief_shape::exactly) return false;
    const double value = quantile_of(belief, from_lower(0.5));
    return value != 0.0 && value != 1.0;
}
/// What to give for a chance in place of a value.
[[nodiscard, gnu::cold]] inline std::string instead_of_a_chance(double value) {
    const bool is_a_share = value > 0.0 && value < 1.0;
    return "bernoulli(" + number_text(is_a_share ? 100.0 * value : 80.0, 6) + " %) for a chance, 0 or 1 for a sure value";
}
[[noreturn, gnu::cold]] inline void refuse_value_of_a_chance(std::string_view name, double value) {
    throw std::domain_error("override: \"" + std::string(name) + "\" is yes or no, a bernoulli(...), and cannot be " +
                            number_text(value) + "; give " + instead_of_a_chance(value));
}
/// A model compares a yes or no with a half, and so takes each value above it for sure. \throws std::domain_error where a
/// belief that takes the place of a chance is such a value.
constexpr void require_to_fit_a_chance(std::string_view name, const component_list& believed, const component_list& other) {
    if (!is_yes_or_no(believed) || !is_sure_of_neither(other)) return;
    refuse_value_of_a_chance(name, quantile_of(other, from_lower(0.5)));
}

}  // namespace detail

/// How people are shown a plain number: as its belief suggests, see `as_share`, in per cent, or as it is.
enum class number_style { by_belief, share, number };

/// An assumption whatever its name and kind: what all code reads but the model. One type for all of them, so that a further
/// assumption costs a program next to nothing to compile; `named_assumption` is this with a name and a kind in its type.
class assumption_record {
  public:
    constexpr assumption_record(std::string_view input, const detail::belief_notation& notation,
                                const detail::component_list& parts, const figures::figure_info* figure,
                                std::string_view note)
        : name(input), notation_(&notation), parts_(parts), figure_(figure), note_(note) {}

    std::string_view name;
    /// Of a path, its process; of what does not move, of the kind none.
    detail::process_record motion = {};

    [[nodiscard]] constexpr const value_kind& kind() const noexcept { return notation_->values->kind; }
    /// How beliefs about values of this kind are read and written.
    [[nodiscard]] constexpr const detail::belief_notation& notation() const noexcept { return *notation_; }
    /// The belief, in base units.
    [[nodiscard]] constexpr const detail::component_list& parts() const noexcept { return parts_; }
    /// `quantile(p)` of the belief, in base units. \throws std::domain_error for p outside [0, 1].
    [[nodiscard]] constexpr double base_quantile(double p) const {
        if (!(p >= 0.0 && p <= 1.0)) detail::value_breaks_a_rule("quantile", "probability", "must be between 0 and 1", p);
        return detail::quantile_of(parts_, detail::from_lower(p));
    }
    /// A value of this kind, given in base units, in words.
    [[nodiscard]] std::string text(double base_value, int significant_digits) const;

    /// Whether it is a path, whose belief is about the key of its shocks, see `path`.
    [[nodiscard]] constexpr bool is_path() const noexcept { return motion.kind != detail::process_kind::none; }

    /// The figure that it rests on, or null; of one that is overridden, the figure that is the reason.
    [[nodiscard]] constexpr const figures::figure_info* figure() const noexcept {
        return overridden_ ? reason_.figure() : figure_;
    }
    /// The note it was made with; of one that is overridden, the reason, which may be empty.
    [[nodiscard]] constexpr std::string_view note() const noexcept { return note_.empty() ? reason_.note() : note_; }
    /// The date it was made on; never when not stated.
    [[nodiscard]] constexpr date as_of() const noexcept { return as_of_; }
    /// The date from which it counts as stale; never when not stated.
    [[nodiscard]] constexpr date review_by() const noexcept { return review_by_; }
    /// How it is shown, where it is a plain number.
    [[nodiscard]] constexpr number_style style() const noexcept { return style_; }
    /// Whether another belief has taken the place of the one it was made with.
    [[nodiscard]] constexpr bool is_overridden() const noexcept { return overridden_; }
    /// The figure that the belief rested on that was overridden, or null.
    [[nodiscard]] constexpr const figures::figure_info* overridden_figure() const noexcept {
        return overridden_ ? figure_ : nullptr;
    }

    /// From here on another belief of the same kind: it rests on the reason given, no longer on its own figure. With the very
    /// belief that it has already it stays what it is. \throws std::domain_error for a chance, `bernoulli(p)`, that is to be sure
    /// of a value which is neither 0 nor 1.
    constexpr void believe(const detail::component_list& other, const override_reason& reason) {
        if (other == parts_) return;
        detail::require_to_fit_a_chance(name, parts_, other);
        parts_ = other;
        note_ = {};
        as_of_ = reason.as_of();
        review_by_ = reason.review_by();
        reason_ = reason;
        overridden_ = true;
    }

    /// From here on another process, of a path; correlated as it was.
    constexpr void move_by(const detail::process_record& other, const override_reason& reason) {
        detail::process_record process = other;
        process.driver_hash = motion.driver_hash;
        process.driver_correlation = motion.driver_correlation;
        if (process == motion) return;
        motion = process;
        note_ = {};
        as_of_ = reason.as_of();
        review_by_ = reason.review_by();
        reason_ = reason;
        overridden_ = true;
    }
    /// Of a path: its shocks are correlated with those of another.
    constexpr void follow(std::uint64_t other_name_hash, double correlation) noexcept {
        motion.driver_hash = other_name_hash;
        motion.driver_correlation = correlation;
    }

  protected:
    const detail::belief_notation* notation_;
    detail::component_list parts_;
    const figures::figure_info* figure_;
    std::string_view note_;
    date as_of_ = date::never();
    date review_by_ = date::never();
    number_style style_ = number_style::by_belief;
    bool overridden_ = false;
    override_reason reason_;
};

namespace detail {

/// A path as an assumption file tells it, "path(a random walk ...; 1f0c...)": in words, which round, and by a hash of all that its
/// values follow from, which does not.
template <class = void>
[[nodiscard, gnu::cold]] std::string path_in_file(const process_record& motion);

/// For what asks how a result goes with one number per input and draw, which a path is not.
template <class = void>
[[gnu::cold]] void refuse_paths(const char* function, const assumption_record* inputs, std::size_t count, const char* instead);
/// For what draws correlated inputs one given the others.
template <class = void>
[[gnu::cold]] void refuse_correlated_paths(const char* function, const assumption_record* inputs, std::size_t count);

}  // namespace detail

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/assumption/bodies/assumption_record.hpp>
#endif
