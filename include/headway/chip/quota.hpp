// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/chip_generation.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The number of whole chips that fit under a quota of processing performance: floor(quota / per chip). A quota that is a
/// whole number of chips but for rounding counts as that number.
/// \throws std::domain_error for a negative quota or a chip that counts nothing.
template <class Quota, class PerChip>
[[nodiscard]] constexpr auto
chips_under_quota(const quantity<dim::processing_performance, Quota>& quota,
                  const quantity<detail::processing_performance_per_chip, PerChip>& per_chip) {
    detail::require_not_negative("chips_under_quota", "quota in TPP", quota.base_value());
    detail::require_above_zero("chips_under_quota", "processing performance in TPP per chip", per_chip.base_value());
    const auto ratio = quota.base_value() / per_chip.base_value();
    const auto chips = floor(ratio + 0x1p-50 * ratio);
    return quantity<dim::chips, std::remove_const_t<decltype(chips)>>::from_base_value(chips);
}

}  // namespace headway

#include <headway/header_end.hpp>
