// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <headway/math/function_ref.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/sampling/sampling_plan.hpp>

#include <headway/header_begin.hpp>

// What the engine asks of what it runs: a forecast, or several scenarios of one on common draws.
namespace headway::detail {

/// Takes the results of a block of draws of one column; false if one of them is undefined.
using block_sink = function_ref<bool(std::size_t column, const double* values)>;

/// Evaluates blocks on one thread.
class block_worker {
  public:
    virtual ~block_worker() = default;
    /// `sink(column, values)` for each column with the 64 results of a block, of which `valid` count. Throws model_error,
    /// of several draws at fault for the lowest.
    virtual void evaluate(std::uint64_t block, int valid, block_sink sink) = 0;

  protected:
    block_worker() = default;
    block_worker(const block_worker&) = default;
    block_worker& operator=(const block_worker&) = default;
};

class block_source {
  public:
    virtual ~block_source() = default;
    [[nodiscard]] virtual std::size_t inputs() const noexcept = 0;
    [[nodiscard]] virtual std::size_t columns() const noexcept = 0;
    [[nodiscard]] virtual draw_column empty_column(std::size_t place, std::size_t replicates, bool keep) const = 0;
    /// Of all that the results follow from.
    [[nodiscard]] virtual std::uint64_t fingerprint() const = 0;
    [[nodiscard]] virtual std::unique_ptr<block_worker> make_worker(const sampling_plan& draws) const = 0;

  protected:
    block_source() = default;
    block_source(const block_source&) = default;
    block_source& operator=(const block_source&) = default;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
