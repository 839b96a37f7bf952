// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <headway/math/vector_dispatch.hpp>
#include <headway/outcome/detail/bin_counter.hpp>
#include <headway/outcome/detail/bin_edges.hpp>
#include <headway/outcome/detail/bin_pages.hpp>
#include <headway/outcome/detail/counting_plan.hpp>
#include <headway/outcome/detail/few_values.hpp>
#include <headway/outcome/detail/packed_bins.hpp>
#include <headway/outcome/detail/sketch_contents.hpp>
#include <headway/outcome/detail/value_counter.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// The values of a streaming run, in bounded memory, so that every statistic of their order is that of a sample which has
/// the same draws, but each moved within its bin (see value_bins) unless its value is counted one by one.
///
/// Why this form. Bins of fixed edges, as in a DDSketch or an HDR histogram, are what merges exactly, in any order: a
/// t-digest's centroids depend on the order of arrival, so that shards would not have the bits of the whole run. But bins
/// by themselves smear a value that carries probability of its own over its bin, and that no table of counts can repair in
/// one pass over values in any order and in bounded memory: to count a value exactly it must be noted when it first
/// comes, and every value of a continuous result comes once. So a run finds out beforehand, from its first draws, which
/// values it repeats, and all of its parts count those one by one from their start (see counting_plan); a result that has
/// few values at all is counted so entirely, until there are too many; and a run that is short holds its draws.
/// What is left to bins is then spread evenly over a bin, never beyond the least and greatest draw in it where these are
/// known: at both ends of the run, and beside zero and the pivot, where bins cannot hold a bound on two sides.
/// A template only so that programs that never stream do not compile it.
template <class = void>
class basic_quantile_sketch {
  public:
    static constexpr double relative_error = 1.0 / (1U << value_bins::fraction_bits);
    using form = counting_plan::form;

    explicit basic_quantile_sketch(double pivot = 0.0, counting_plan plan = {}) : bins_(pivot), plan_(std::move(plan)) {
        contents_.how = plan_.how;
    }
    basic_quantile_sketch(double pivot, sketch_contents contents);
    basic_quantile_sketch(const basic_quantile_sketch& other)
        : bins_(other.bins_), plan_(other.plan_), contents_(other.running_ ? other.contents() : other.contents_),
          pages_(other.running_ || !other.pages_ ? nullptr : std::make_unique<bin_pages>(*other.pages_)) {}
    basic_quantile_sketch(basic_quantile_sketch&&) noexcept = default;
    basic_quantile_sketch& operator=(basic_quantile_sketch other) noexcept;
    ~basic_quantile_sketch() = default;

    /// Adds each finite x of at most 64. `ends`, if known, are the least and greatest of a full block of finite values.
    void add_block(const double* x, int size, const value_bins::range* ends = nullptr);
    /// Adds a value that the plan expects, so many times.
    void add(double x, std::uint64_t times);

    void add(const basic_quantile_sketch& other);
    /// The same, taking over what it can.
    void add(basic_quantile_sketch&& other);

    [[nodiscard]] const value_bins& bins() const noexcept { return bins_; }
    [[nodiscard]] sketch_contents contents() const;
    /// What there is, for `f(contents)`.
    template <class F>
    decltype(auto) with_contents(F f) const {
        if (running_ || pages_) return f(contents());
        return f(contents_);
    }
    /// The same for `f(contents, pages)`: if there are pages, it is them that have the bins.
    template <class F>
    decltype(auto) with_pages(F f) const {
        if (running_) return f(contents(), static_cast<const bin_pages*>(nullptr));
        return f(contents_, static_cast<const bin_pages*>(pages_.get()));
    }

  private:
    static constexpr std::size_t most_distinct = counting_plan::most_distinct;

    /// Counts while a run goes on.
    class running {
      public:
        running(const value_bins& bins, const counting_plan& plan, form how);

        void add_block(const double* x, int size, const value_bins::range* ends);

        /// Counts a value that is expected.
        void add(double x, std::uint64_t times) {
            if (!known_.add(x, times)) values_.add(x, times);
        }
        /// Ends the count: all that there is but the bins, which are put into `pages`, if there are any.
        [[nodiscard]] sketch_contents finish(std::unique_ptr<bin_pages>& pages);
        [[nodiscard]] sketch_contents contents() const;

      private:
        /// Without what waits and what is in bins.
        [[nodiscard]] sketch_contents contents(std::vector<double> few) const;
        void start_bins();
        /// There are too many values to count them one by one.
        void spill();
        void add_full(const double* x, bool all_finite);
        /// Values wait until they fill a block, because a full one is binned at once.
        void add_to_bins(const double* x, block_places places);
        void count_waiting();
        void count_waiting_block(int size);
        /// The first `size` values of a whole block.
        void count_in_bins(const double* x, int size, const value_bins::range& ends);
        [[nodiscard]] bool is_expected(double x) const {
            return plan_.expected && std::binary_search(plan_.expected->begin(), plan_.expected->end(), x);
        }
        [[nodiscard]] std::vector<counted_value> expected_values() const;
        [[nodiscard]] std::vector<counted_value> sorted_values() const;

        value_bins bins_;
        counting_plan plan_;
        form how_;
        std::vector<double> few_;
        few_values known_;      // those that are expected, if there are few
        value_counter values_;  // else those, and of form::distinct all others
        std::unique_ptr<bin_counter> counter_;
        bin_edges edges_;
        double wait_[2 * batch::size] = {};
        int waiting_ = 0;
    };

    void start() {
        if (!running_) running_ = std::make_unique<running>(bins_, plan_, contents_.how);
    }
    void settle();
    void take(sketch_contents other, std::unique_ptr<bin_pages> pages = nullptr);

    static bool before(const counted_value& a, const counted_value& b) noexcept { return a.value < b.value; }

    [[nodiscard]] static std::vector<counted_value> joined(const std::vector<counted_value>& a,
                                                           const std::vector<counted_value>& b);

    /// Draws that are held become values that are counted.
    static void count_few(sketch_contents& c);
    /// Values that were not expected go into the bins.
    static void bin_values(sketch_contents& c, const value_bins& bins);

    static void join(sketch_contents& to, sketch_contents from, const value_bins& bins);

    value_bins bins_;
    counting_plan plan_;
    sketch_contents contents_;          // without the bins where there are pages
    std::unique_ptr<bin_pages> pages_;  // of what was counted here, as long as nothing else is in bins
    std::unique_ptr<running> running_;  // while a run goes on
};
HEADWAY_ELSEWHERE(class basic_quantile_sketch<>);
using quantile_sketch = basic_quantile_sketch<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/outcome/bodies/detail/quantile_sketch.hpp>
#endif
