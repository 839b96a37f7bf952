// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <headway/forecast/part_memory.hpp>
#include <headway/outcome/outcome.hpp>
#include <headway/simulation/evaluation.hpp>
#include <headway/simulation/run_on_threads.hpp>
#include <headway/simulation/simulation_options.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The draws of one input, in whole blocks; those past the last draw of the run repeat the first of their block.
using input_column = std::vector<double>;

/// One result of a forecast in many versions, each of which reads for every input one of the columns that were drawn once:
/// with the draws of `simulate` for an input's belief, its results have the bits of `simulate` under that belief. A part of the
/// model that reads the same in two versions is evaluated once for both.
template <class = void>
class basic_drawn_once {
  public:
    /// Of each input, the column that a version reads.
    using version = std::vector<const double*>;

    /// \throws std::domain_error, in the name of `function`, for options of a part of a run or of one that waits.
    basic_drawn_once(const char* function, const model_call& model, std::vector<date> dates, std::size_t place,
                     const simulation& options);

    [[nodiscard]] const sampling_plan& plan() const noexcept { return plan_; }
    [[nodiscard]] std::size_t draws() const noexcept { return static_cast<std::size_t>(plan_.draws()); }
    [[nodiscard]] std::size_t lanes() const noexcept { return static_cast<std::size_t>(plan_.blocks()) * batch::size; }

    /// The draws of those inputs that are wanted, under these beliefs and correlations; of the others none.
    [[nodiscard]] std::vector<input_column> draw(const input_view& of, const std::vector<char>& wanted) const;

    /// The results in each version, in order. \throws model_error in the name of `function`.
    [[nodiscard]] std::vector<outcome<double>> run(const std::vector<version>& versions) const;
    [[nodiscard]] outcome<double> run_one(const version& one) const { return std::move(run({one}).front()); }

    [[nodiscard]] const run_identity& identity() const noexcept { return *identity_; }
    /// How many threads such a number of parts is worth.
    [[nodiscard]] unsigned threads_for(std::uint64_t parts) const noexcept;
    /// So many versions at once keep their results in 32 MiB, or one.
    [[nodiscard]] std::size_t versions_at_once() const noexcept {
        return std::clamp<std::size_t>((std::size_t{1} << 22U) / lanes(), 1, 64);
    }

  private:
    static const simulation& valid(const char* function, const simulation& options);
    [[noreturn, gnu::cold]] void refuse_memory(std::size_t inputs) const;

    void draw_all(const input_view& of, const input_samplers& beliefs, std::vector<input_column>& columns,
                  std::uint64_t first, std::uint64_t last) const;
    void draw_each(const input_view& of, const input_samplers& beliefs, std::vector<input_column>& columns,
                   std::uint64_t first, std::uint64_t last) const;
    template <class Number>
    [[nodiscard]] static Number* lane_of(Number* column, std::uint64_t block) noexcept {
        return column + static_cast<std::size_t>(block) * batch::size;
    }

    /// Only what another version has not left there already is read anew.
    void evaluate(model_evaluation::worker& worker, std::uint64_t block, const version& one, version& read,
                  double* results) const;
    void add_moments(draw_column& column, const double* results) const;

    const char* function_;
    simulation options_;
    std::size_t place_;
    model_evaluation evaluation_;
    sampling_plan plan_;
    std::shared_ptr<run_identity> identity_;
};
HEADWAY_ELSEWHERE(class basic_drawn_once<>);
using drawn_once = basic_drawn_once<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/drawn_once.hpp>
#endif
