// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/belief/detail/atom_functions.hpp>
#include <headway/belief/detail/shared_array.hpp>

namespace headway::detail {

/// One part of a belief and its weight as the caller gave it.
struct component {
    atom part;
    double weight = 1.0;
    /// The weight as a share of all, and where the component lies in the unit interval from which draws choose it.
    double share = 1.0;
    double start = 0.0;
    double end = 1.0;
};

/// All parts of a belief: one, a few in place so that the belief can be a constant, or many that copies share.
class component_list {
  public:
    static constexpr std::size_t capacity_in_place = 8;

    constexpr component_list() noexcept = default;
    constexpr component_list(const atom& only) : shape_(only.shape) {  // NOLINT: implicit, a list of one
        if (only.is_truncated) shape_ = belief_shape::truncated;
        in_place_[0].part = only;
    }
    /// Components `part(0)`, ... with weights `weight(0)`, ..., which are >= 0 and not all 0.
    template <class Part, class Weight>
    constexpr component_list(belief_shape shape, std::size_t count, Part part, Weight weight)
        : shape_(shape), count_(count) {
        double sum = 0.0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += weight(i);
            if (weight(i) > 0.0) last = i;
        }
        double before = 0.0;
        const auto make = [&](std::size_t i) {
            component c;
            c.part = part(i);
            c.weight = weight(i);
            c.share = c.weight / sum;
            c.start = before < 1.0 ? before : 1.0;
            before += c.share;
            // The last one that can be drawn takes what rounding left, so that every draw finds a component.
            c.end = i >= last || before > 1.0 ? 1.0 : before;
            return c;
        };
        if (count <= capacity_in_place) {
            for (std::size_t i = 0; i < count; ++i) in_place_[i] = make(i);
        } else {
            many_ = shared_array<component>(count, make);
        }
    }

    [[nodiscard]] constexpr belief_shape shape() const noexcept { return shape_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return count_; }
    [[nodiscard]] constexpr const component* begin() const noexcept {
        return count_ <= capacity_in_place ? in_place_ : many_.begin();
    }
    [[nodiscard]] constexpr const component* end() const noexcept { return begin() + count_; }
    [[nodiscard]] constexpr const component& operator[](std::size_t i) const noexcept { return begin()[i]; }

    [[nodiscard]] friend constexpr bool operator==(const component_list& a, const component_list& b) noexcept {
        if (a.shape_ != b.shape_ || a.count_ != b.count_) return false;
        for (std::size_t i = 0; i < a.count_; ++i) {
            if (a[i].weight != b[i].weight || !(a[i].part == b[i].part)) return false;
        }
        return true;
    }

  private:
    belief_shape shape_ = belief_shape::exactly;
    std::size_t count_ = 1;
    component in_place_[capacity_in_place];
    shared_array<component> many_;
};

constexpr split_probability probability_of(const component_list& parts, double x) noexcept {
    if (parts.size() == 1) return probability_of(parts[0].part, x);
    split_probability sum = {0.0, 0.0};
    for (const component& c : parts) {
        const split_probability p = probability_of(c.part, x);
        sum.lower += c.share * p.lower;
        sum.upper += c.share * p.upper;
    }
    return {clamped(sum.lower, 0.0, 1.0), clamped(sum.upper, 0.0, 1.0)};
}

constexpr double density_of(const component_list& parts, double x) noexcept {
    double sum = 0.0;
    for (const component& c : parts) sum += c.share * density_of(c.part, x);
    return sum;
}

constexpr double mean_of(const component_list& parts) noexcept {
    if (parts.size() == 1) return mean_of(parts[0].part);
    double sum = 0.0;
    for (const component& c : parts) sum += c.share * mean_of(c.part);
    return sum;
}

constexpr double variance_of(const component_list& parts) noexcept {
    if (parts.size() == 1) return variance_of(parts[0].part);
    const double mean = mean_of(parts);
    double sum = 0.0;
    for (const component& c : parts) {
        const double apart = mean_of(c.part) - mean;
        sum += c.share * (variance_of(c.part) + apart * apart);
    }
    return sum;
}

constexpr double quantile_of(const component_list& parts, split_probability p) noexcept {
    return quantile_of(parts[0].part, p);
}

constexpr double draw_from(const component_list& parts, double u) noexcept {
    return quantile_of(parts[0].part, from_lower(u));
}

}  // namespace headway::detail
