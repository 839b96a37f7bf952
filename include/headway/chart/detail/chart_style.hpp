// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

inline constexpr double title_size = 26.0;
inline constexpr double bold = 1.13;  ///< how much wider bold text is
inline constexpr double label_size = 21.0;
inline constexpr double line_height = 28.0;
inline constexpr double chart_margin = 18.0;

/// The style of every chart. Each rule is bound to the class of the chart, so that none reaches the page around it. A
/// colour is told twice, for readers that know no custom properties. Colours are those of Okabe and Ito (2008), which
/// people of every colour vision tell apart; those of text have a contrast of 7 to 1 and more to the paper. A dark
/// screen gets dark paper, a printer never.
inline constexpr std::string_view chart_style =
    ".hw-chart{--hw-paper:#fff;--hw-ink:#1b1f24;--hw-soft:#4b535d;--hw-grid:#d9dee4;--hw-main:#0072b2;"
    "--hw-second:#d55e00;max-width:100%;height:auto;font-family:sans-serif}"
    "@media screen and (prefers-color-scheme:dark){.hw-chart{--hw-paper:#14171c;--hw-ink:#eceff2;--hw-soft:#b4bdc7;"
    "--hw-grid:#3a424c;--hw-main:#56b4e9;--hw-second:#e69f00}}"
    ".hw-chart .hw-paper{fill:#fff;fill:var(--hw-paper)}"
    ".hw-chart text{font-size:21px;fill:#1b1f24;fill:var(--hw-ink)}"
    ".hw-chart .hw-title{font-size:26px;font-weight:bold}"
    ".hw-chart .hw-soft{fill:#4b535d;fill:var(--hw-soft)}"
    ".hw-chart .hw-halo{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}"
    ".hw-chart .hw-grid{stroke:#d9dee4;stroke:var(--hw-grid);stroke-width:1.5px;fill:none}"
    ".hw-chart .hw-axis{stroke:#4b535d;stroke:var(--hw-soft);stroke-width:2px;fill:none}"
    ".hw-chart .hw-mark{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;fill:none}"
    ".hw-chart .hw-dash{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;stroke-dasharray:8 6;fill:none}"
    ".hw-chart .hw-under{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;fill:none}"
    ".hw-chart .hw-main{fill:#0072b2;fill:var(--hw-main)}"
    ".hw-chart .hw-second{fill:#d55e00;fill:var(--hw-second)}"
    ".hw-chart .hw-line{stroke:#0072b2;stroke:var(--hw-main);stroke-width:4px;stroke-linejoin:round;fill:none}"
    ".hw-chart .hw-second-line{stroke:#d55e00;stroke:var(--hw-second);stroke-width:4px;fill:none}"
    ".hw-chart .hw-point{fill:#d55e00;fill:var(--hw-second);stroke:#fff;stroke:var(--hw-paper);stroke-width:1.5px}"
    ".hw-chart .hw-outer{fill:#0072b2;fill:var(--hw-main);fill-opacity:.2}"
    ".hw-chart .hw-inner{fill:#0072b2;fill:var(--hw-main);fill-opacity:.3}"
    ".hw-chart .hw-second-outer{fill:#d55e00;fill:var(--hw-second);fill-opacity:.3}";

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
