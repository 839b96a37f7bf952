// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/stale_verdicts.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string stale_verdicts::text() const {
    if (empty()) return "no verdict is stale on " + to_text(day_);
    std::string text = "stale on " + to_text(day_) + ", look at them again:";
    for (const figures::verdict& v : verdicts_) {
        if (!v.is_stale(day_)) continue;
        text += "\n  " + std::string(v.figure->source->key) + "." + std::string(v.figure->id) + ", " +
                std::string(v.words) + ": to be reviewed by " + to_text(v.review_by) + ", given on " + to_text(v.given);
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string stale_verdicts::text<>() const);

}  // namespace headway

#include <headway/header_end.hpp>
