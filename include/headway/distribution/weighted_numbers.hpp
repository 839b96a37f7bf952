// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/distribution/component_list.hpp>
#include <headway/math/math.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

struct weighted_number {
    double x = 0.0;
    double weight = 0.0;
};

/// Numbers with weights, one at least and some weight above zero, in increasing order, so that no result depends on the order
/// in which they were given.
class weighted_numbers {
  public:
    /// To be filled through `unshared()` and then sorted.
    constexpr explicit weighted_numbers(std::size_t count) : all_(count) {}
    [[nodiscard]] constexpr weighted_number* unshared() noexcept { return all_.unshared(); }
    constexpr void sort() {
        sort_elements(all_.unshared(), all_.size(), [](const weighted_number& a, const weighted_number& b) {
            return a.x < b.x || (a.x == b.x && a.weight < b.weight);
        });
        sum_ = 0.0;
        for (const weighted_number& n : all_) sum_ += n.weight;
    }
    [[nodiscard]] constexpr double sum_of_weights() const noexcept { return sum_; }

    /// Without this share of the weight at the low end, and at the high end; below 1/2.
    [[nodiscard]] constexpr double trimmed_mean(double trimmed) const noexcept {
        const double low = trimmed * sum_;
        const double high = sum_ - low;
        double below = 0.0;
        double kept = 0.0;
        double total = 0.0;
        const weighted_number* least = nullptr;
        const weighted_number* greatest = nullptr;
        for (const weighted_number& n : all_) {
            const double above = below + n.weight;
            const double part = trimmed > 0.0 ? max(0.0, min(above, high) - max(below, low)) : n.weight;
            below = above;
            if (!(part > 0.0)) continue;
            kept += part;
            total += part * n.x;
            if (least == nullptr) least = &n;
            greatest = &n;
        }
        return clamped(total / kept, least->x, greatest->x);
    }
    /// Half-way between the two middle ones where half of the weight lies on either side.
    [[nodiscard]] constexpr double median() const noexcept {
        double below = 0.0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            below += all_[i].weight;
            if (below > 0.5 * sum_) return all_[i].x;
            if (below < 0.5 * sum_) continue;
            std::size_t next = i + 1;
            while (next + 1 < all_.size() && !(all_[next].weight > 0.0)) ++next;
            const double upper = all_[next < all_.size() ? next : i].x;
            return all_[i].x == upper ? upper : all_[i].x + 0.5 * (upper - all_[i].x);
        }
        return all_[all_.size() - 1].x;
    }

  private:
    shared_array<weighted_number> all_;
    double sum_ = 0.0;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
