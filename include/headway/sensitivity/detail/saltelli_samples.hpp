// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <headway/assumption/assumption_record.hpp>
#include <headway/forecast/part_memory.hpp>
#include <headway/math/check.hpp>
#include <headway/math/hash_combine.hpp>
#include <headway/simulation/evaluation.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Two independent draws of all inputs side by side, as uniforms: input i of the first has dimension i of a sequence,
/// input i of the second dimension that many on. Owen-scrambled Sobol' points where there are dimensions for both, else
/// independent ones. The run is made of replicates of equal size, independent of one another, in whole blocks.
template <class = void>
class basic_saltelli_samples {
  public:
    basic_saltelli_samples(const char* function, std::size_t inputs, std::uint64_t draws, std::uint64_t seed,
                           unsigned replicates)
        : replicates_(valid_replicates(function, replicates)),
          blocks_per_replicate_((valid_draws(function, draws) - 1) / replicates / sampling_plan::block_size + 1),
          source_(quasi_random(inputs) ? method::sobol : method::independent, seed,
                  replicates * blocks_per_replicate_ * sampling_plan::block_size, replicates, 2 * inputs) {}

    [[nodiscard]] static constexpr bool quasi_random(std::size_t inputs) noexcept {
        return 2 * inputs <= static_cast<std::size_t>(sobol::max_dimensions);
    }
    [[nodiscard]] const sampling_plan& source() const noexcept { return source_; }
    [[nodiscard]] std::size_t replicates() const noexcept { return replicates_; }
    [[nodiscard]] std::uint64_t first_block(std::uint64_t replicate) const noexcept {
        return replicate * blocks_per_replicate_;
    }
    [[nodiscard]] std::uint64_t draws_per_replicate() const noexcept {
        return blocks_per_replicate_ * sampling_plan::block_size;
    }

    /// Uniforms by block, for one thread.
    class reader {
      public:
        reader(const basic_saltelli_samples& draws, const assumption_record* inputs, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                const std::uint64_t name = hash_of(inputs[i].name);
                first_.push_back(draws.source_.read(i, name));
                second_.push_back(draws.source_.read(count + i, hash_combine(name, std::uint64_t{2})));
            }
        }
        void first(std::size_t input, std::uint64_t block, double* out) { first_[input].uniforms(block, out); }
        void second(std::size_t input, std::uint64_t block, double* out) { second_[input].uniforms(block, out); }

      private:
        std::vector<sampling_plan::reader> first_;
        std::vector<sampling_plan::reader> second_;
    };

  private:
    static unsigned valid_replicates(const char* function, unsigned replicates) {
        if (replicates < 2) {
            value_breaks_a_rule(function, "replicates", "must be at least 2, for their spread is the error",
                                replicates);
        }
        return replicates;
    }
    static std::uint64_t valid_draws(const char* function, std::uint64_t draws) {
        if (draws < 1 || draws > sampling_plan::max_draws / 2) {
            throw std::domain_error(std::string(function) + ": draws must be between 1 and 2^51, got " +
                                    std::to_string(draws));
        }
        return draws;
    }

    std::size_t replicates_;
    std::uint64_t blocks_per_replicate_;
    sampling_plan source_;
};
HEADWAY_INSTANTIATE(class basic_saltelli_samples<>);
using saltelli_samples = basic_saltelli_samples<>;

template <class = void>
void require_confidence_level(const char* function, double level) {
    if (!(level > 0.0 && level < 1.0)) value_breaks_a_rule(function, "level", "must be above 0 and below 1", level);
}
HEADWAY_INSTANTIATE(void require_confidence_level<>(const char* function, double level));

/// How many threads to start for so many parts.
template <class = void>
[[nodiscard]] unsigned threads_for(unsigned asked, std::size_t parts) {
    const unsigned wanted = asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
    return parts < wanted ? static_cast<unsigned>(parts) : wanted;
}
HEADWAY_INSTANTIATE(unsigned threads_for<>(unsigned asked, std::size_t parts));

[[noreturn, gnu::cold]] inline void never_has_no_variance(const char* function) {
    throw std::domain_error(
        std::string(function) +
        ": in some draws the result is never (or infinite), and then it has no variance to share out; "
        "return something that always happens: a cap, as in min(when, date(2040y / 1 / 1)), or a share, "
        "as in select(when < deadline, 1.0, 0.0), whose mean is a probability");
}

/// One result of a forecast on the block of inputs that a worker of its evaluation holds. Parts of the model whose inputs
/// have not changed since the last base evaluation, or since the last one, are not evaluated again.
template <class = void>
class basic_block_result {
  public:
    basic_block_result(const model_evaluation& evaluation, const sampling_plan& draws, const char* function, std::size_t place)
        : worker_(evaluation, draws, function, parts_.notes(evaluation.inputs())), function_(function), place_(place) {}

    [[nodiscard]] double* input(std::size_t i) noexcept { return worker_.drawn(i); }
    /// The 64 results, less the central one, which spares digits. The block is for messages. A base evaluation is one that
    /// those after it change inputs of.
    void evaluate(std::uint64_t block, double central, double* out, bool base = false) {
        parts_.begin(base);
        const double* const values = worker_.result_of_drawn(block, place_);
        bool all_happen = true;
        for (int k = 0; k < batch::size; ++k) {
            all_happen = all_happen && values[k] < no_limit;
            out[k] = values[k] - central;
        }
        if (!all_happen) never_has_no_variance(function_);
    }

  private:
    part_memory parts_;
    model_evaluation::worker worker_;
    const char* function_;
    std::size_t place_;
};
HEADWAY_INSTANTIATE(class basic_block_result<>);
using block_result = basic_block_result<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
