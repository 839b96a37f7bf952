// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/project/detail/crew_course.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

HEADWAY_OUT_OF_LINE std::shared_ptr<const crew_plan>
crews_of::plan(const stage_links& after, const std::vector<std::size_t>& sorted, priority_rule rule) const {
    require_priority_rule(rule);
    return std::make_shared<const crew_plan>(after, sorted, sizes_, needs_, rule, std::vector<std::size_t>());
}

HEADWAY_OUT_OF_LINE std::string crews_of::not_a_stage(const std::string& name) const {
    std::string text;
    for (const auto& stage : stages_) text += (text.empty() ? "" : ", ") + stage;
    return "\"" + name + "\", which is not a stage; there are " + text;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
