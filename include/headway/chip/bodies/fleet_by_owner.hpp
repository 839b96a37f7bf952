// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chip/fleet_by_owner.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void owners_exceed_the_world(const std::string_view* names, const double* stocks, std::size_t count, double world) {
    std::string who;
    double all = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        who += (i == 0 ? "" : ", ") + std::string(names[i]) + " " + number_text(stocks[i], 6);
        all += stocks[i];
    }
    throw std::domain_error(
        "fleet_by_owner: the named owners (" + who + ") have " + number_text(all, 6) +
        " together, more than the world's total of " + number_text(world, 6) +
        ", in base units; correlate their beliefs with the total's, give the rest a belief of its own, "
        "rest_of_world(...), or have the probability told, world_total(..., beyond_world::tell)");
}
HEADWAY_INSTANTIATE(void owners_exceed_the_world<>(const std::string_view* names, const double* stocks,
                                                   std::size_t count, double world));

template <class>
void there_is_no_such_owner(const std::string_view* names, std::size_t count, std::string_view wanted) {
    near_names near(wanted);
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        near.offer(names[i]);
        all += (i == 0 ? "'" : ", '") + std::string(names[i]) + "'";
    }
    throw std::domain_error("fleet_by_owner: no owner is named '" + std::string(wanted) + "'" +
                            (near.empty() ? "; the" : "; did you mean " + near.text("'") + "? The") + " owners are " +
                            all);
}
HEADWAY_INSTANTIATE(void there_is_no_such_owner<>(const std::string_view* names, std::size_t count,
                                                  std::string_view wanted));

}  // namespace headway::detail

#include <headway/header_end.hpp>
