// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/testing/counterexample.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
std::string counterexample::text() const {
    std::string text = "with " + inputs_text_;
    if (draw_) text += " (draw " + std::to_string(*draw_) + ")";
    text += " the model gives " + result_text_;
    if (!when_.is_never()) text += " for " + to_text(when_);
    return text;
}
HEADWAY_INSTANTIATE(std::string counterexample::text<>() const);

template <class>
std::string to_text(const counterexample& found) { return found.text(); }
HEADWAY_INSTANTIATE(std::string to_text<>(const counterexample& found));

}  // namespace headway

namespace headway::detail {

template <class>
void require_dates(const char* check, const std::vector<date>& dates) {
    if (dates.empty()) {
        throw std::domain_error(std::string(check) + ": no dates given for a forecast over time; give at least one");
    }
}
HEADWAY_INSTANTIATE(void require_dates<>(const char* check, const std::vector<date>& dates));

}  // namespace headway::detail

namespace headway {

HEADWAY_OUT_OF_LINE counterexample counterexample::on(const date& when) const {
    auto copy = *this;
    copy.when_ = when;
    return copy;
}

HEADWAY_OUT_OF_LINE counterexample counterexample::of_draw(std::uint64_t draw) const {
    auto copy = *this;
    copy.draw_ = draw;
    return copy;
}

}  // namespace headway

#include <headway/header_end.hpp>
