// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/monotone_in.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string monotone_report::text() const {
    const std::string never_goes = way_ == headway::direction::rising ? "falls" : "rises";
    const std::string where = " when " + std::string(input_) + " grows, at " + std::to_string(points_) +
                              " values of it in " + std::to_string(settings_) + " settings of the other inputs";
    if (!worst_) return "the result never " + never_goes + where;
    return "the result " + never_goes + " when " + std::string(input_) + " grows:\n  " + worst_->from.text() +
           "\n  " + worst_->to.text();
}
HEADWAY_INSTANTIATE(std::string monotone_report::text<>() const);

}  // namespace headway

#include <headway/header_end.hpp>
