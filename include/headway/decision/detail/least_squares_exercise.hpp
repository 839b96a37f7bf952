// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include <headway/math/elementary.hpp>
#include <headway/outcome/draw_column.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// What is to be decided on each date, in columns of draws: those of date k are `columns[k * outputs + output]`.
struct exercise_problem {
    std::size_t dates;
    std::size_t outputs;
    /// The output that acting gives, and those that are seen when it is decided.
    std::size_t acting;
    std::vector<std::size_t> seen;
    /// 1 where higher is better, else -1.
    double sign;
    bool must_act;
    /// What one unit on each date is worth on the first.
    std::vector<double> discount;

    /// What acting gives is seen itself, and nothing else.
    [[nodiscard]] bool sees_acting() const noexcept { return seen.size() == 1 && seen.front() == acting; }
};

using exercise_columns = std::vector<std::span<const double>>;

/// So many things may be seen at once, that a function of them can be fitted.
inline constexpr std::size_t most_seen = 8;

/// By how much acting is better than waiting, on one date: a parabola and a broken line in each thing that is seen, with breaks
/// at equal shares of the draws, and products of two. Broken lines follow a kink. Of a put and of a capped cost on ten dates the
/// rule loses 0.0005 of 4.44 and 0.0001 of 95.6 with 65 536 draws; a polynomial of degree three 0.0006 and 0.31.
template <class = void>
class basic_exercise_rule {
  public:
    enum class kind { wait, act, compare };

    basic_exercise_rule() = default;
    explicit basic_exercise_rule(kind always) : kind_(always) {}

    /// Least squares of `gain` over those draws, with modified Gram-Schmidt.
    basic_exercise_rule(const exercise_columns& seen, const std::vector<std::size_t>& draws,
                        const std::vector<double>& gain);

    [[nodiscard]] kind is() const noexcept { return kind_; }
    [[nodiscard]] std::size_t variables() const noexcept { return mean_.size(); }
    /// Between these most of the draws were seen that it rests on.
    [[nodiscard]] double least(std::size_t v) const noexcept { return least_[v]; }
    [[nodiscard]] double greatest(std::size_t v) const noexcept { return greatest_[v]; }

    /// By how much acting is better, on average, where this is seen.
    [[nodiscard]] double gain(const double* seen) const;

  private:
    [[nodiscard]] static double product(const std::vector<double>& a, const std::vector<double>& b) noexcept;
    static void subtract(std::vector<double>& from, const std::vector<double>& what, double times) noexcept {
        for (std::size_t i = 0; i < from.size(); ++i) from[i] -= times * what[i];
    }

    void standardise(std::size_t v, std::span<const double> seen, const std::vector<std::size_t>& draws,
                     std::size_t breaks);
    [[nodiscard]] double standardised(std::size_t v, double x) const noexcept {
        return scale_[v] > 0.0 ? (x - mean_[v]) / scale_[v] : 0.0;
    }
    [[nodiscard]] std::size_t terms() const noexcept;
    template <class Sink>
    void each_term(const double* seen, Sink sink) const {
        double z[most_seen];
        std::size_t t = 0;
        sink(t++, 1.0);
        if (!linear_) return;
        for (std::size_t v = 0; v < variables(); ++v) {
            z[v] = standardised(v, seen[v]);
            sink(t++, z[v]);
            if (curved_) sink(t++, z[v] * z[v]);
            for (const double at : breaks_[v]) sink(t++, z[v] > at ? z[v] - at : 0.0);
        }
        for (std::size_t v = 1; v < variables() && curved_; ++v) {
            for (std::size_t w = 0; w < v; ++w) sink(t++, z[v] * z[w]);
        }
    }

    kind kind_ = kind::wait;
    bool linear_ = false;
    bool curved_ = false;
    std::vector<double> mean_;
    std::vector<double> scale_;
    std::vector<double> least_;
    std::vector<double> greatest_;
    std::vector<std::vector<double>> breaks_;
    std::vector<double> coefficients_;
};
HEADWAY_ELSEWHERE(class basic_exercise_rule<>);
using exercise_rule = basic_exercise_rule<>;

/// The rule for each date, from draws; backwards from the last date, on which what is not taken is lost.
/// Source: Longstaff and Schwartz, Review of Financial Studies 14 (2001) 113-147.
template <class = void>
[[nodiscard]] std::vector<exercise_rule> fit_exercise_rules(const exercise_problem& problem,
                                                            const exercise_columns& columns);

/// What each draw gives that follows the rules, on the first date, and on which date it acts; their number where on none.
struct exercised {
    std::vector<double> value;
    std::vector<std::size_t> date;
};
template <class = void>
[[nodiscard]] exercised follow_exercise_rules(const exercise_problem& problem, const exercise_columns& columns,
                                              const std::vector<exercise_rule>& rules);

/// What a rule says of the one thing that is seen: to act above a value or below it, always, never, or nothing so simple.
struct exercise_threshold {
    enum class kind { wait, act, above, below, none };
    kind is = kind::none;
    double value = 0.0;
};
template <class = void>
[[nodiscard]] exercise_threshold threshold_of(const exercise_rule& rule);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/detail/least_squares_exercise.hpp>
#endif
