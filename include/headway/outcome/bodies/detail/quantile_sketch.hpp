// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/detail/quantile_sketch.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class V>
basic_quantile_sketch<V>::basic_quantile_sketch(double pivot, sketch_contents contents) : basic_quantile_sketch(pivot) {
    plan_.how = contents.how;
    contents_ = std::move(contents);
}

template <class V>
auto basic_quantile_sketch<V>::operator=(basic_quantile_sketch other) noexcept -> basic_quantile_sketch& {
    std::swap(bins_, other.bins_);
    std::swap(plan_, other.plan_);
    std::swap(contents_, other.contents_);
    std::swap(pages_, other.pages_);
    std::swap(running_, other.running_);
    return *this;
}

template <class V>
void basic_quantile_sketch<V>::add_block(const double* x, int size, const value_bins::range* ends) {
    start();
    running_->add_block(x, size, ends);
}

template <class V>
void basic_quantile_sketch<V>::add(double x, std::uint64_t times) {
    start();
    running_->add(x, times);
}

template <class V>
void basic_quantile_sketch<V>::add(const basic_quantile_sketch& other) {
    if (other.running_ || &other == this) return add(basic_quantile_sketch(other));
    settle();
    if (other.pages_ && pages_) {
        pages_->add(*other.pages_);
    } else if (other.pages_) {
        pages_ = std::make_unique<bin_pages>(*other.pages_);
    }
    take(other.contents_);
}

template <class V>
void basic_quantile_sketch<V>::add(basic_quantile_sketch&& other) {
    settle();
    other.settle();
    take(std::move(other.contents_), std::move(other.pages_));
}

template <class V>
sketch_contents basic_quantile_sketch<V>::contents() const {
    sketch_contents all = contents_;
    if (pages_) all.bins = pages_->packed();
    if (running_) join(all, running_->contents(), bins_);
    return all;
}

template <class V>
basic_quantile_sketch<V>::running::running(const value_bins& bins, const counting_plan& plan, form how)
    : bins_(bins), plan_(plan), how_(how) {
    if (how_ != form::few && plan_.expected && plan_.expected->size() <= few_values::most) {
        for (const double x : *plan_.expected) known_.expect(x);
    }
    if (how_ == form::binned) start_bins();
}

template <class V>
void basic_quantile_sketch<V>::running::add_block(const double* x, int size, const value_bins::range* ends) {
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

template <class V>
sketch_contents basic_quantile_sketch<V>::running::finish(std::unique_ptr<bin_pages>& pages) {
    count_waiting();
    sketch_contents all = contents(std::move(few_));
    if (edges_.least_count > 0) pages = std::make_unique<bin_pages>(counter_->take_pages());
    return all;
}

template <class V>
sketch_contents basic_quantile_sketch<V>::running::contents() const {
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

template <class V>
sketch_contents basic_quantile_sketch<V>::running::contents(std::vector<double> few) const {
    sketch_contents all;
    all.how = how_;
    all.few = std::move(few);
    all.values = sorted_values();
    all.edges = edges_;
    return all;
}

template <class V>
void basic_quantile_sketch<V>::running::start_bins() {
    counter_ = std::make_unique<bin_counter>(bins_);
    if (!plan_.expected || plan_.expected->empty()) return;
    counter_->divide(*plan_.expected);
    if (known_.size() > 0) return;
    for (const double x : *plan_.expected) values_.expect(x);
    values_.part();
}

template <class V>
void basic_quantile_sketch<V>::running::spill() {
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

template <class V>
void basic_quantile_sketch<V>::running::add_full(const double* x, bool all_finite) {
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

template <class V>
void basic_quantile_sketch<V>::running::add_to_bins(const double* x, block_places places) {
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

template <class V>
void basic_quantile_sketch<V>::running::count_waiting() {
    if (waiting_ == 0) return;
    std::fill(wait_ + waiting_, wait_ + batch::size, wait_[0]);
    count_waiting_block(waiting_);
    waiting_ = 0;
}

template <class V>
void basic_quantile_sketch<V>::running::count_waiting_block(int size) {
    value_bins::range ends{};
    vector_dispatch(bin_edges::range_loop{wait_, &ends});
    count_in_bins(wait_, size, ends);
}

template <class V>
void basic_quantile_sketch<V>::running::count_in_bins(const double* x, int size, const value_bins::range& ends) {
    if (edges_.may_change(x, ends.least, ends.greatest)) {
        for (int i = 0; i < size; ++i) edges_.add(x[i], 1, bins_.pivot());
    }
    counter_->add_block(x, size);
}

template <class V>
std::vector<counted_value> basic_quantile_sketch<V>::running::expected_values() const {
    std::vector<counted_value> expected;
    if (!plan_.expected) return expected;
    for (const double x : *plan_.expected) expected.emplace_back(x, 0, true);
    return expected;
}

template <class V>
std::vector<counted_value> basic_quantile_sketch<V>::running::sorted_values() const {
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

template <class V>
void basic_quantile_sketch<V>::settle() {
    if (!running_) return;
    std::unique_ptr<bin_pages> pages;
    sketch_contents now = running_->finish(pages);
    running_.reset();
    take(std::move(now), std::move(pages));
}

template <class V>
void basic_quantile_sketch<V>::take(sketch_contents other, std::unique_ptr<bin_pages> pages) {
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

template <class V>
std::vector<counted_value> basic_quantile_sketch<V>::joined(const std::vector<counted_value>& a,
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

template <class V>
void basic_quantile_sketch<V>::count_few(sketch_contents& c) {
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

template <class V>
void basic_quantile_sketch<V>::bin_values(sketch_contents& c, const value_bins& bins) {
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

template <class V>
void basic_quantile_sketch<V>::join(sketch_contents& to, sketch_contents from, const value_bins& bins) {
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

HEADWAY_INSTANTIATE(class basic_quantile_sketch<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
