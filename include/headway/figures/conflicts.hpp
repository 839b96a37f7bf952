// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/amodei.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/figures/since/conflicts.hpp>
#include <headway/source/conflict.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

namespace detail {

inline constexpr position on_supply[] = {
    {"Krishnan", "no shortage of GPUs for US firms", krishnan::supply_shortage},
    {"Schmidt", "not enough hardware for at least ten years", schmidt::hardware_shortage},
};
inline constexpr position on_deepseek_cost[] = {
    {"Schmidt", "DeepSeek claims 5 million USD", schmidt::deepseek_cost_claim},
    {"Schmidt", "rejects the headline: the base model cost at least 100 million USD", schmidt::deepseek_base_cost},
    {"Amodei", "the popular reading has 6 million USD", amodei::deepseek_v3_cost_myth},
    {"Amodei", "rejects the headline: the cost lies on the curve of ÷4 per year", amodei::training_cost_decline},
};
inline constexpr position on_lead[] = {
    {"Graylin and Triolo", "1 to 2 years was believed, and it is shrinking", graylin_triolo::us_lead_believed},
    {"Amodei", "2 years at most can be kept", amodei::longest_lead},
    {"Krishnan", "China already has the chips"},
};
inline constexpr position on_agi[] = {
    {"CSIS (in the Microsoft article)", "2 to 3 years would justify the rule", microsoft::agi_horizon},
    {"Schmidt", "3 to 4 years, reporting the San Francisco school", schmidt::agi_horizon},
    {"Amodei", "decided mainly in 2026 and 2027, at latest 2030", amodei::decisive_window},
    {"Krishnan", "far off"},
};
inline constexpr position on_h20[] = {
    {"Amodei", "ban it"},
    {"Krishnan", "sell limited numbers", krishnan::export_policy},
};
inline constexpr position on_controls[] = {
    {"Amodei", "they widen the lead"},
    {"Graylin and Triolo", "they push rivals to invent"},
    {"Schmidt", "they push rivals to invent"},
};

inline constexpr conflict article_conflicts[] = {
    {"supply of GPUs", on_supply}, {"DeepSeek's cost", on_deepseek_cost}, {"length of the US lead", on_lead},
    {"time to AGI", on_agi},       {"selling H20 to China", on_h20},      {"effect of controls", on_controls},
};

struct conflict_array {
    conflict items[std::size(article_conflicts) + since::conflicts().size()]{};

    constexpr conflict_array() noexcept {
        conflict* at = items;
        for (const conflict& c : article_conflicts) *at++ = c;
        for (const conflict& c : since::conflicts()) *at++ = c;
    }
};
inline constexpr conflict_array conflict_table;

}  // namespace detail

/// Where the sources disagree: every topic with the positions taken on it, first where the articles do, then where what has
/// become known since does.
[[nodiscard]] constexpr std::span<const conflict> conflicts() noexcept { return detail::conflict_table.items; }

/// Of these, where the articles disagree.
[[nodiscard]] constexpr std::span<const conflict> article_conflicts() noexcept { return detail::article_conflicts; }

/// The conflicts that one figure takes part in; a range of `const conflict&`, empty for most figures.
class conflict_selection {
  public:
    explicit constexpr conflict_selection(const figure_info& f) noexcept {
        for (const conflict& c : conflicts()) {
            if (c.involves(f)) items_[size_++] = c;
        }
    }
    [[nodiscard]] constexpr const conflict* begin() const noexcept { return items_; }
    [[nodiscard]] constexpr const conflict* end() const noexcept { return items_ + size_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

  private:
    conflict items_[std::size(detail::conflict_table.items)] = {};
    std::size_t size_ = 0;
};

/// The conflicts in which a figure states a position: `for (const auto& c : in_conflict(schmidt::hardware_shortage))`.
/// A copy of a figure counts as the figure.
[[nodiscard]] constexpr conflict_selection in_conflict(const figure_info& f) noexcept { return conflict_selection(f); }

}  // namespace headway::figures

#include <headway/header_end.hpp>
