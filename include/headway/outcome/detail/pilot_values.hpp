// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

#include <headway/outcome/detail/counting_memory.hpp>
#include <headway/outcome/detail/counting_plan.hpp>
#include <headway/outcome/detail/few_values.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The results of a pilot, from which a run's counting plan follows, and which then are to be counted. Those that are
/// known to repeat when they come are counted at once, so that a result of few values takes no room.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_pilot_values {
  public:
    /// Adds the results of a block, of which `valid` are; of the whole pilot there must be at most `pilot_draws`. The blocks
    /// that are to be counted must follow one another.
    void add_block(const double* x, int valid, bool counted);

    /// What occurs twice is expected to occur again. A value of probability 0.001 fails to do so once in 700 000 runs; a
    /// continuous result repeats nothing. Where many values occur once only, counting all of them one by one is not tried.
    [[nodiscard]] counting_plan plan() const;

    /// `many(value, times)` and `some(values, size)` for what is to be counted, which then is no more here.
    template <class Many, class Some>
    void take(Many many, Some some) {
        known_.each([&](double value, std::uint64_t times) {
            if (times > 0) many(value, times);
        });
        for (chunk& c : chunks_) {
            for (std::size_t i = c.first_counted; i < c.last_counted; i += batch::size) {
                some(&c.values[i], static_cast<int>(std::min<std::size_t>(batch::size, c.last_counted - i)));
            }
            c.values = {};
        }
    }

  private:
    // Small enough that what is given back serves the counts that come next.
    static constexpr std::size_t chunk_size = counting_memory::bytes / sizeof(double);
    // Few slots for few values, else at once so many that two values seldom meet.
    static constexpr std::size_t few_slots = 1024;
    static constexpr std::size_t many_slots = 4 * counting_plan::pilot_draws;
    [[nodiscard]] static constexpr unsigned shift_for(std::size_t slots) noexcept {
        return 65U - static_cast<unsigned>(std::bit_width(slots));
    }
    static constexpr std::size_t repeats = 0x8000;
    static_assert((counting_plan::pilot_draws / (chunk_size - batch::size) + 2) * chunk_size < repeats);

    struct chunk {
        counting_memory::room_for<double> values = counting_memory::take<double>();
        std::size_t size = 0;
        std::size_t first_counted = 0;
        std::size_t last_counted = 0;
    };
    /// A chunk that has room for a block.
    [[nodiscard]] chunk& chunk_with_room();

    [[nodiscard]] static std::uint64_t hash_of(double value) noexcept;
    /// Of a place, counted from 1.
    [[nodiscard]] double value_at(std::size_t place) const noexcept {
        return chunks_[(place - 1) / chunk_size].values[(place - 1) % chunk_size];
    }
    void note(const double* x, block_places places, chunk& c, std::size_t place);
    /// The slot of a value is taken: by it, or by others.
    [[gnu::noinline]] void meet(double value, std::size_t place);
    void grow();

    few_values known_;           // to repeat, which need not be looked up any more
    std::vector<chunk> chunks_;  // the others, in the order in which they came
    // A hash table of their places, counted from 1, the top bit telling that the value has come again.
    std::vector<std::uint16_t> slots_ = std::vector<std::uint16_t>(few_slots, 0);
    unsigned shift_ = shift_for(few_slots);
    std::size_t distinct_ = 0;
    std::vector<double> repeated_;
};
HEADWAY_ELSEWHERE(class basic_pilot_values<>);
using pilot_values = basic_pilot_values<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/pilot_values.hpp>
#endif
