// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

// Sizes are those of a phone: a picture 720 wide that is shown 328 px wide has texts of at least 11 px. What is laid out
// for them has room for the smaller texts of a wider screen too, so one picture serves both.
inline constexpr double title_size = 27.0;
inline constexpr double bold = 1.13;  ///< how much wider bold text is
inline constexpr double label_size = 24.5;
inline constexpr double line_height = 31.0;
inline constexpr double chart_margin = 18.0;

/// The style of every chart. Each rule is bound to the class of the chart, so that none reaches the page around it. A
/// colour is told twice, for readers that know no custom properties. Colours are those of Okabe and Ito (2008), which
/// people of every colour vision tell apart; those of text have a contrast of 7 to 1 and more to the paper, a band of 1.6
/// to 1, and of as much to the band inside it (1.5 to 1 on light paper) and to the line in that. A dark screen gets dark
/// paper, a printer never. The width asked for is that of the picture where it is a file, of the window where it is part
/// of a page; on 30 em and more texts are smaller than what they are laid out with.
inline constexpr std::string_view chart_style =
    ".hw-chart{--hw-paper:#fff;--hw-ink:#1b1f24;--hw-soft:#4b535d;--hw-grid:#d9dee4;--hw-main:#0072b2;"
    "--hw-deep:#004b76;--hw-second:#d55e00;max-width:100%;height:auto;font-family:system-ui,sans-serif}"
    "@media screen and (prefers-color-scheme:dark){.hw-chart{--hw-paper:#14171c;--hw-ink:#eceff2;--hw-soft:#b4bdc7;"
    "--hw-grid:#3a424c;--hw-main:#56b4e9;--hw-deep:#bfe4fa;--hw-second:#e69f00}}"
    ".hw-chart .hw-paper{fill:#fff;fill:var(--hw-paper)}"
    ".hw-chart text{font-size:24.5px;fill:#1b1f24;fill:var(--hw-ink)}"
    ".hw-chart .hw-title{font-size:27px;font-weight:bold}"
    "@media screen and (min-width:30em){.hw-chart text{font-size:19px}.hw-chart .hw-title{font-size:23px}}"
    ".hw-chart .hw-soft{fill:#4b535d;fill:var(--hw-soft)}"
    ".hw-chart .hw-halo{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}"
    ".hw-chart .hw-grid{stroke:#d9dee4;stroke:var(--hw-grid);stroke-width:1.5px;fill:none}"
    ".hw-chart .hw-axis{stroke:#4b535d;stroke:var(--hw-soft);stroke-width:2px;fill:none}"
    ".hw-chart .hw-mark{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;fill:none}"
    ".hw-chart .hw-dash{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;stroke-dasharray:8 6;fill:none}"
    ".hw-chart .hw-under{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;fill:none}"
    ".hw-chart .hw-main{fill:#0072b2;fill:var(--hw-main)}"
    ".hw-chart .hw-second{fill:#d55e00;fill:var(--hw-second)}"
    ".hw-chart .hw-line{stroke:#004b76;stroke:var(--hw-deep);stroke-width:4px;stroke-linejoin:round;fill:none}"
    ".hw-chart .hw-second-line{stroke:#d55e00;stroke:var(--hw-second);stroke-width:4px;fill:none}"
    ".hw-chart .hw-point{fill:#d55e00;fill:var(--hw-second);stroke:#fff;stroke:var(--hw-paper);stroke-width:1.5px}"
    ".hw-chart .hw-outer{fill:#0072b2;fill:var(--hw-main);fill-opacity:.35}"
    ".hw-chart .hw-inner{fill:#0072b2;fill:var(--hw-main);fill-opacity:.4}"
    ".hw-chart .hw-second-outer{fill:#d55e00;fill:var(--hw-second);fill-opacity:.4}"
    ".hw-chart .hw-hit{fill:none;pointer-events:all}";

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
