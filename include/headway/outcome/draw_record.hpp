// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/function_ref.hpp>
#include <headway/outcome/detail/order_statistics.hpp>
#include <headway/outcome/detail/outcome_requirements.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/outcome/run_identity.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Counts of draws in equal bins, and outside them.
struct bin_counts {
    std::vector<std::uint64_t> bins;
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    std::uint64_t never = 0;
};

/// What `outcome` knows, without its type: the draws of one output and the run they are of, in base units.
template <class = void>
class basic_draw_record {
  public:
    basic_draw_record(std::shared_ptr<const run_identity> identity, draw_column column)
        : identity_(std::move(identity)), column_(std::move(column)), total_(column_.total()) {}

    [[nodiscard]] const run_identity& identity() const noexcept { return *identity_; }
    [[nodiscard]] const draw_column& column() const noexcept { return column_; }
    [[nodiscard]] const moments& total() const noexcept { return total_; }
    [[nodiscard]] bool keeps_draws() const noexcept { return column_.keeps_draws(); }
    [[nodiscard]] std::uint64_t draws() const noexcept { return total_.count + total_.never; }

    [[nodiscard]] double mean() const;
    /// The same where it is known that some draw happens.
    [[nodiscard]] double known_mean() const noexcept { return column_.pivot() + total_.mean_offset(); }
    [[nodiscard]] double stddev() const;
    /// \throws std::domain_error where fewer than two draws happen.
    void require_two(const char* function) const;
    void require_kept(const char* function) const;

    [[nodiscard]] double quantile(double p) const { return quantiles(std::array{p}).front(); }
    [[nodiscard]] std::vector<double> quantiles(std::span<const double> probabilities) const;

    [[nodiscard]] double share_below(double x) const;
    [[nodiscard]] double share_above(double x) const;
    [[nodiscard]] double share_never() const;

    [[nodiscard]] bin_counts histogram(double from, double to, std::size_t bins) const;

    /// The draws for which `condition` holds of those of `other`.
    [[nodiscard]] basic_draw_record given(const basic_draw_record& other, function_ref<bool(double)> condition) const;

    template <class F>
    void each_kept(F f) const {
        for (const auto& range : column_.kept()) {
            for (const double x : range.draws()) f(x);
        }
    }

  private:
    static void require_number(const char* function, double x) {
        if (!(x == x)) value_breaks_a_rule(function, "the value", "must be a number", x);
    }
    /// The kept draws; in `joined` where they lie apart, as in shards with a gap.
    [[nodiscard]] std::span<const double> all_kept(std::vector<double>& joined) const;

    std::shared_ptr<const run_identity> identity_;
    draw_column column_;
    moments total_;
};
HEADWAY_ELSEWHERE(class basic_draw_record<>);
using draw_record = basic_draw_record<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/draw_record.hpp>
#endif
