// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <headway/belief/detail/atom.hpp>
#include <headway/belief/detail/shared_array.hpp>

HEADWAY_EXACT_BEGIN
namespace headway::detail {

/// One part of a belief and its weight as the caller gave it.
struct component {
    atom part;
    double weight = 1.0;
    /// The weight as a share of all, and where the component lies in the unit interval from which draws choose it.
    double share = 1.0;
    double one_over_share = 1.0;
    double start = 0.0;
    double end = 1.0;
};

/// All parts of a belief: one, a few in place so that the belief can be a constant, or many that copies share.
class component_list {
  public:
    static constexpr std::size_t capacity_in_place = 8;

    constexpr component_list() noexcept = default;
    /// A list of one.
    constexpr component_list(const atom& only)  // NOLINT: implicit, an atom is a list of one
        : shape_(shape_of(only)) {
        in_place_[0].part = only;
        own_the_data(in_place_, 1);
    }
    /// Only `part` and `weight` of the components are read; the weights are >= 0 and not all 0.
    constexpr component_list(belief_shape shape, const component* parts, std::size_t count)
        : shape_(shape), count_(count) {
        if (count <= capacity_in_place) {
            for (std::size_t i = 0; i < count; ++i) in_place_[i] = parts[i];
            own_the_data(in_place_, count);
            divide_the_unit_interval(in_place_, count);
        } else {
            many_ = shared_array<component>(count);
            component* const filling = many_.unshared();
            for (std::size_t i = 0; i < count; ++i) filling[i] = parts[i];
            own_the_data(filling, count);
            divide_the_unit_interval(filling, count);
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
    /// Copies the observations of all parts into one array that lives as long as this list and its copies.
    constexpr void own_the_data(component* parts, std::size_t count) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < count; ++i) size += parts[i].part.data_size;
        if (size == 0) return;
        data_ = shared_array<double>(size);
        double* filling = data_.unshared();
        for (std::size_t i = 0; i < count; ++i) {
            atom& part = parts[i].part;
            for (std::size_t k = 0; k < part.data_size; ++k) filling[k] = part.data[k];
            if (part.data_size > 0) part.data = filling;
            filling += part.data_size;
        }
    }

    static constexpr void divide_the_unit_interval(component* parts, std::size_t count) noexcept {
        double sum = 0.0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += parts[i].weight;
            if (parts[i].weight > 0.0) last = i;
        }
        double before = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            component& c = parts[i];
            c.share = c.weight / sum;
            c.one_over_share = c.share > 0.0 ? 1.0 / c.share : 0.0;
            // Draws take the last component that starts at or before u. What rounding left belongs to the last one that
            // can be drawn; those of weight 0 after it start where no draw is.
            c.start = i > last ? 2.0 : before < 1.0 ? before : 1.0;
            before += c.share;
            c.end = i >= last || before > 1.0 ? 1.0 : before;
        }
    }

    belief_shape shape_ = belief_shape::exactly;
    std::size_t count_ = 1;
    component in_place_[capacity_in_place];
    shared_array<component> many_;
    shared_array<double> data_;
};

}  // namespace headway::detail
HEADWAY_EXACT_END
