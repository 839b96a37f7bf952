// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

#include <headway/belief/sampler.hpp>
#include <headway/core/batch.hpp>
#include <headway/core/text.hpp>
#include <headway/forecast/branching.hpp>
#include <headway/forecast/correlation.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/model_error.hpp>
#include <headway/forecast/outcome.hpp>
#include <headway/forecast/sampler.hpp>

#include <headway/core/detail/macros_off.hpp>

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
        ((hash = mixed(hash, hash_of(Outputs::name))), ...);
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

/// Draws the inputs of a forecast block by block. Not to be copied: it holds pointers into itself.
template <class Forecast>
class input_drawer {
  public:
    using inputs_type = typename Forecast::inputs_type;
    static constexpr std::size_t size = inputs_type::size;
    using block_values = typename Forecast::template values<basic_batch<Forecast>>;
    using draw_values = typename Forecast::template values<double>;

    /// The inputs' beliefs made ready for draws, once for all threads.
    using samplers = std::array<belief_sampler, size>;
    [[nodiscard]] static samplers samplers_of(const Forecast& forecast) {
        samplers result;
        std::size_t i = 0;
        forecast.inputs().for_each([&](const auto& assumption) {
            const bool correlated = forecast.correlation().takes_part(i);
            result[i] = belief_sampler(assumption.belief(), correlated ? drawn_from::normals : drawn_from::uniforms);
            ++i;
        });
        return result;
    }

    input_drawer(const Forecast& forecast, const samplers& beliefs, const sampler& draws)
        : forecast_(forecast), beliefs_(beliefs), blocks_(draws.blocks()),
          values_(zeros(std::make_index_sequence<size>{})), drawn_(lanes_of_values(std::make_index_sequence<size>{})) {
        std::size_t i = 0;
        forecast.inputs().for_each([&](const auto& assumption) {
            readers_[i] = draws.read(i, hash_of(assumption.name));
            if (in_groups(i)) groups_[i] = std::make_unique<group>();
            ++i;
        });
    }

    input_drawer(const input_drawer&) = delete;
    input_drawer& operator=(const input_drawer&) = delete;

    /// Draws a block; draws from `valid` on repeat the first, so that a model sees nothing but real inputs.
    void draw(std::uint64_t block, int valid) {
        const auto& mixer = forecast_.correlation();
        for (std::size_t i = 0; i < size; ++i) {
            if (groups_[i] == nullptr) readers_[i].uniforms(block, drawn_[i]);
        }
        if (mixer.any()) {
            for (std::size_t i = 0; i < size; ++i) {
                if (mixer.takes_part(i)) normal_quantile_block<batch::size>(drawn_[i], normals_[i].lane);
            }
            mixer.mix(normals_.data());
        }
        for (std::size_t i = 0; i < size; ++i) {
            double* const drawn = drawn_[i];
            if (groups_[i] != nullptr) {
                draw_from_group(i, block);
            } else if (mixer.takes_part(i)) {
                beliefs_[i].template draw_from_normal_block<batch::size>(normals_[i].lane, drawn);
            } else {
                beliefs_[i].template draw_block<batch::size>(drawn, drawn);
            }
            for (int k = valid; k < batch::size; ++k) drawn[k] = drawn[0];
        }
    }

    [[nodiscard]] double* drawn(std::size_t input) noexcept { return drawn_[input]; }
    [[nodiscard]] const block_values& values() const noexcept { return values_; }
    [[nodiscard]] draw_values values(int draw) const {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return draw_values(value_from_base<value_type<I>>(drawn_[I][draw])...);
        }(std::make_index_sequence<size>{});
    }
    /// The inputs of a draw in words.
    [[nodiscard]] std::string text(int draw) const {
        std::string out;
        std::size_t i = 0;
        forecast_.inputs().for_each([&](const auto& assumption) {
            using type = typename std::remove_cvref_t<decltype(assumption)>::value_type;
            const double drawn = drawn_[i][draw];
            out += (i == 0 ? "" : ", ") + std::string(assumption.name) + " = ";
            if constexpr (any_date<type>) {
                out += to_text(value_from_base<type>(drawn)) + " (" + number_text(drawn) + " seconds since 1970)";
            } else {
                out += to_text(value_from_base<type>(drawn), 17);
            }
            ++i;
        });
        return out;
    }

  private:
    /// Consecutive blocks of one input, drawn together.
    struct group {
        static constexpr std::size_t blocks = belief_sampler::group_size / batch::size;
        std::uint64_t first = ~std::uint64_t{0};
        double drawn[belief_sampler::group_size];
    };
    [[nodiscard]] bool in_groups(std::size_t i) const noexcept {
        return beliefs_[i].draws_best_in_groups() && !forecast_.correlation().takes_part(i);
    }
    void draw_from_group(std::size_t i, std::uint64_t block) {
        group& g = *groups_[i];
        const std::uint64_t first = block - block % group::blocks;
        if (g.first != first) {
            g.first = first;
            double u[belief_sampler::group_size];
            for (std::size_t b = 0; b < group::blocks; ++b) {
                double* const of_block = u + b * batch::size;
                if (first + b < blocks_) {
                    readers_[i].uniforms(first + b, of_block);
                } else {
                    std::fill(of_block, of_block + batch::size, 0.5);
                }
            }
            beliefs_[i].draw_group(u, g.drawn);
        }
        const double* const drawn = g.drawn + (block - first) * batch::size;
        copy_lanes<batch::size>(drawn, drawn_[i]);
    }

    template <std::size_t I>
    using value_type = typename inputs_type::template assumption_at<I>::value_type;

    template <std::size_t... I>
    [[nodiscard]] static block_values zeros(std::index_sequence<I...>) {
        return block_values(rebind_number<value_type<I>, basic_batch<Forecast>>{}...);
    }
    // Draws are written where the model reads them: a copy of every input would cost as much as some models.
    template <std::size_t... I>
    [[nodiscard]] std::array<double*, size> lanes_of_values(std::index_sequence<I...>) noexcept {
        return {const_cast<double*>(base_value_of(values_.template get<I>()).lane)...};
    }

    const Forecast& forecast_;
    const samplers& beliefs_;
    std::uint64_t blocks_;
    block_values values_;
    std::array<double*, size> drawn_;
    std::array<sampler::reader, size> readers_;
    /// Null for an input drawn block by block.
    std::array<std::unique_ptr<group>, size> groups_;
    std::array<batch, size> normals_;
};

/// What the engine needs of a forecast at one point or at several dates. `Points` says with what the model is called.
template <class Forecast, class Points>
class evaluation {
  public:
    using draw_values = typename Forecast::template values<double>;
    using result_type = decltype(Points::first_call(std::declval<const Forecast&>(), std::declval<const draw_values&>()));
    using shape = result_shape<result_type>;
    static constexpr std::size_t inputs = Forecast::inputs_type::size;

    evaluation(const Forecast& forecast, Points points)
        : forecast_(forecast), points_(std::move(points)), beliefs_(input_drawer<Forecast>::samplers_of(forecast)) {
        const draw_values central = forecast.central_values();
        points_.each_result(forecast_, central, [&](std::size_t, const result_type& result) {
            each_number(result, [&](std::size_t, double x) {
                pivots_.push_back(x - x == 0.0 ? x : 0.0);
                fingerprint_ = mixed(fingerprint_, x);
            });
        });
        fingerprint_ = mixed(fingerprint_, shape::name_hash);
        forecast.inputs().for_each([&](const auto& assumption) {
            fingerprint_ = mixed(fingerprint_, hash_of(assumption.name));
            for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) {
                fingerprint_ = mixed(fingerprint_, base_value_of(assumption.belief().quantile(p)));
            }
        });
        fingerprint_ = mixed(fingerprint_, forecast.correlation().fingerprint());
        fingerprint_ = points_.fingerprint(fingerprint_);
    }

    [[nodiscard]] std::size_t columns() const noexcept { return points_.size() * shape::columns; }
    [[nodiscard]] double pivot(std::size_t place) const noexcept { return pivots_[place]; }
    [[nodiscard]] draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const {
        return draw_column(pivots_[place], replicates, keep);
    }
    [[nodiscard]] std::uint64_t fingerprint() const noexcept { return fingerprint_; }
    [[nodiscard]] auto outcomes(std::shared_ptr<const run_identity> identity, std::vector<draw_column> columns) const {
        return points_.template outcomes<shape>(identity, columns);
    }

    /// The inputs' beliefs made ready for draws.
    [[nodiscard]] const typename input_drawer<Forecast>::samplers& beliefs() const noexcept { return beliefs_; }

    /// Evaluates blocks on one thread. `function` is who says so when the model is at fault.
    class worker {
      public:
        worker(const evaluation& evaluation, const sampler& draws, const char* function = "simulate")
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
            if constexpr (branches_on_draws<Forecast>) {
                draw_by_draw(block, valid);
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
                    draw_by_draw(block, valid);
                }
            }
            for (std::size_t c = 0; c < results_.size(); ++c) {
                const double* const values = results_[c].lane;
                if constexpr (std::same_as<decltype(sink(c, values)), bool>) {
                    if (!sink(c, values)) refuse_undefined(values, block, valid);
                } else {
                    refuse_undefined(values, block, valid);
                    sink(c, values);
                }
            }
        }

      private:
        static void store(double same, double* to) noexcept { std::fill(to, to + batch::size, same); }
        static void store(const basic_batch<Forecast>& x, double* to) noexcept {
            copy_lanes<batch::size>(x.lane, to);
        }
        void draw_by_draw(std::uint64_t block, int valid) {
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
                    std::throw_with_nested(model_error(where(block, draw, std::string("the model threw: ") + e.what())));
                } catch (...) {
                    std::throw_with_nested(model_error(where(block, draw, "the model threw")));
                }
            }
        }
        void refuse_undefined(const double* x, std::uint64_t block, int valid) const {
            for (int i = 0; i < valid; ++i) {
                if (!(x[i] > -never_value)) {
                    throw model_error(where(block, i, "the model returned " + number_text(x[i]) +
                                                          "; return a finite value, or never (plus infinity)"));
                }
            }
        }
        [[nodiscard]] std::string where(std::uint64_t block, int draw, const std::string& what) const {
            return std::string(function_) + ": at draw " +
                   std::to_string(draws_.first_draw(block) + static_cast<unsigned>(draw)) + " " + what +
                   " (inputs: " + inputs_.text(draw) + ")";
        }

        const evaluation& evaluation_;
        const sampler& draws_;
        input_drawer<Forecast> inputs_;
        std::vector<batch> results_;
        const char* function_;
    };

  private:
    const Forecast& forecast_;
    Points points_;
    typename input_drawer<Forecast>::samplers beliefs_;
    std::vector<double> pivots_;
    std::uint64_t fingerprint_ = 0;
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
        for (const date& d : dates) hash = mixed(hash, d.seconds_since_1970());
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
#include <headway/core/detail/macros_on.hpp>
