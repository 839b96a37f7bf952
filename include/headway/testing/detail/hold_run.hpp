// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <mutex>
#include <thread>
#include <type_traits>

#include <headway/simulation/input_drawer.hpp>
#include <headway/simulation/run_on_threads.hpp>
#include <headway/simulation/simulation_options.hpp>
#include <headway/testing/counterexample.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Thrown when a predicate throws, or answers what is not a number: the message names the draw and its inputs; the
/// predicate's own exception is nested inside (std::rethrow_if_nested).
class predicate_error : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace headway

namespace headway::detail {

/// What a predicate may answer: yes or no, or the margin by which it holds, which is negative where it does not.
template <class T>
concept predicate_answer =
    std::same_as<std::remove_cvref_t<T>, bool> || number_like<T> || any_quantity<std::remove_cvref_t<T>>;

/// Calls a predicate with what it asks for: the result, then the inputs, then, over time, the date.
template <class Predicate, class Result, class Values>
constexpr decltype(auto) ask(const Predicate& predicate, const Result& result, const Values& in, const date& when) {
    if constexpr (std::is_invocable_v<const Predicate&, const Result&, const Values&, const date&>) {
        return predicate(result, in, when);
    } else if constexpr (std::is_invocable_v<const Predicate&, const Result&, const date&>) {
        return predicate(result, when);
    } else {
        return predicate(result);
    }
}
template <class Predicate, class Result, class Values>
constexpr decltype(auto) ask(const Predicate& predicate, const Result& result, const Values& in) {
    if constexpr (std::is_invocable_v<const Predicate&, const Result&, const Values&>) {
        return predicate(result, in);
    } else {
        return predicate(result);
    }
}

/// The share of the probability beyond a value, on the side where there is less: at most 1/2, small for unusual values.
template <class T>
[[nodiscard, gnu::cold]] double tail_at(const belief<T>& b, const T& x) {
    const double above = b.survival(x) + b.mass(x);
    const double below = b.cdf(x);
    return min(0.5, min(above, below));
}

/// Runs a predicate over the draws of a forecast.
template <class Forecast, class Predicate>
class hold_run {
  public:
    using draw_values = typename Forecast::template values<double>;
    using result_type = decltype(model_at(std::declval<const Forecast&>(), std::declval<const draw_values&>(), date{}));

    static consteval bool is_callable() {
        using result = const result_type&;
        using predicate = const Predicate&;
        if constexpr (Forecast::over_time) {
            return std::is_invocable_v<predicate, result> || std::is_invocable_v<predicate, result, const date&> ||
                   std::is_invocable_v<predicate, result, const draw_values&, const date&>;
        } else {
            return std::is_invocable_v<predicate, result> || std::is_invocable_v<predicate, result, const draw_values&>;
        }
    }
    [[gnu::cold]] static decltype(auto) answer_of(const Predicate& predicate, const result_type& result, const draw_values& in,
                                    [[maybe_unused]] const date& when) {
        if constexpr (Forecast::over_time) {
            return ask(predicate, result, in, when);
        } else {
            return ask(predicate, result, in);
        }
    }

    /// Of how bad a draw is, and where.
    struct candidate {
        bool found = false;
        double badness = 0.0;
        std::uint64_t draw = 0;
        std::size_t place = 0;  ///< in the dates

        void take(const candidate& other) {
            if (!other.found) return;
            const bool worse = other.badness > badness || (other.badness == badness && other.draw < draw);
            if (!found || worse) *this = other;
        }
    };
    struct tally {
        std::vector<std::uint64_t> satisfied;  ///< by replicate
        std::vector<std::uint64_t> draws;
        candidate worst;

        explicit tally(std::size_t replicates) : satisfied(replicates, 0), draws(replicates, 0) {}
        void add(const tally& other) {
            for (std::size_t r = 0; r < draws.size(); ++r) {
                satisfied[r] += other.satisfied[r];
                draws[r] += other.draws[r];
            }
            worst.take(other.worst);
        }
    };

    hold_run(const Forecast& forecast, const Predicate& predicate, const std::vector<date>& dates,
             const simulation& options)
        : forecast_(forecast), predicate_(predicate), dates_(dates), options_(options),
          draws_(options.method, options.seed, options.draws, options.replicates, Forecast::inputs_type::size),
          beliefs_(samplers_of(inputs_of(forecast))) {
        refuse_until(options);
    }

    [[nodiscard, gnu::cold]] tally run() const {
        unsigned threads = options_.threads != 0 ? options_.threads : max_threads();
        if (draws_.segments() < threads) threads = static_cast<unsigned>(draws_.segments());
        tally all(draws_.replicates());
        std::mutex mutex;
        run_on_threads(threads, 0, draws_.segments(), [&](unsigned, std::uint64_t first, std::uint64_t last) {
            tally part(draws_.replicates());
            drawn_inputs inputs(inputs_of(forecast_), beliefs_, draws_);
            const std::uint64_t end = min_of(last * sampling_plan::blocks_per_segment, draws_.blocks());
            for (std::uint64_t block = first * sampling_plan::blocks_per_segment; block < end; ++block) {
                const int valid = draws_.valid(block);
                const std::size_t replicate = draws_.replicate_of(block);
                inputs.draw(block, valid);
                for (int i = 0; i < valid; ++i) {
                    const std::uint64_t draw = draws_.first_draw(block) + static_cast<unsigned>(i);
                    const candidate bad = judge(taken(inputs, i), draw);
                    part.satisfied[replicate] += bad.found ? 0U : 1U;
                    ++part.draws[replicate];
                    part.worst.take(bad);
                }
            }
            const std::lock_guard lock(mutex);
            all.add(part);
        });
        return all;
    }

    /// The inputs of a draw, drawn again. \throws std::domain_error for a draw that is not one of the run's.
    [[nodiscard, gnu::cold]] draw_values values_of(std::uint64_t draw) const {
        if (draw >= draws_.draws()) {
            throw std::domain_error("inputs_of_draw: the run has " + std::to_string(draws_.draws()) +
                                    " draws, counted from 0; there is no draw " + std::to_string(draw));
        }
        drawn_inputs inputs(inputs_of(forecast_), beliefs_, draws_);
        const std::uint64_t block = draw / sampling_plan::block_size;
        inputs.draw(block, draws_.valid(block));
        return taken(inputs, static_cast<int>(draw % sampling_plan::block_size));
    }

    /// The worst draw in words and as inputs, and by how much it misses, where the predicate tells.
    [[nodiscard, gnu::cold]] std::pair<counterexample, std::string> describe(const candidate& worst) const {
        const draw_values values = values_of(worst.draw);
        const date& when = dates_[worst.place];
        const result_type result = model_at(forecast_, values, when);
        const auto found = counterexample_of(forecast_, values, result).of_draw(worst.draw);
        std::string margin;
        const auto answer = answer_of(predicate_, result, values, when);
        if constexpr (!std::same_as<decltype(answer), const bool>) margin = value_text(-answer);
        return {Forecast::over_time ? found.on(when) : found, margin};
    }

  private:
    [[nodiscard, gnu::cold]] static draw_values taken(const drawn_inputs& inputs, int draw) {
        double base_values[Forecast::inputs_type::size + 1];
        inputs.take(draw, base_values);
        return draw_values::from_base_values(base_values);
    }
    [[gnu::cold]] static unsigned max_threads() {
        const unsigned processors = std::thread::hardware_concurrency();
        return processors == 0 ? 1 : processors;
    }
    [[gnu::cold]] static std::uint64_t min_of(std::uint64_t a, std::uint64_t b) { return a < b ? a : b; }

    [[nodiscard, gnu::cold]] candidate judge(const draw_values& values, std::uint64_t draw) const {
        candidate worst;
        for (std::size_t place = 0; place < dates_.size(); ++place) {
            const date& when = dates_[place];
            const result_type result = model_checked_at("holds", &draw, forecast_, values, when);
            const auto say = [&](const std::string& what) {
                return "holds: at draw " + std::to_string(draw) + " the predicate " + what + " (inputs: " + inputs_text(forecast_, values) +
                       "; the model gave " + result_text(result) + ")";
            };
            const auto answer = [&] {
                try {
                    return answer_of(predicate_, result, values, when);
                } catch (const std::exception& e) {
                    std::throw_with_nested(predicate_error(say(std::string("threw: ") + e.what())));
                } catch (...) {
                    std::throw_with_nested(predicate_error(say("threw")));
                }
            }();
            if constexpr (std::same_as<decltype(answer), const bool>) {
                if (!answer) {
                    worst = {true, plausibility(values), draw, place};
                    break;  // the other dates have the same inputs, so they are no worse
                }
            } else {
                const double margin = margin_in(answer);
                if (margin != margin) {
                    throw predicate_error(say("returned nan; return true, false, or the margin by which it holds"));
                }
                if (margin < 0.0) worst.take({true, -margin, draw, place});
            }
        }
        return worst;
    }
    template <class Answer>
    [[gnu::cold]] static double margin_in(const Answer& answer) {
        if constexpr (any_quantity<Answer>) {
            return answer.base_value();
        } else {
            return to_number(answer);
        }
    }
    /// How usual the least usual input is.
    [[nodiscard, gnu::cold]] double plausibility(const draw_values& values) const {
        double least = 0.5;
        each_input_value(forecast_, values, [&](const auto& assumption, const auto& value) {
            least = min(least, tail_at(assumption.belief(), value));
        });
        return least;
    }

    const Forecast& forecast_;
    const Predicate& predicate_;
    const std::vector<date>& dates_;
    const simulation& options_;
    sampling_plan draws_;
    input_samplers beliefs_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
