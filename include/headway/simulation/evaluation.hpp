// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/fingerprint_points.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_outcomes.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/sampling/sampling_plan.hpp>
#include <headway/simulation/input_drawer.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The type under which one result of a model is kept: `double` for built-in numbers.
template <class T>
struct kept_type {
    using type = T;
};
template <class T>
    requires std::is_arithmetic_v<T>
struct kept_type<T> {
    using type = double;
};

/// What a model's result, on plain numbers, is as columns of numbers and as outcomes.
template <class Result>
struct result_shape {
    using outcome_type = outcome<typename kept_type<Result>::type>;
    static constexpr std::size_t columns = 1;
    static constexpr std::uint64_t name_hash = 0;

    [[nodiscard]] static outcome_type outcomes(const std::shared_ptr<const run_identity>& identity, draw_column* first) {
        return outcome_type(identity, std::move(*first));
    }
};
template <class... Outputs>
struct result_shape<named_outputs<Outputs...>> {
    using outcome_type = named_outcomes<Outputs...>;
    static constexpr std::size_t columns = sizeof...(Outputs);
    static constexpr std::uint64_t name_hash = [] {
        std::uint64_t hash = 1;
        ((hash = hash_combine(hash, hash_of(Outputs::name))), ...);
        return hash;
    }();

    [[nodiscard]] static outcome_type outcomes(const std::shared_ptr<const run_identity>& identity, draw_column* first) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return outcome_type(outcome<typename Outputs::value_type>(identity, std::move(first[I]))...);
        }(std::index_sequence_for<Outputs...>{});
    }
};

/// The number in one result, in base units: a double or a batch.
template <model_result T>
[[nodiscard]] constexpr decltype(auto) number_in(const T& x) {
    if constexpr (std::is_arithmetic_v<T>) {
        return to_number(x);
    } else {
        return base_value_of(x);
    }
}

/// `sink(place, number)` for each result of a model.
template <class Result, class Sink>
constexpr void each_number(const Result& result, Sink sink) {
    if constexpr (is_named_outputs<Result>) {
        std::size_t place = 0;
        result.for_each([&](const auto& output) { sink(place++, number_in(output.value)); });
    } else {
        sink(std::size_t{0}, number_in(result));
    }
}

/// What the engine needs of a forecast at one point or at several dates. `Points` says with what the model is called.
template <class Forecast, class Points>
class evaluation {
  public:
    using draw_values = typename Forecast::template values<double>;
    using result_type = decltype(Points::first_call(std::declval<const Forecast&>(), std::declval<const draw_values&>()));
    using shape = result_shape<result_type>;
    static constexpr std::size_t inputs = Forecast::inputs_type::size;

    evaluation(const Forecast& forecast, Points points)
        : forecast_(forecast), points_(std::move(points)), beliefs_(input_drawer<Forecast>::samplers_of(forecast)),
          central_(columns(), 0.0) {
        const draw_values values = forecast.central_values();
        try {
            points_.each_result(forecast_, values, [&](std::size_t point, const result_type& result) {
                each_number(result, [&](std::size_t place, double x) { central_[point * shape::columns + place] = x; });
            });
        } catch (...) {
            central_throws_ = true;  // where a draw does too, the run names it
        }
    }

    [[nodiscard]] std::size_t columns() const noexcept { return points_.size() * shape::columns; }
    /// The central result, 0 where it is not finite.
    [[nodiscard]] double pivot(std::size_t place) const noexcept {
        const double x = central_[place];
        return x - x == 0.0 ? x : 0.0;
    }
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const {
        return draw_column(pivot(place), replicates, keep);
    }
    /// A hash of all that a run's results follow from: inputs by name and belief, correlations, dates, output names, and
    /// the model by its results at the medians and at the points of fingerprint_points.hpp. A point at which the model
    /// throws counts as that. Costs an evaluation of one block.
    [[nodiscard]] std::uint64_t fingerprint() const {
        std::uint64_t hash = hash_combine(shape::name_hash, forecast_.correlation().fingerprint());
        hash = points_.fingerprint(hash_combine(hash, hash_of(forecast_.version())));
        forecast_.inputs().for_each([&](const auto& assumption) {
            hash = hash_combine(hash_combine(hash, hash_of(assumption.name)), fingerprint_of(assumption.belief().parts()));
        });
        hash = hash_combine(hash, std::uint64_t{central_throws_ ? 1U : 0U});
        for (const double x : central_) hash = hash_combine(hash, fingerprint_bits(x));
        const sampling_plan none(method::independent, 0, batch::size, 1, inputs);
        worker at_points(*this, none);
        std::size_t i = 0;
        forecast_.inputs().for_each([&](const auto& assumption) {
            fingerprint_points(i, assumption.belief().parts(), beliefs_[i], at_points.drawn(i));
            ++i;
        });
        return at_points.fingerprint_of_results(hash);
    }
    [[nodiscard]] auto outcomes(std::shared_ptr<const run_identity> identity, std::vector<draw_column> columns) const {
        return points_.template outcomes<shape>(identity, columns);
    }

    /// The inputs' beliefs made ready for draws.
    [[nodiscard]] const typename input_drawer<Forecast>::samplers& beliefs() const noexcept { return beliefs_; }

    /// Evaluates blocks on one thread. `function` is who says so when the model is at fault.
    class worker {
      public:
        worker(const evaluation& evaluation, const sampling_plan& draws, const char* function = "simulate")
            : evaluation_(evaluation), draws_(draws), inputs_(evaluation.forecast_, evaluation.beliefs_, draws),
              results_(evaluation.columns()), function_(function) {}

        /// `sink(column, values)` for each column with the 64 results of a block, of which `valid` count.
        template <class Sink>
        void evaluate(std::uint64_t block, int valid, Sink sink) {
            inputs_.draw(block, valid);
            evaluate_drawn(block, valid, sink);
        }
        /// Where the model reads the 64 draws of an input, for who draws in a way of its own.
        [[nodiscard]] double* drawn(std::size_t input) noexcept { return inputs_.drawn(input); }
        /// The same for the draws that are there already.
        template <class Sink>
        void evaluate_drawn(std::uint64_t block, int valid, Sink sink) {
            compute(block, valid, nullptr);
            if constexpr (std::same_as<decltype(sink(std::size_t{0}, static_cast<const double*>(nullptr))), bool>) {
                bool all_defined = true;
                for (std::size_t c = 0; c < results_.size(); ++c) {
                    const double* const values = results_[c].lane;
                    if (!sink(c, values)) all_defined = false;
                }
                if (!all_defined) refuse_undefined(block, valid);
            } else {
                refuse_undefined(block, valid);
                for (std::size_t c = 0; c < results_.size(); ++c) {
                    const double* const values = results_[c].lane;
                    sink(c, values);
                }
            }
        }
        /// A hash of the results for the 64 settings of the inputs that are there.
        [[nodiscard]] std::uint64_t fingerprint_of_results(std::uint64_t hash) {
            std::uint64_t faults = 0;
            compute(0, batch::size, &faults);
            hash = hash_combine(hash, faults);
            for (const batch& result : results_) hash = hash_combine(hash, fingerprint_of_block(result.lane));
            return hash;
        }

      private:
        static void store(double same, double* to) noexcept { std::fill(to, to + batch::size, same); }
        static void store(const basic_batch<Forecast>& x, double* to) noexcept {
            copy_lanes<batch::size>(x.lane, to);
        }
        /// The results of the draws that are there. A draw at fault is thrown by name or, with `faults`, noted by a bit.
        void compute(std::uint64_t block, int valid, std::uint64_t* faults) {
            if constexpr (branches_on_draws<Forecast>) {
                draw_by_draw(block, valid, faults);
            } else {
                try {
                    evaluation_.points_.each_result(
                        evaluation_.forecast_, inputs_.values(), [&](std::size_t point, const auto& result) {
                            each_number(result, [&](std::size_t place, const auto& x) {
                                store(x, results_[point * shape::columns + place].lane);
                            });
                        });
                } catch (...) {
                    // Some draw of the block needs a way of its own, or is at fault; then this names it.
                    draw_by_draw(block, valid, faults);
                }
            }
        }
        void draw_by_draw(std::uint64_t block, int valid, std::uint64_t* faults) {
            for (batch& result : results_) result = 0.0;
            for (int draw = 0; draw < valid; ++draw) {
                try {
                    evaluation_.points_.each_result(
                        evaluation_.forecast_, inputs_.values(draw), [&](std::size_t point, const auto& result) {
                            each_number(result, [&](std::size_t place, double x) {
                                results_[point * shape::columns + place].lane[draw] = x;
                            });
                        });
                } catch (const std::exception& e) {
                    note_fault(block, draw, std::string("the model threw: ") + e.what(), faults);
                } catch (...) {
                    note_fault(block, draw, "the model threw", faults);
                }
            }
        }
        /// Called while the model's own exception is handled, which is nested.
        void note_fault(std::uint64_t block, int draw, const std::string& what, std::uint64_t* faults) const {
            if (faults != nullptr) {
                *faults |= std::uint64_t{1} << draw;
                return;
            }
            refuse_undefined(block, draw);
            std::throw_with_nested(fault(block, draw, what));
        }
        /// Of several draws whose results are undefined it names the lowest.
        void refuse_undefined(std::uint64_t block, int valid) const {
            for (const batch& result : results_) {
                if (!all_above(-never_value, result, valid)) return throw_lowest(block, valid);
            }
        }
        [[nodiscard]] static bool all_above(double least, const batch& x, int valid) noexcept {
            bool all = true;
            for (int i = 0; i < valid; ++i) all &= x.lane[i] > least;
            return all;
        }
        void throw_lowest(std::uint64_t block, int valid) const {
            for (int i = 0; i < valid; ++i) {
                for (const batch& result : results_) {
                    const double x = result.lane[i];
                    if (x > -never_value) continue;
                    throw fault(block, i, "the model returned " + number_text(x) +
                                              "; return a finite value, or never (plus infinity)");
                }
            }
        }
        [[nodiscard]] model_error fault(std::uint64_t block, int draw, const std::string& what) const {
            const std::uint64_t number = draws_.first_draw(block) + static_cast<unsigned>(draw);
            return model_error(std::string(function_) + ": at draw " + std::to_string(number) + " " + what +
                                   " (inputs: " + inputs_.text(draw) + ")",
                               number);
        }

        const evaluation& evaluation_;
        const sampling_plan& draws_;
        input_drawer<Forecast> inputs_;
        std::vector<batch> results_;
        const char* function_;
    };

  private:
    const Forecast& forecast_;
    Points points_;
    typename input_drawer<Forecast>::samplers beliefs_;
    /// The results at the medians.
    std::vector<double> central_;
    bool central_throws_ = false;
};

/// The model called once, with its inputs.
struct single_point {
    [[nodiscard]] static constexpr std::size_t size() noexcept { return 1; }
    template <class Forecast, class Values>
    static auto first_call(const Forecast& forecast, const Values& values) {
        return forecast.model()(values);
    }
    template <class Forecast, class Values, class Sink>
    void each_result(const Forecast& forecast, const Values& values, Sink sink) const {
        sink(std::size_t{0}, forecast.model()(values));
    }
    [[nodiscard]] static std::uint64_t fingerprint(std::uint64_t hash) noexcept { return hash; }
    template <class Shape>
    [[nodiscard]] static auto outcomes(const std::shared_ptr<const run_identity>& identity,
                                       std::vector<draw_column>& columns) {
        return Shape::outcomes(identity, columns.data());
    }
};

/// The model called with its inputs on each of several dates.
struct date_points {
    std::vector<date> dates;

    [[nodiscard]] std::size_t size() const noexcept { return dates.size(); }
    template <class Forecast, class Values>
    static auto first_call(const Forecast& forecast, const Values& values) {
        return forecast.model()(values, date{});
    }
    template <class Forecast, class Values, class Sink>
    void each_result(const Forecast& forecast, const Values& values, Sink sink) const {
        for (std::size_t i = 0; i < dates.size(); ++i) sink(i, forecast.model()(values, dates[i]));
    }
    [[nodiscard]] std::uint64_t fingerprint(std::uint64_t hash) const noexcept {
        for (const date& d : dates) hash = hash_combine(hash, d.seconds_since_1970());
        return hash;
    }
    template <class Shape>
    [[nodiscard]] auto outcomes(const std::shared_ptr<const run_identity>& identity,
                                std::vector<draw_column>& columns) const {
        std::vector<typename Shape::outcome_type> all;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            all.push_back(Shape::outcomes(identity, columns.data() + i * Shape::columns));
        }
        return fan<typename Shape::outcome_type>(dates, std::move(all));
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
