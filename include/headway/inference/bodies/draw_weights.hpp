// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/draw_weights.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
draw_column kept_column(const std::vector<double>& values, double pivot) {
    draw_column column(pivot, 1, true);
    std::copy(values.begin(), values.end(), column.keep_range(0, values.size()));
    for (std::size_t i = 0; i < values.size(); i += batch::size) {
        const std::size_t valid = std::min<std::size_t>(batch::size, values.size() - i);
        column.add_block(values.data() + i, static_cast<int>(valid), 0);
    }
    return column;
}
HEADWAY_INSTANTIATE(draw_column kept_column<>(const std::vector<double>& values, double pivot));

template <class V>
basic_draw_weights<V>::basic_draw_weights(std::shared_ptr<const run_identity> identity, draw_column surprises)
    : identity_(std::move(identity)), surprises_(std::move(surprises)) {
    least_ = surprises_.total().least;
    std::size_t size = 0;
    for (const auto& range : surprises_.kept()) size += range.size;
    room_ = draw_memory::take(size < few ? size : std::max(size, whole_room));
    weights_ = {room_.get(), size};
    if (!(least_ < no_limit)) std::fill(weights_.begin(), weights_.end(), 0.0);
    std::size_t from = 0;
    for (const auto& range : surprises_.kept()) {
        if (least_ < no_limit) weigh(range.draws(), weights_.data() + from);
        add_parts(range, from);
        from += range.size;
    }
    for (const part& p : parts_) add_sums(p);
}

template <class V>
double basic_draw_weights<V>::log_evidence() const {
    if (!(sum_ > 0.0)) no_draw_has_weight("evidence");
    return headway::log(sum_ / static_cast<double>(draws())) - least_;
}

template <class V>
double basic_draw_weights<V>::log_evidence_error() const {
    if (!(sum_ > 0.0)) no_draw_has_weight("evidence");
    const double n = static_cast<double>(draws());
    if (draws() < 2) return no_limit;
    const double mean = sum_ / n;
    if (parts_.size() < 2) {
        double off = 0.0;
        for (const double w : weights_) off += (w - mean) * (w - mean);
        return headway::sqrt(off / (n - 1.0) / n) / mean;
    }
    double off = 0.0;
    for (const part& p : parts_) {
        const double apart = sum_of(p, [mean](double w) { return w - mean; });
        off += apart * apart;
    }
    const double r = static_cast<double>(parts_.size());
    return headway::sqrt(off * r / (r - 1.0)) / n / mean;
}

template <class V>
double basic_draw_weights<V>::degrees_of_freedom() const noexcept {
    const double n = parts_.size() > 1 ? static_cast<double>(parts_.size()) : effective_draws();
    return n > 2.0 ? n - 1.0 : 1.0;
}

template <class V>
void basic_draw_weights<V>::weigh(std::span<const double> surprises, double* weights) const {
    std::size_t i = 0;
    for (; i + batch::size <= surprises.size(); i += batch::size) {
        vector_dispatch(weight_loop{surprises.data() + i, least_, weights + i});
    }
    for (; i < surprises.size(); ++i) weights[i] = headway::exp(least_ - surprises[i]);
}

template <class V>
void basic_draw_weights<V>::add_sums(const part& p) {
    double sums[sum_lanes] = {};
    double squares[sum_lanes] = {};
    std::size_t i = p.first;
    for (; i + batch::size <= p.last; i += batch::size) {
        vector_dispatch(weight_sums_loop{weights_.data() + i, sums, squares});
    }
    for (std::size_t j = 0; i < p.last; ++i, j = (j + 1) % sum_lanes) {
        sums[j] += weights_[i];
        squares[j] += weights_[i] * weights_[i];
    }
    sum_ += together(sums);
    squares_ += together(squares);
}

template <class V>
void basic_draw_weights<V>::add_parts(const kept_range& range, std::size_t from) {
    const bool apart = identity_->method == method::sobol && identity_->condition == 0;
    for (std::uint64_t at = range.first; at < range.last();) {
        std::uint64_t end = range.last();
        if (apart) {
            const std::uint64_t next = (at / identity_->draws_per_replicate + 1) * identity_->draws_per_replicate;
            end = next < end ? next : end;
        }
        const std::size_t first = from + static_cast<std::size_t>(at - range.first);
        const std::size_t last = from + static_cast<std::size_t>(end - range.first);
        // Of shards with a gap between them the parts go on.
        const std::uint64_t replicate = apart ? at / identity_->draws_per_replicate : 0;
        if (!parts_.empty() && replicate == last_replicate_) {
            parts_.back().last = last;
        } else {
            parts_.push_back({first, last});
        }
        last_replicate_ = replicate;
        at = end;
    }
}

HEADWAY_INSTANTIATE(class basic_draw_weights<>);

}  // namespace headway::detail

#include <headway/header_end.hpp>
