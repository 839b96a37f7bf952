// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>  // IWYU pragma: keep, for new at a place
#include <string_view>
#include <type_traits>
#include <utility>

#include <headway/forecast/draw_by_draw.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/math/batch_functions.hpp>
#include <headway/math/hash_combine.hpp>

#include <headway/header_begin.hpp>

// A forecast without its type. What runs forecasts (draws, threads, scenarios, indices) is compiled once in a program and
// calls each model through these pointers; what must know a model's types is in typed_model, and as little as can be.
namespace headway::detail {

/// The inputs of a forecast, whose records it points to.
struct input_view {
    const assumption_record* inputs;
    std::size_t input_count;
    copula_view correlation;
};
template <class Forecast>
[[nodiscard]] input_view inputs_of(const Forecast& forecast) {
    return {forecast.inputs().records(), Forecast::inputs_type::size, forecast.correlation().view()};
}

/// What a run needs of a forecast. It points into the forecast: keep that as long.
struct model_call : input_view {
    const void* forecast;
    std::string_view version;
    /// Of one call of the model.
    std::size_t outputs;
    /// A hash of the outputs' names.
    std::uint64_t output_names;
    bool over_time;
    /// Whether the model holds something, so that two of one type may differ.
    bool holds_something;

    /// Makes the block of inputs that the model reads, `places[i]` the draws of input i, with room for its results at so
    /// many dates. By `notes` parts of the model find what they made before. It reads the inputs of `beside`, if any, a block
    /// of another model of the same inputs, which must live as long.
    void* (*make_block)(double** places, std::size_t points, read_notes notes, void* beside);
    void (*free_block)(void* block) noexcept;
    /// The model on a block; null for one that takes plain numbers only. Over time on each of the dates: first come all its
    /// outputs on the first, then on the second. `results[place]` becomes where a result stays until the next run: where
    /// the model made it, or for one that is the same in every draw in `same`.
    void (*on_block)(const void* forecast, const date* dates, std::size_t points, void* block, batch* same,
                     const double** results);
    /// For a model that takes plain numbers only: on the inputs of one draw, in base units.
    void (*on_draw)(const void* forecast, const date* dates, std::size_t points, const double* inputs, double* results);

    [[nodiscard]] bool on_plain_numbers() const noexcept { return on_draw != nullptr; }
    /// The two run the same code and neither model holds anything: they are one, whatever is believed.
    [[nodiscard]] bool is_surely_the_model_of(const model_call& other) const noexcept {
        return !holds_something && !other.holds_something && on_block == other.on_block && on_draw == other.on_draw;
    }
};

/// The type under which one result of a model is kept: held in plain numbers, `double` for built-in ones.
template <class T>
struct kept_type {
    using type = rebind_number<T, double>;
};
template <class T>
    requires std::is_arithmetic_v<T>
struct kept_type<T> {
    using type = double;
};

/// What a model's result, in any number type, is as columns of numbers.
template <class Result>
struct result_columns {
    static constexpr std::size_t size = 1;
    static constexpr std::uint64_t name_hash = 0;
};
template <class... Outputs>
struct result_columns<named_outputs<Outputs...>> {
    static constexpr std::size_t size = sizeof...(Outputs);
    static constexpr std::uint64_t name_hash = [] {
        std::uint64_t hash = 1;
        ((hash = hash_combine(hash, hash_of(Outputs::name))), ...);
        return hash;
    }();
};

/// The number in one result, in base units: a double or a block.
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

/// The inputs that a model reads on a block: its own, or those of a block beside it. Plain pointers, because a smart one
/// would bring each forecast some eighty functions to compile.
template <class Values>
struct block_inputs {
    Values* own;
    Values* in;
};

/// What a run hands to a model.
template <class Model, class... Assumptions>
using values_of_run =
    input_values<std::conditional_t<is_draw_by_draw<Model>, double, basic_batch<model_run>>, Assumptions...>;

/// All that knows the types of a forecast when it is run.
template <class Forecast>
struct typed_model {
    using inputs_type = typename Forecast::inputs_type;
    using model_type = std::remove_cvref_t<decltype(std::declval<const Forecast&>().model())>;
    using block_number = basic_batch<model_run>;
    static constexpr bool on_plain_numbers = is_draw_by_draw<model_type>;
    using values = typename Forecast::template values<std::conditional_t<on_plain_numbers, double, block_number>>;

    /// A number in place of a result that is none, so that the words in which that was told are all there is to read.
    static auto result_of(const Forecast& forecast, const values& in, [[maybe_unused]] const date* when) {
        if constexpr (!Forecast::model_returns_a_result) {
            return 0.0;
        } else if constexpr (Forecast::over_time) {
            return forecast.model()(in, *when);
        } else {
            return forecast.model()(in);
        }
    }
    using result_type = std::remove_cvref_t<decltype(result_of(std::declval<const Forecast&>(),
                                                               std::declval<const values&>(), nullptr))>;
    using columns = result_columns<result_type>;

    /// Inputs, and what the model made of them.
    struct block_room : block_inputs<values> {
        union one_result {
            one_result() noexcept {}
            result_type result;
        };
        static_assert(std::is_trivially_destructible_v<result_type>);
        one_result* results;
    };

    static void* make_block([[maybe_unused]] double** places, [[maybe_unused]] std::size_t points,
                            [[maybe_unused]] read_notes notes, [[maybe_unused]] void* beside) {
        if constexpr (on_plain_numbers) {
            return nullptr;
        } else {
            auto* const block = new block_room{{nullptr, nullptr}, nullptr};
            try {
                if (beside == nullptr) {
                    block_number none[inputs_type::size + 1];
                    block->own = new values(values::from_base_values(none));
                    block->own->note_reads(notes.read, notes.parts);
                }
                block->results = new typename block_room::one_result[points];
            } catch (...) {
                free_block(static_cast<block_inputs<values>*>(block));
                throw;
            }
            block->in = beside == nullptr ? block->own : static_cast<block_inputs<values>*>(beside)->in;
            const block_number* at[inputs_type::size + 1];
            block->in->find_base_values(at);
            // Draws are written where the model reads them, and results read where it leaves them: a copy of each would
            // cost as much as some models.
            for (std::size_t i = 0; i < inputs_type::size; ++i) places[i] = const_cast<double*>(at[i]->lane);
            return static_cast<block_inputs<values>*>(block);
        }
    }
    static void free_block(void* block) noexcept {
        if (block == nullptr) return;
        auto* const room = static_cast<block_room*>(static_cast<block_inputs<values>*>(block));
        delete[] room->results;
        delete room->own;
        delete room;
    }
    static const double* lanes_of(double same, batch* room) noexcept {
        *room = same;
        return room->lane;
    }
    static const double* lanes_of(const block_number& x, batch*) noexcept { return x.lane; }
    static void on_block(const void* forecast, const date* dates, std::size_t points, void* block, batch* same,
                         const double** results) {
        const auto& f = *static_cast<const Forecast*>(forecast);
        auto& room = static_cast<block_room&>(*static_cast<block_inputs<values>*>(block));
        if constexpr (values::has_paths) room.in->read_paths_of(f.inputs().records(), path_reading::drawn);
        for (std::size_t i = 0; i < points; ++i, same += columns::size, results += columns::size) {
            const result_type* const made = ::new (&room.results[i].result) result_type(result_of(f, *room.in, dates + i));
            each_number(*made, [&](std::size_t place, const auto& x) { results[place] = lanes_of(x, same + place); });
        }
    }
    static void on_draw(const void* forecast, const date* dates, std::size_t points, const double* in, double* results) {
        const auto& f = *static_cast<const Forecast*>(forecast);
        auto at = values::from_base_values(in);
        if constexpr (values::has_paths) at.read_paths_of(f.inputs().records(), path_reading::drawn);
        for (std::size_t i = 0; i < points; ++i, results += columns::size) {
            each_number(result_of(f, at, dates + i), [&](std::size_t place, double x) { results[place] = x; });
        }
    }

    [[nodiscard]] static model_call call(const Forecast& forecast) {
        model_call all{inputs_of(forecast), &forecast,   forecast.version(), columns::size, columns::name_hash,
                       Forecast::over_time, !std::is_empty_v<model_type>, &make_block, &free_block, nullptr, nullptr};
        if constexpr (on_plain_numbers) {
            all.on_draw = &on_draw;
        } else {
            all.on_block = &on_block;
        }
        return all;
    }
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
