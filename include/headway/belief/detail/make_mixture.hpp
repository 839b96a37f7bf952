// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>

#include <headway/belief/detail/make_component.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Components under construction.
class component_builder {
  public:
    constexpr explicit component_builder(const maker& m) noexcept : maker_(m) {}
    component_builder(const component_builder&) = delete;
    component_builder& operator=(const component_builder&) = delete;
    constexpr ~component_builder() { delete[] parts_; }

    constexpr void add(const component& part, double weight) {
        if (!(weight >= 0.0 && weight < infinity)) maker_.number_must_be("every weight", ">= 0 and finite", weight);
        if (size_ == capacity_) grow();
        parts_[size_].part = part;
        parts_[size_].weight = weight;
        ++size_;
        sum_ += weight;
    }
    /// All parts of a belief, with this weight together.
    constexpr void add(const component_list& belief, double weight) {
        if (belief.size() == 1) return add(belief[0].part, weight);
        for (const weighted_component& c : belief) {
            const decimal product = belief.portions_are_whole()
                                        ? decimal_share(weight, c.portion, belief.all_portions())
                                        : decimal();
            add(c.part, product.is_found ? product.whole / product.scale : weight * c.share);
        }
    }

    [[nodiscard]] constexpr component_list mixture() const {
        require_weights();
        if (size_ == 1) return parts_[0].part;
        return {belief_shape::mixture, parts_, size_, &functions_of_list<mixture_code<>>};
    }
    /// The parts are sure values: sorted, and equal ones joined.
    [[nodiscard]] constexpr component_list discrete() {
        require_weights();
        // Equal values from the lightest on, so that their sum does not depend on the order in which they were given.
        sort_elements(parts_, size_, [](const weighted_component& a, const weighted_component& b) {
            return a.part.lo < b.part.lo || (a.part.lo == b.part.lo && a.weight < b.weight);
        });
        const decimal found = decimal_scale(parts_, size_);
        const auto whole = [&](double weight) { return found.is_found ? floor(weight * found.scale + 0.5) : weight; };
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size_;) {
            weighted_component joined = parts_[i];
            std::size_t next = i + 1;
            double sum = whole(joined.weight);
            for (; next < size_ && parts_[next].part.lo == joined.part.lo; ++next) sum += whole(parts_[next].weight);
            // A value that stands alone keeps the weight that it was given.
            if (next > i + 1) joined.weight = sum / found.scale;
            parts_[kept++] = joined;
            i = next;
        }
        size_ = kept;
        if (size_ == 1) return parts_[0].part;
        return {belief_shape::discrete, parts_, size_, &functions_of_list<discrete_code<>>};
    }

    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

  private:
    [[noreturn]] void weights_must_not_all_be_zero() const;
    constexpr void require_weights() const {
        if (!(sum_ > 0.0)) weights_must_not_all_be_zero();
        if (!(sum_ < infinity)) maker_.number_must_be("the sum of the weights", "finite", sum_);
    }
    constexpr void grow() {
        weighted_component* const larger = new weighted_component[2 * capacity_ + 8];
        for (std::size_t i = 0; i < size_; ++i) larger[i] = parts_[i];
        delete[] parts_;
        parts_ = larger;
        capacity_ = 2 * capacity_ + 8;
    }

    maker maker_;
    weighted_component* parts_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    double sum_ = 0.0;
};

template <class Range>
using element_of = std::remove_cvref_t<decltype(*std::begin(std::declval<const Range&>()))>;

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/belief/bodies/detail/make_mixture.hpp>
#endif
