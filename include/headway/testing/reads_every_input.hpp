// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/forecast/unread_inputs.hpp>
#include <headway/testing/check_report.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Whether a model reads every input, but those that need not be. Made by `reads_every_input`.
template <std::size_t Size>
class reads_report : public check_report {
  public:
    constexpr explicit reads_report(const unread_input_names<Size>& unread) noexcept : unread_(unread) {}

    [[nodiscard]] explicit constexpr operator bool() const noexcept { return unread_.empty(); }
    [[nodiscard]] constexpr const unread_input_names<Size>& unread() const noexcept { return unread_; }
    [[nodiscard]] std::string text() const { return unread_.text(); }

  private:
    unread_input_names<Size> unread_;
};

/// Tests that a forecast's model reads every input, but these: `static_assert(reads_every_input(f))`,
/// `CHECK(reads_every_input(f, spare))`. What counts as read is said at `unread_inputs`.
template <class Model, class... Assumptions, any_assumption... Accepted>
[[nodiscard]] constexpr auto reads_every_input(const basic_forecast<Model, Assumptions...>& forecast,
                                               const Accepted&... but) {
    return reads_report<sizeof...(Assumptions)>(unread_inputs(forecast).except(but...));
}
/// Of a forecast over time, on these dates.
template <class Model, class... Assumptions, any_assumption... Accepted>
    requires basic_forecast<Model, Assumptions...>::over_time
[[nodiscard]] auto reads_every_input(const basic_forecast<Model, Assumptions...>& forecast,
                                     const std::vector<date>& dates, const Accepted&... but) {
    return reads_report<sizeof...(Assumptions)>(unread_inputs(forecast, dates).except(but...));
}

}  // namespace headway

#include <headway/header_end.hpp>
