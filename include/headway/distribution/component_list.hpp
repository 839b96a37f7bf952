// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include <headway/distribution/component.hpp>
#include <headway/distribution/decimal.hpp>
#include <headway/distribution/shared_array.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// One part of a belief and its weight as the caller gave it.
struct weighted_component {
    component part;
    double weight = 1.0;
    /// The weight as a share of all, and where the component lies in the unit interval from which draws choose it.
    double share = 1.0;
    double one_over_share = 1.0;
    double start = 0.0;
    /// The weight; times a number that makes all weights whole, and all probabilities of single values in them, where
    /// there is one: then sums of them are exact, and 0.7 and 0.1 are 0.8.
    double portion = 1.0;
};

/// Sorts in place, in n log n steps also in the worst case (heap sort); also in constant expressions.
template <class Element, class Less>
constexpr void sort_elements(Element* elements, std::size_t count, Less less) {
    const auto swap = [&](std::size_t i, std::size_t k) {
        const Element moved = elements[i];
        elements[i] = elements[k];
        elements[k] = moved;
    };
    const auto sift_down = [&](std::size_t root, std::size_t end) {
        while (2 * root + 1 < end) {
            std::size_t child = 2 * root + 1;
            if (child + 1 < end && less(elements[child], elements[child + 1])) ++child;
            if (!less(elements[root], elements[child])) return;
            swap(root, child);
            root = child;
        }
    };
    for (std::size_t i = count / 2; i > 0; --i) sift_down(i - 1, count);
    for (std::size_t end = count; end > 1; --end) {
        swap(0, end - 1);
        sift_down(0, end - 1);
    }
}

/// A value of many that have a probability of their own, with the portions up to it and beyond it.
struct step {
    double value = 0.0;
    double below = 0.0;
    double above = 0.0;
};

/// The power of ten that makes all weights whole numbers, whose sum is exact; not found where there is none.
constexpr decimal decimal_scale(const weighted_component* parts, std::size_t count) noexcept {
    double scale = 1.0;
    for (int digits = 0; digits <= 15; ++digits, scale *= 10.0) {
        double sum = 0.0;
        bool all_are_whole = true;
        for (std::size_t i = 0; i < count && all_are_whole; ++i) {
            const double whole = floor(parts[i].weight * scale + 0.5);
            sum += whole;
            all_are_whole = sum < most_whole && whole / scale == parts[i].weight;
        }
        if (all_are_whole) return {sum, scale, true};
        if (!(sum < most_whole)) return {};
    }
    return {};
}

/// The probabilities of the single values of a part are multiples of one over this whole number; 1 if there are none.
constexpr double steps_to_one(const component& a) noexcept {
    if (a.shape == belief_shape::empirical) return static_cast<double>(a.data_size);
    return a.shape == belief_shape::bernoulli ? decimal_of(a.parameter[0]).scale : 1.0;
}

struct list_functions;

/// All parts of a belief: one, a few in place so that the belief can be a constant, or many that copies share.
class component_list {
  public:
    static constexpr std::size_t capacity_in_place = 8;

    constexpr component_list() noexcept = default;
    /// A list of one.
    constexpr component_list(const component& only)  // NOLINT: implicit, a component is a list of one
        : shape_(shape_of(only)), has_steps_(!is_continuous(only.shape)) {
        in_place_[0].part = only;
        own_the_data(in_place_, 1);
    }
    /// Only `part` and `weight` of the components are read; the weights are >= 0 and not all 0. `functions` are those of the
    /// shape.
    constexpr component_list(belief_shape shape, const weighted_component* parts, std::size_t count,
                             const list_functions* functions)
        : shape_(shape), count_(count), functions_(functions) {
        if (count <= capacity_in_place) {
            for (std::size_t i = 0; i < count; ++i) in_place_[i] = parts[i];
            own_the_data(in_place_, count);
            divide_the_unit_interval(in_place_, count);
            sum_portions(in_place_, count);
        } else {
            many_ = shared_array<weighted_component>(count);
            weighted_component* const filling = many_.unshared();
            for (std::size_t i = 0; i < count; ++i) filling[i] = parts[i];
            own_the_data(filling, count);
            divide_the_unit_interval(filling, count);
            sum_portions(filling, count);
            sum_steps();
        }
        if (shape == belief_shape::discrete)
            start_where_steps_are(count <= capacity_in_place ? in_place_ : many_.unshared());
    }

    [[nodiscard]] constexpr belief_shape shape() const noexcept { return shape_; }
    /// Of a mixture or a discrete belief; null for a list of one.
    [[nodiscard]] constexpr const list_functions* functions() const noexcept { return functions_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return count_; }
    [[nodiscard]] constexpr const weighted_component* begin() const noexcept {
        return count_ <= capacity_in_place ? in_place_ : many_.begin();
    }
    [[nodiscard]] constexpr const weighted_component* end() const noexcept { return begin() + count_; }
    [[nodiscard]] constexpr const weighted_component& operator[](std::size_t i) const noexcept { return begin()[i]; }

    /// What it was read from, in the notation of its makers with values in the units in which they were written; empty for
    /// what was made in code. It takes no part in a comparison, and what is made of the belief has it no more.
    [[nodiscard]] std::string_view text() const noexcept { return {text_.begin(), text_.size()}; }
    void keep_text(std::string_view text);

    /// Some single values have a probability of their own.
    [[nodiscard]] constexpr bool has_steps() const noexcept { return has_steps_; }
    /// The sum of all portions.
    [[nodiscard]] constexpr double all_portions() const noexcept { return all_portions_; }
    /// All portions are whole numbers, and so is their sum, exactly.
    [[nodiscard]] constexpr bool portions_are_whole() const noexcept { return portions_are_whole_; }
    /// Of many components: those that are sure of a value, in order, and the places of all others; empty for a few.
    [[nodiscard]] constexpr const shared_array<step>& steps() const noexcept { return steps_; }
    [[nodiscard]] constexpr const shared_array<std::size_t>& others() const noexcept { return others_; }

    [[nodiscard]] friend constexpr bool operator==(const component_list& a, const component_list& b) noexcept {
        if (a.shape_ != b.shape_ || a.count_ != b.count_) return false;
        for (std::size_t i = 0; i < a.count_; ++i) {
            if (a[i].weight != b[i].weight || !(a[i].part == b[i].part)) return false;
        }
        return true;
    }

  private:
    /// Copies the observations of all parts into one array that lives as long as this list and its copies.
    constexpr void own_the_data(weighted_component* parts, std::size_t count) {
        std::size_t size = 0;
        for (std::size_t i = 0; i < count; ++i) size += parts[i].part.data != nullptr ? parts[i].part.data_size : 0;
        if (size == 0) return;
        data_ = shared_array<double>(size);
        double* filling = data_.unshared();
        for (std::size_t i = 0; i < count; ++i) {
            component& part = parts[i].part;
            if (part.data == nullptr) continue;
            for (std::size_t k = 0; k < part.data_size; ++k) filling[k] = part.data[k];
            part.data = filling;
            filling += part.data_size;
        }
    }

    static constexpr void divide_the_unit_interval(weighted_component* parts, std::size_t count) noexcept {
        double sum = 0.0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += parts[i].weight;
            if (parts[i].weight > 0.0) last = i;
        }
        double before = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            weighted_component& c = parts[i];
            c.share = c.weight / sum;
            c.one_over_share = c.share > 0.0 ? 1.0 / c.share : 0.0;
            // Draws take the last component that starts at or before u. What rounding left belongs to the last one that
            // can be drawn; those of weight 0 after it start where no draw is.
            c.start = i > last ? 2.0 : before < 1.0 ? before : 1.0;
            before += c.share;
        }
    }

    constexpr void sum_portions(weighted_component* parts, std::size_t count) noexcept {
        const decimal found = decimal_scale(parts, count);
        portions_are_whole_ = found.is_found;
        has_steps_ = false;
        all_portions_ = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            const double weight = parts[i].weight;
            parts[i].portion = found.is_found ? floor(weight * found.scale + 0.5) : weight;
            all_portions_ += parts[i].portion;
            has_steps_ = has_steps_ || (weight > 0.0 && !is_continuous(parts[i].part.shape));
        }
        if (found.is_found && has_steps_) make_steps_whole(parts, count);
    }
    /// Multiplies all portions so that those of single observations are whole too, if the sum is then still exact.
    constexpr void make_steps_whole(weighted_component* parts, std::size_t count) noexcept {
        double factor = 1.0;
        for (std::size_t i = 0; i < count; ++i) {
            const double steps = steps_to_one(parts[i].part);
            if (!(parts[i].portion > 0.0) || steps == 1.0) continue;
            const double missing = steps / greatest_common_divisor(steps, parts[i].portion);
            const double further = missing / greatest_common_divisor(missing, factor);
            if (!(factor * further * all_portions_ < most_whole)) continue;
            factor *= further;
        }
        for (std::size_t i = 0; i < count; ++i) parts[i].portion *= factor;
        all_portions_ *= factor;
    }
    constexpr void sum_steps() {
        if (!has_steps_) return;
        const auto is_step = [](const weighted_component& c) { return c.part.shape == belief_shape::exactly; };
        std::size_t count = 0;
        std::size_t other_count = 0;
        for (const weighted_component& c : *this) {
            if (c.share > 0.0) (is_step(c) ? count : other_count) += 1;
        }
        if (count == 0) return;
        steps_ = shared_array<step>(count);
        if (other_count > 0) others_ = shared_array<std::size_t>(other_count);
        step* const all = steps_.unshared();
        count = other_count = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            const weighted_component& c = begin()[i];
            if (!(c.share > 0.0)) continue;
            if (is_step(c)) {
                all[count++] = {c.part.parameter[0], c.portion, 0.0};
            } else {
                others_.unshared()[other_count++] = i;
            }
        }
        sort_elements(all, count, [](const step& a, const step& b) { return a.value < b.value; });
        double sum = 0.0;
        for (std::size_t i = count; i > 0; --i) {
            all[i - 1].above = sum;
            sum += all[i - 1].below;
        }
        sum = 0.0;
        for (std::size_t i = 0; i < count; ++i) all[i].below = sum += all[i].below;
        for (std::size_t i = 0; i < other_count; ++i) sum += begin()[others_[i]].portion;
        all_portions_ = sum;
    }
    /// A draw from u is the quantile at u: it takes the lower value up to and including its distribution function.
    constexpr void start_where_steps_are(weighted_component* parts) noexcept {
        double below = 0.0;
        for (std::size_t i = 0; i < count_; ++i) {
            if (parts[i].start <= 1.0) parts[i].start = below / all_portions_;
            below += parts[i].portion;
        }
    }

    belief_shape shape_ = belief_shape::exactly;
    bool has_steps_ = true;
    bool portions_are_whole_ = true;
    std::size_t count_ = 1;
    const list_functions* functions_ = nullptr;
    double all_portions_ = 1.0;
    weighted_component in_place_[capacity_in_place];
    shared_array<weighted_component> many_;
    shared_array<double> data_;
    shared_array<step> steps_;
    shared_array<std::size_t> others_;
    shared_array<char> text_;
};

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/distribution/bodies/component_list.hpp>
#endif
