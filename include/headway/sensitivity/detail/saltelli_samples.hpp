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
        reader(const basic_saltelli_samples& draws, const assumption_record* inputs, std::size_t count);
        void first(std::size_t input, std::uint64_t block, double* out) { first_[input].uniforms(block, out); }
        void second(std::size_t input, std::uint64_t block, double* out) { second_[input].uniforms(block, out); }

      private:
        std::vector<sampling_plan::reader> first_;
        std::vector<sampling_plan::reader> second_;
    };

  private:
    static unsigned valid_replicates(const char* function, unsigned replicates);
    static std::uint64_t valid_draws(const char* function, std::uint64_t draws);

    std::size_t replicates_;
    std::uint64_t blocks_per_replicate_;
    sampling_plan source_;
};
HEADWAY_ELSEWHERE(class basic_saltelli_samples<>);
using saltelli_samples = basic_saltelli_samples<>;

template <class = void>
void require_confidence_level(const char* function, double level);

/// How many threads to start for so many parts.
template <class = void>
[[nodiscard]] unsigned threads_for(unsigned asked, std::size_t parts);

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
    void evaluate(std::uint64_t block, double central, double* out, bool base = false);

  private:
    part_memory parts_;
    model_evaluation::worker worker_;
    const char* function_;
    std::size_t place_;
};
HEADWAY_ELSEWHERE(class basic_block_result<>);
using block_result = basic_block_result<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/sensitivity/bodies/detail/saltelli_samples.hpp>
#endif
