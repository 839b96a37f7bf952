// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/math/beta.hpp>
#include <headway/testing/check_report.hpp>
#include <headway/testing/detail/hold_run.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// In how many draws a predicate holds, and the worst draw in which it does not. True when it holds in all of them.
class holds_report : public check_report {
  public:
    /// For checks; draws and satisfied draws by independent scrambling (one unless the method is Sobol').
    holds_report(const std::vector<std::uint64_t>& satisfied, const std::vector<std::uint64_t>& draws,
                 std::optional<counterexample> worst, std::string misses_by)
        : worst_(std::move(worst)), misses_by_(std::move(misses_by)) {
        for (std::size_t r = 0; r < draws.size(); ++r) {
            satisfied_ += satisfied[r];
            draws_ += draws[r];
        }
        error_ = sqrt(share() * (1.0 - share()) / static_cast<double>(draws_));
        if (draws.size() > 1) error_ = spread(satisfied, draws);
    }

    [[nodiscard]] explicit operator bool() const noexcept { return satisfied_ == draws_; }

    [[nodiscard]] std::uint64_t draws() const noexcept { return draws_; }
    [[nodiscard]] std::uint64_t satisfied() const noexcept { return satisfied_; }
    /// The share of draws that satisfy the predicate.
    [[nodiscard]] double share() const noexcept {
        return static_cast<double>(satisfied_) / static_cast<double>(draws_);
    }
    /// Its standard error, sqrt(p (1 - p) / n); with Sobol' draws the spread over the independent scramblings. Zero when
    /// all draws agree, which does not make the probability 0 or 1: ask `probability_at_least`.
    [[nodiscard]] double standard_error() const noexcept { return error_; }

    /// The least probability with which the predicate may hold, given these draws: one-sided Clopper-Pearson bound, the
    /// (1 - confidence) quantile of beta(k, n - k + 1); exact for independent draws, cautious for the other methods.
    /// \throws std::domain_error unless 0 < confidence < 1.
    template <class = void>
    [[nodiscard, gnu::cold]] double probability_at_least(double confidence) const {
        require_confidence(confidence);
        if (satisfied_ == 0) return 0.0;
        const double k = static_cast<double>(satisfied_);
        return beta_i_inverse(k, static_cast<double>(draws_) - k + 1.0, 1.0 - confidence);
    }
    /// The greatest, likewise.
    template <class = void>
    [[nodiscard, gnu::cold]] double probability_at_most(double confidence) const {
        require_confidence(confidence);
        if (satisfied_ == draws_) return 1.0;
        const double k = static_cast<double>(satisfied_);
        return beta_i_complement_inverse(k + 1.0, static_cast<double>(draws_) - k, 1.0 - confidence);
    }

    /// The worst draw that does not satisfy the predicate; null when all do. Worst is, where the predicate returns a
    /// margin, the most negative margin; where it returns false, the draw nearest to the central case, that is whose least
    /// usual input is the most usual: the one that is hardest to explain away. Of equals the first.
    [[nodiscard]] const counterexample* worst() const noexcept { return worst_ ? &*worst_ : nullptr; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const {
        std::string text = "holds in " + std::to_string(satisfied_) + " of " + std::to_string(draws_) + " draws (" +
                           to_text(100.0 * share(), 4) + " %, ";
        if (satisfied_ == draws_) {
            text += "so with 95 % confidence in at least " + to_text(100.0 * probability_at_least(0.95), 6) + " %)";
        } else {
            text += "standard error " + to_text(100.0 * error_, 2) + " %)";
        }
        if (!worst_) return text;
        text += misses_by_.empty() ? "\n  the counterexample nearest to the central case: "
                                   : "\n  the worst counterexample, which misses by " + misses_by_ + ": ";
        return text + worst_->text();
    }

  private:
    [[gnu::cold]] static void require_confidence(double confidence) {
        if (!(confidence > 0.0 && confidence < 1.0)) {
            detail::value_breaks_a_rule("holds", "confidence", "must be between 0 and 1, such as 0.95", confidence);
        }
    }
    template <class = void>
    [[nodiscard, gnu::cold]] double spread(const std::vector<std::uint64_t>& satisfied, const std::vector<std::uint64_t>& draws) const {
        double squares = 0.0;
        for (std::size_t r = 0; r < draws.size(); ++r) {
            const double weight = static_cast<double>(draws[r]) / static_cast<double>(draws_);
            const double distance = static_cast<double>(satisfied[r]) / static_cast<double>(draws[r]) - share();
            squares += weight * distance * distance;
        }
        return sqrt(squares / (static_cast<double>(draws.size()) - 1.0));
    }

    std::uint64_t satisfied_ = 0;
    std::uint64_t draws_ = 0;
    double error_ = 0.0;
    std::optional<counterexample> worst_;
    std::string misses_by_;
};
HEADWAY_INSTANTIATE(double holds_report::probability_at_least<>(double confidence) const);
HEADWAY_INSTANTIATE(double holds_report::probability_at_most<>(double confidence) const);
HEADWAY_INSTANTIATE(std::string holds_report::text<>() const);
HEADWAY_INSTANTIATE(double holds_report::spread<>(const std::vector<std::uint64_t>& satisfied, const
                    std::vector<std::uint64_t>& draws) const);

/// What draws say about a probability.
enum class verdict { shown, refuted, undecided };

/// Whether a predicate holds with at least some probability. True only when the draws show it at the stated confidence.
class probability_report : public check_report {
  public:
    probability_report(holds_report held, double probability, double confidence)
        : held_(std::move(held)), probability_(probability), confidence_(confidence) {
        if (!(probability > 0.0 && probability < 1.0)) {
            detail::value_breaks_a_rule("holds_with_probability", "probability",
                                        "must be above 0 and below 1 (for every draw ask holds_always)", probability);
        }
        if (held_.probability_at_least(confidence) >= probability) {
            verdict_ = headway::verdict::shown;
        } else if (held_.probability_at_most(confidence) < probability) {
            verdict_ = headway::verdict::refuted;
        }
    }

    [[nodiscard]] explicit operator bool() const noexcept { return verdict_ == headway::verdict::shown; }
    /// Each of two one-sided tests is at the stated confidence; in between the case is undecided.
    [[nodiscard]] headway::verdict verdict() const noexcept { return verdict_; }
    [[nodiscard]] const holds_report& held() const noexcept { return held_; }
    [[nodiscard]] double probability() const noexcept { return probability_; }
    [[nodiscard]] double confidence() const noexcept { return confidence_; }

    template <class = void>
    [[nodiscard, gnu::cold]] std::string text() const {
        const std::string asked = to_text(100.0 * probability_, 6) + " %";
        const std::string sure = to_text(100.0 * confidence_, 6) + " % confidence";
        const std::string least = to_text(100.0 * held_.probability_at_least(confidence_), 4) + " %";
        const std::string most = to_text(100.0 * held_.probability_at_most(confidence_), 4) + " %";
        switch (verdict_) {
        case headway::verdict::shown:
            return "a probability of at least " + asked + " is shown: with " + sure + " at least " + least + "; " +
                   held_.text();
        case headway::verdict::refuted:
            return "a probability of at least " + asked + " is refuted: with " + sure + " at most " + most + "; " +
                   held_.text();
        case headway::verdict::undecided:
            break;
        }
        return "a probability of at least " + asked + " is borderline: with " + sure + " it lies between " + least +
               " and " + most + advice() + "; " + held_.text();
    }

  private:
    /// How many draws would decide it if the share stayed what it is, by the normal approximation.
    template <class = void>
    [[nodiscard, gnu::cold]] std::string advice() const {
        const double p = held_.share();
        const double distance = p - probability_;
        const double z = normal_quantile(confidence_);
        const double draws = z * z * (p * (1.0 - p) + probability_ * (1.0 - probability_)) / 2.0 / (distance * distance);
        if (!(draws < 1e9)) return ", too close to decide by draws: state another probability";
        return ", about " + to_text(1.2 * draws, 2) + " draws would decide it";
    }

    holds_report held_;
    double probability_;
    double confidence_;
    headway::verdict verdict_ = headway::verdict::undecided;
};
HEADWAY_INSTANTIATE(std::string probability_report::text<>() const);
HEADWAY_INSTANTIATE(std::string probability_report::advice<>() const);

namespace detail {

template <class Forecast, class Predicate>
[[nodiscard, gnu::cold]] std::optional<holds_report> run_predicate(const Forecast& forecast, const std::vector<date>& dates,
                                                        const Predicate& predicate, const simulation& options) {
    using run = hold_run<Forecast, Predicate>;
    constexpr bool predicate_is_callable = run::is_callable();
    if constexpr (!Forecast::over_time) {
        static_assert(predicate_is_callable, "holds: the predicate must be callable with what the model returns, or with "
                                             "that and the inputs: [](const auto& result, const auto& in) {...}");
    } else {
        static_assert(predicate_is_callable,
                      "holds: the predicate must be callable with what the model returns, with that and the date, or "
                      "with result, inputs and date: [](const auto& result, const auto& in, const auto& when) {...}");
    }
    if constexpr (predicate_is_callable) {
        using answer = decltype(run::answer_of(predicate, std::declval<const typename run::result_type&>(),
                                               std::declval<const typename run::draw_values&>(), date{}));
        constexpr bool predicate_answers = predicate_answer<answer>;
        static_assert(predicate_answers, "holds: the predicate must return a bool, or the margin by which it holds as a "
                                         "number or a quantity, negative where it does not");
        if constexpr (predicate_answers) {
            if (options.shard.count != 1) {
                throw std::domain_error("holds: takes no shards; run all draws, with .threads for more processors");
            }
            const run all(forecast, predicate, dates, options);
            const auto tally = all.run();
            if (!tally.worst.found) return holds_report(tally.satisfied, tally.draws, {}, {});
            auto [worst, misses_by] = all.describe(tally.worst);
            return holds_report(tally.satisfied, tally.draws, std::move(worst), std::move(misses_by));
        }
    }
    return {};
}

/// The one date that a model which is not over time is asked for.
template <class = void>
[[nodiscard, gnu::cold]] const std::vector<date>& no_date() {
    static const std::vector<date> one{date::never()};
    return one;
}
HEADWAY_INSTANTIATE(const std::vector<date>& no_date<>());

}  // namespace detail

/// Tests a predicate on the draws of a forecast: `holds(affordable, [](date d) { return d < deadline; })`. It is called
/// with what the model returns, or with that and the inputs, `[](const auto& cost, const auto& in) {...}`, on plain numbers;
/// from several threads at once if `options.threads` says so. It returns a bool, or the margin by which it holds, negative
/// where it does not: `[](auto cost) { return 10.0 * million_usd - cost; }`; then the worst counterexample is the one that
/// misses by most. \param options as for `simulate`, but shards are refused, and `keep` has nothing to keep.
/// \throws model_error, predicate_error for a model or a predicate that throws or returns what is not a number, naming the
/// draw and its inputs; std::domain_error for options that cannot be. *Not for* the edges of the beliefs, where hardly a
/// draw falls: see `bounded` and `monotone_in`.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] holds_report holds(const basic_forecast<Model, Assumptions...>& forecast, const Predicate& predicate,
                                 const simulation& options = {}) {
    return *detail::run_predicate(forecast, detail::no_date(), predicate, options);
}
/// Over time: a draw satisfies a predicate when it does so on every one of the dates. It is called with the result, with
/// result and date, or with result, inputs and date.
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] holds_report holds(const basic_forecast<Model, Assumptions...>& forecast, const std::vector<date>& dates,
                                 const Predicate& predicate, const simulation& options = {}) {
    detail::require_dates("holds", dates);
    return *detail::run_predicate(forecast, dates, predicate, options);
}

/// Tests that a predicate holds in every draw: `holds`, by the name that says what is asked.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] holds_report holds_always(const basic_forecast<Model, Assumptions...>& forecast,
                                        const Predicate& predicate, const simulation& options = {}) {
    return holds(forecast, predicate, options);
}
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] holds_report holds_always(const basic_forecast<Model, Assumptions...>& forecast,
                                        const std::vector<date>& dates, const Predicate& predicate,
                                        const simulation& options = {}) {
    return holds(forecast, dates, predicate, options);
}

/// Tests that a predicate holds with at least this probability. With the default confidence of 99 %, a predicate whose
/// probability is below it passes in at most one seed of a hundred; one too close to tell does not pass and says so.
/// \throws std::domain_error unless 0 < probability < 1 and 0 < confidence < 1.
template <class Model, class... Assumptions, class Predicate>
    requires(!basic_forecast<Model, Assumptions...>::over_time)
[[nodiscard, gnu::cold]] probability_report holds_with_probability(const basic_forecast<Model, Assumptions...>& forecast,
                                                        double probability, const Predicate& predicate,
                                                        const simulation& options = {}, double confidence = 0.99) {
    return {holds(forecast, predicate, options), probability, confidence};
}
template <class Model, class... Assumptions, class Predicate>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard, gnu::cold]] probability_report holds_with_probability(const basic_forecast<Model, Assumptions...>& forecast,
                                                        const std::vector<date>& dates, double probability,
                                                        const Predicate& predicate, const simulation& options = {},
                                                        double confidence = 0.99) {
    return {holds(forecast, dates, predicate, options), probability, confidence};
}

/// The inputs of one draw of a run with these options, to be replayed: `f.with(inputs_of_draw(f, 812, options)).baseline()`.
/// \throws std::domain_error for a draw that the run does not have.
template <class Model, class... Assumptions>
[[nodiscard, gnu::cold]] override_list inputs_of_draw(const basic_forecast<Model, Assumptions...>& forecast, std::uint64_t draw,
                                           const simulation& options = {}) {
    const auto nothing = [](const auto&) { return true; };
    using run = detail::hold_run<basic_forecast<Model, Assumptions...>, decltype(nothing)>;
    return detail::inputs_as_overrides(forecast, run(forecast, nothing, detail::no_date(), options).values_of(draw));
}

}  // namespace headway

#include <headway/header_end.hpp>
