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
    basic_quantile_sketch(double pivot, sketch_contents contents) : basic_quantile_sketch(pivot) {
        plan_.how = contents.how;
        contents_ = std::move(contents);
    }
    basic_quantile_sketch(const basic_quantile_sketch& other)
        : bins_(other.bins_), plan_(other.plan_), contents_(other.running_ ? other.contents() : other.contents_),
          pages_(other.running_ || !other.pages_ ? nullptr : std::make_unique<bin_pages>(*other.pages_)) {}
    basic_quantile_sketch(basic_quantile_sketch&&) noexcept = default;
    basic_quantile_sketch& operator=(basic_quantile_sketch other) noexcept {
        std::swap(bins_, other.bins_);
        std::swap(plan_, other.plan_);
        std::swap(contents_, other.contents_);
        std::swap(pages_, other.pages_);
        std::swap(running_, other.running_);
        return *this;
    }
    ~basic_quantile_sketch() = default;

    /// Adds each finite x of at most 64. `ends`, if known, are the least and greatest of a full block of finite values.
    void add_block(const double* x, int size, const value_bins::range* ends = nullptr) {
        start();
        running_->add_block(x, size, ends);
    }
    /// Adds a value that the plan expects, so many times.
    void add(double x, std::uint64_t times) {
        start();
        running_->add(x, times);
    }

    void add(const basic_quantile_sketch& other) {
        if (other.running_ || &other == this) return add(basic_quantile_sketch(other));
        settle();
        if (other.pages_ && pages_) {
            pages_->add(*other.pages_);
        } else if (other.pages_) {
            pages_ = std::make_unique<bin_pages>(*other.pages_);
        }
        take(other.contents_);
    }
    /// The same, taking over what it can.
    void add(basic_quantile_sketch&& other) {
        settle();
        other.settle();
        take(std::move(other.contents_), std::move(other.pages_));
    }

    [[nodiscard]] const value_bins& bins() const noexcept { return bins_; }
    [[nodiscard]] sketch_contents contents() const {
        sketch_contents all = contents_;
        if (pages_) all.bins = pages_->packed();
        if (running_) join(all, running_->contents(), bins_);
        return all;
    }
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
        running(const value_bins& bins, const counting_plan& plan, form how) : bins_(bins), plan_(plan), how_(how) {
            if (how_ != form::few && plan_.expected && plan_.expected->size() <= few_values::most) {
                for (const double x : *plan_.expected) known_.expect(x);
            }
            if (how_ == form::binned) start_bins();
        }

        void add_block(const double* x, int size, const value_bins::range* ends) {
            if (ends != nullptr && how_ == form::binned && known_.size() == 0 && values_.size() == 0) {
                count_in_bins(x, size, *ends);
            } else if (size == batch::size) {
                add_full(x, ends != nullptr);
            } else {
                double block[batch::size];
                std::fill(std::copy(x, x + size, block), block + batch::size, no_limit);
                add_full(block, false);
            }
        }

        /// Counts a value that is expected.
        void add(double x, std::uint64_t times) {
            if (!known_.add(x, times)) values_.add(x, times);
        }
        /// Ends the count: all that there is but the bins, which are put into `pages`, if there are any.
        [[nodiscard]] sketch_contents finish(std::unique_ptr<bin_pages>& pages) {
            count_waiting();
            sketch_contents all = contents(std::move(few_));
            if (edges_.least_count > 0) pages = std::make_unique<bin_pages>(counter_->take_pages());
            return all;
        }
        [[nodiscard]] sketch_contents contents() const {
            sketch_contents all = contents(few_);
            if (edges_.least_count > 0) all.bins = counter_->pages().packed();
            if (waiting_ == 0) return all;
            sketch_contents rest;
            rest.few.assign(wait_, wait_ + waiting_);
            count_few(rest);
            rest.values = joined(rest.values, expected_values());
            bin_values(rest, bins_);
            join(all, std::move(rest), bins_);
            return all;
        }

      private:
        /// Without what waits and what is in bins.
        [[nodiscard]] sketch_contents contents(std::vector<double> few) const {
            sketch_contents all;
            all.how = how_;
            all.few = std::move(few);
            all.values = sorted_values();
            all.edges = edges_;
            return all;
        }
        void start_bins() {
            counter_ = std::make_unique<bin_counter>(bins_);
            if (!plan_.expected || plan_.expected->empty()) return;
            counter_->divide(*plan_.expected);
            if (known_.size() > 0) return;
            for (const double x : *plan_.expected) values_.expect(x);
            values_.part();
        }
        /// There are too many values to count them one by one.
        void spill() {
            value_counter all;
            std::swap(all, values_);
            how_ = form::binned;
            start_bins();
            all.each([&](double x, std::uint64_t count) {
                if (is_expected(x)) {
                    values_.add(x, count);
                } else {
                    counter_->add(x, count);
                    edges_.add(x, count, bins_.pivot());
                }
            });
        }
        void add_full(const double* x, bool all_finite) {
            block_places others = known_.count(x);
            if (!all_finite) others &= finite_places(x);
            if (how_ == form::few) {
                each_place(others, [&](int draw) { few_.push_back(x[draw] + 0.0); });
            } else if (how_ == form::distinct) {
                each_place(others, [&](int draw) { values_.add(x[draw], 1); });
                if (values_.size() + known_.seen() > most_distinct) spill();
            } else {
                add_to_bins(x, others);
            }
        }
        /// Values wait until they fill a block, because a full one is binned at once.
        void add_to_bins(const double* x, block_places places) {
            double chosen[batch::size];
            double* const to = values_.size() > 0 ? chosen : wait_ + waiting_;
            int count = 0;
            if (places == everywhere) {
                copy_lanes<batch::size>(x, to);
                count = batch::size;
            } else {
                each_place(places, [&](int draw) { to[count++] = x[draw]; });
            }
            waiting_ += values_.size() > 0 ? values_.count_known(chosen, count, wait_ + waiting_) : count;
            if (waiting_ < batch::size) return;
            count_waiting_block(batch::size);
            waiting_ -= batch::size;
            copy_lanes<batch::size>(wait_ + batch::size, wait_);
        }
        void count_waiting() {
            if (waiting_ == 0) return;
            std::fill(wait_ + waiting_, wait_ + batch::size, wait_[0]);
            count_waiting_block(waiting_);
            waiting_ = 0;
        }
        void count_waiting_block(int size) {
            value_bins::range ends{};
            vector_dispatch(bin_edges::range_loop{wait_, &ends});
            count_in_bins(wait_, size, ends);
        }
        /// The first `size` values of a whole block.
        void count_in_bins(const double* x, int size, const value_bins::range& ends) {
            if (edges_.may_change(x, ends.least, ends.greatest)) {
                for (int i = 0; i < size; ++i) edges_.add(x[i], 1, bins_.pivot());
            }
            counter_->add_block(x, size);
        }
        [[nodiscard]] bool is_expected(double x) const {
            return plan_.expected && std::binary_search(plan_.expected->begin(), plan_.expected->end(), x);
        }
        [[nodiscard]] std::vector<counted_value> expected_values() const {
            std::vector<counted_value> expected;
            if (!plan_.expected) return expected;
            for (const double x : *plan_.expected) expected.emplace_back(x, 0, true);
            return expected;
        }
        [[nodiscard]] std::vector<counted_value> sorted_values() const {
            std::vector<counted_value> all;
            if (how_ == form::few) return all;
            all.reserve(values_.size() + known_.size());
            known_.each([&](double x, std::uint64_t count) { all.emplace_back(x, count, true); });
            values_.each([&](double x, std::uint64_t count) { all.emplace_back(x, count, is_expected(x)); });
            std::sort(all.begin(), all.end(), before);
            if (how_ == form::distinct) return joined(all, expected_values());
            const std::vector<std::uint64_t> below = counter_->below_dividers();
            for (std::size_t i = 0; i < all.size(); ++i) all[i].below_in_bin = below[i];
            return all;
        }

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
    void settle() {
        if (!running_) return;
        std::unique_ptr<bin_pages> pages;
        sketch_contents now = running_->finish(pages);
        running_.reset();
        take(std::move(now), std::move(pages));
    }
    void take(sketch_contents other, std::unique_ptr<bin_pages> pages = nullptr) {
        if (pages && pages_) {
            pages_->add(*pages);
        } else if (pages) {
            pages_ = std::move(pages);
        }
        join(contents_, std::move(other), bins_);
        if (!pages_ || contents_.bins.count() == 0) return;
        contents_.bins = packed_bins::sum(contents_.bins, pages_->packed());
        pages_.reset();
    }

    static bool before(const counted_value& a, const counted_value& b) noexcept { return a.value < b.value; }

    [[nodiscard]] static std::vector<counted_value> joined(const std::vector<counted_value>& a,
                                                           const std::vector<counted_value>& b) {
        std::vector<counted_value> both;
        both.reserve(std::max(a.size(), b.size()));
        std::size_t i = 0;
        std::size_t j = 0;
        while (i < a.size() || j < b.size()) {
            if (j == b.size() || (i < a.size() && a[i].value < b[j].value)) {
                both.push_back(a[i++]);
            } else if (i == a.size() || b[j].value < a[i].value) {
                both.push_back(b[j++]);
            } else {
                both.emplace_back(a[i].value, a[i].count() + b[j].count(), a[i].expected() || b[j].expected(),
                                  a[i].below_in_bin + b[j].below_in_bin);
                ++i;
                ++j;
            }
        }
        both.shrink_to_fit();
        return both;
    }

    /// Draws that are held become values that are counted.
    static void count_few(sketch_contents& c) {
        if (c.how != form::few) return;
        std::sort(c.few.begin(), c.few.end());
        for (std::size_t i = 0; i < c.few.size();) {
            std::size_t end = i + 1;
            while (end < c.few.size() && c.few[end] == c.few[i]) ++end;
            c.values.emplace_back(c.few[i], end - i, false);
            i = end;
        }
        c.few = {};
        c.how = form::distinct;
    }
    /// Values that were not expected go into the bins.
    static void bin_values(sketch_contents& c, const value_bins& bins) {
        c.how = form::binned;
        if (std::all_of(c.values.begin(), c.values.end(), [](const counted_value& v) { return v.expected(); })) return;
        packed_bins added;
        std::vector<counted_value> left;
        for (std::size_t i = 0; i < c.values.size();) {
            const std::uint32_t key = bins.key_of(c.values[i].value);
            std::uint64_t count = 0;
            for (; i < c.values.size() && bins.key_of(c.values[i].value) == key; ++i) {
                const counted_value& v = c.values[i];
                if (v.expected()) {
                    left.push_back(v);
                    left.back().below_in_bin += count;
                } else {
                    count += v.count();
                    c.edges.add(v.value, v.count(), bins.pivot());
                }
            }
            if (count > 0) added.append(key, count);
        }
        c.bins = packed_bins::sum(c.bins, added);
        c.values = std::move(left);
    }

    static void join(sketch_contents& to, sketch_contents from, const value_bins& bins) {
        if (from.empty()) return;
        if (to.empty()) {
            to = std::move(from);
            return;
        }
        if (to.how == form::few && from.how == form::few) {
            to.few.insert(to.few.end(), from.few.begin(), from.few.end());
            return;
        }
        count_few(to);
        count_few(from);
        to.values = to.values.empty() ? std::move(from.values) : joined(to.values, from.values);
        to.bins = to.bins.count() == 0 ? std::move(from.bins) : packed_bins::sum(to.bins, from.bins);
        to.edges.add(from.edges);
        const auto distinct =
            std::count_if(to.values.begin(), to.values.end(), [](const counted_value& v) { return v.count() > 0; });
        const bool too_many = static_cast<std::size_t>(distinct) > most_distinct;
        if (to.how == form::binned || from.how == form::binned || too_many) bin_values(to, bins);
    }

    value_bins bins_;
    counting_plan plan_;
    sketch_contents contents_;          // without the bins where there are pages
    std::unique_ptr<bin_pages> pages_;  // of what was counted here, as long as nothing else is in bins
    std::unique_ptr<running> running_;  // while a run goes on
};
HEADWAY_INSTANTIATE(class basic_quantile_sketch<>);
using quantile_sketch = basic_quantile_sketch<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
