// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <headway/forecast/detail/few_values.hpp>

#include <headway/core/detail/header_begin.hpp>

namespace headway::detail {

/// How a streaming run counts an output. All parts of a run have the same plan, because it depends on nothing but the
/// number of its draws and the results of the first `pilot_draws` of them, whoever evaluates those.
struct counting_plan {
    enum class form : std::uint8_t {
        few,       ///< all draws of the run are held: there are at most `most_few`
        distinct,  ///< values are counted one by one, as long as there are at most `most_distinct`
        binned,    ///< values that are expected are counted one by one, the others by bin
    };
    form how = form::distinct;
    /// In ascending order.
    std::shared_ptr<const std::vector<double>> expected;

    static constexpr std::size_t most_few = 1U << 16U;
    static constexpr std::size_t pilot_draws = 1U << 14U;
    static constexpr std::size_t most_distinct = 1U << 14U;

    /// The plan after these first draws of a run that has more: what occurs twice among them is expected to occur again.
    /// A value of probability 0.001 fails to do so once in 700 000 runs; a continuous result repeats nothing. Where many
    /// values occur once only, counting all of them one by one is not tried.
    [[nodiscard]] static counting_plan after(std::span<const double> pilot) {
        std::vector<double> again;
        const std::size_t distinct = find_repeated(pilot.first(std::min(pilot.size(), pilot_draws)), again);
        std::sort(again.begin(), again.end());
        again.shrink_to_fit();
        const bool many_once = distinct - again.size() > pilot_draws / 16;
        return {many_once ? form::binned : form::distinct, std::make_shared<const std::vector<double>>(again)};
    }

  private:
    /// Puts the finite values that occur more than once into `again`; returns how many distinct ones there are.
    static std::size_t find_repeated(std::span<const double> pilot, std::vector<double>& again) {
        // A hash table of places in the pilot, counted from 1, the top bit telling that the value has come again. Small
        // numbers in many slots: the table fits a near cache, and two values seldom meet.
        constexpr std::size_t slots = 4 * pilot_draws;
        constexpr unsigned shift = 65U - static_cast<unsigned>(std::bit_width(slots));
        constexpr unsigned repeated = 0x8000U;
        static_assert(pilot_draws < repeated);
        std::vector<std::uint16_t> table(slots, 0);
        std::size_t distinct = 0;
        few_values known;  // to repeat, which need not be looked up any more
        double block[batch::size];
        for (std::size_t first = 0; first < pilot.size(); first += batch::size) {
            const double* x = pilot.data() + first;
            if (pilot.size() - first < batch::size) {
                std::fill(std::copy(x, pilot.data() + pilot.size(), block), block + batch::size, infinity);
                x = block;
            }
            each_place(known.count(x) & finite_places(x), [&](int draw) {
                const double value = x[draw] + 0.0;
                const std::uint64_t bits = bits_of(value);
                std::size_t i = static_cast<std::size_t>(((bits ^ bits >> 32U) * 0x9E3779B97F4A7C15ULL) >> shift);
                while (table[i] != 0 && pilot[(table[i] & ~repeated) - 1U] != value) i = (i + 1) % slots;
                if (table[i] == 0) {
                    table[i] = static_cast<std::uint16_t>(first + static_cast<unsigned>(draw) + 1);
                    ++distinct;
                } else if (table[i] < repeated) {
                    table[i] = static_cast<std::uint16_t>(table[i] | repeated);
                    again.push_back(value);
                    if (known.size() < few_values::most) known.expect(value);
                }
            });
        }
        return distinct;
    }
};

}  // namespace headway::detail

#include <headway/core/detail/header_end.hpp>
