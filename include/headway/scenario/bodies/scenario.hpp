// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scenario/scenario.hpp>

#include <headway/header_begin.hpp>

namespace headway {

HEADWAY_OUT_OF_LINE any_scenario& any_scenario::set(std::string_view input, const any_belief& belief) {
    overrides_.set(input, belief);
    return *this;
}

HEADWAY_OUT_OF_LINE any_scenario any_scenario::on(const any_scenario& lower) const {
    override_list both = lower.overrides_;
    both.set(overrides_);
    return any_scenario(name_ + " on " + lower.name_, std::move(both));
}

}  // namespace headway

#include <headway/header_end.hpp>
