// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/text/parse_errors.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::vector<parse_error> parse_errors::in_order(std::vector<parse_error> faults) {
    detail::sort_stably(faults, [](const parse_error& a, const parse_error& b) {
        return a.line() != b.line() ? a.line() < b.line() : a.column() < b.column();
    });
    return faults;
}
HEADWAY_INSTANTIATE(std::vector<parse_error> parse_errors::in_order<>(std::vector<parse_error> faults));

HEADWAY_OUT_OF_LINE parse_errors::parse_errors(std::vector<parse_error> faults, sorted)
    : parse_error(faults.front()), faults_(std::move(faults)) {
    for (std::size_t i = 0; i < faults_.size() && i < most_lines; ++i) {
        text_ += (i == 0 ? "" : "\n") + std::string(faults_[i].what());
    }
    if (faults_.size() > most_lines) text_ += "\nand " + std::to_string(faults_.size() - most_lines) + " more";
}

}  // namespace headway

#include <headway/header_end.hpp>
