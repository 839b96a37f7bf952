// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace charts {

// As written by fan_chart and looked at as a picture.
inline constexpr char golden_fan[] = R"svg(<svg xmlns="http://www.w3.org/2000/svg" class="hw-chart" width="720" height="528.4" viewBox="0 0 720 528.4" role="img" aria-labelledby="golden-title golden-desc">
<title id="golden-title">Cost of a training run</title>
<desc id="golden-desc">Median on 2024-01-01 10.0 million USD (90 % between 1.00 million USD and 19.0 million USD), on 2026-01-01 60.0 million USD (90 % between 24.0 million USD and 96.0 million USD).</desc>
<style>.hw-chart{--hw-paper:#fff;--hw-ink:#1b1f24;--hw-soft:#4b535d;--hw-grid:#d9dee4;--hw-main:#0072b2;--hw-second:#d55e00;max-width:100%;height:auto;font-family:sans-serif}@media screen and (prefers-color-scheme:dark){.hw-chart{--hw-paper:#14171c;--hw-ink:#eceff2;--hw-soft:#b4bdc7;--hw-grid:#3a424c;--hw-main:#56b4e9;--hw-second:#e69f00}}.hw-chart .hw-paper{fill:#fff;fill:var(--hw-paper)}.hw-chart text{font-size:21px;fill:#1b1f24;fill:var(--hw-ink)}.hw-chart .hw-title{font-size:26px;font-weight:bold}.hw-chart .hw-soft{fill:#4b535d;fill:var(--hw-soft)}.hw-chart .hw-halo{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}.hw-chart .hw-grid{stroke:#d9dee4;stroke:var(--hw-grid);stroke-width:1.5px;fill:none}.hw-chart .hw-axis{stroke:#4b535d;stroke:var(--hw-soft);stroke-width:2px;fill:none}.hw-chart .hw-mark{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;fill:none}.hw-chart .hw-dash{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;stroke-dasharray:8 6;fill:none}.hw-chart .hw-under{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;fill:none}.hw-chart .hw-main{fill:#0072b2;fill:var(--hw-main)}.hw-chart .hw-second{fill:#d55e00;fill:var(--hw-second)}.hw-chart .hw-line{stroke:#0072b2;stroke:var(--hw-main);stroke-width:4px;stroke-linejoin:round;fill:none}.hw-chart .hw-second-line{stroke:#d55e00;stroke:var(--hw-second);stroke-width:4px;fill:none}.hw-chart .hw-point{fill:#d55e00;fill:var(--hw-second);stroke:#fff;stroke:var(--hw-paper);stroke-width:1.5px}.hw-chart .hw-outer{fill:#0072b2;fill:var(--hw-main);fill-opacity:.2}.hw-chart .hw-inner{fill:#0072b2;fill:var(--hw-main);fill-opacity:.3}.hw-chart .hw-second-outer{fill:#d55e00;fill:var(--hw-second);fill-opacity:.3}</style>
<rect class="hw-paper" width="720" height="528.4"/>
<text class="hw-title" x="18" y="37">Cost of a training run</text>
<path class="hw-line" d="M18 70L52 70"/>
<text class="hw-soft" x="62" y="78">median</text>
<rect class="hw-outer" x="165.9" y="61" width="34" height="18"/>
<rect class="hw-inner" x="165.9" y="61" width="34" height="18"/>
<text class="hw-soft" x="209.9" y="78">25 to 75 %</text>
<rect class="hw-outer" x="350.34" y="61" width="34" height="18"/>
<text class="hw-soft" x="394.34" y="78">5 to 95 %</text>
<text class="hw-soft" x="18" y="120">million USD</text>
<path class="hw-grid" d="M70.32 476.4L696 476.4"/>
<text class="hw-soft" x="60.32" y="483.4" text-anchor="end">1</text>
<path class="hw-grid" d="M70.32 425.47L696 425.47"/>
<text class="hw-soft" x="60.32" y="432.47" text-anchor="end">2</text>
<path class="hw-grid" d="M70.32 358.13L696 358.13"/>
<text class="hw-soft" x="60.32" y="365.13" text-anchor="end">5</text>
<path class="hw-grid" d="M70.32 307.2L696 307.2"/>
<text class="hw-soft" x="60.32" y="314.2" text-anchor="end">10</text>
<path class="hw-grid" d="M70.32 256.27L696 256.27"/>
<text class="hw-soft" x="60.32" y="263.27" text-anchor="end">20</text>
<path class="hw-grid" d="M70.32 188.93L696 188.93"/>
<text class="hw-soft" x="60.32" y="195.93" text-anchor="end">50</text>
<path class="hw-grid" d="M70.32 138L696 138"/>
<text class="hw-soft" x="60.32" y="145" text-anchor="end">100</text>
<path class="hw-grid" d="M70.32 138L70.32 476.4"/>
<path class="hw-axis" d="M70.32 476.4L70.32 484.4"/>
<path class="hw-grid" d="M226.1 138L226.1 476.4"/>
<path class="hw-axis" d="M226.1 476.4L226.1 484.4"/>
<path class="hw-grid" d="M383.59 138L383.59 476.4"/>
<path class="hw-axis" d="M383.59 476.4L383.59 484.4"/>
<path class="hw-grid" d="M538.51 138L538.51 476.4"/>
<path class="hw-axis" d="M538.51 476.4L538.51 484.4"/>
<path class="hw-grid" d="M696 138L696 476.4"/>
<path class="hw-axis" d="M696 476.4L696 484.4"/>
<path class="hw-axis" d="M70.32 476.4L696 476.4"/>
<text class="hw-soft" x="70.32" y="506.4" text-anchor="middle">2024</text>
<text class="hw-soft" x="226.1" y="506.4" text-anchor="middle">Jul</text>
<text class="hw-soft" x="383.59" y="506.4" text-anchor="middle">2025</text>
<text class="hw-soft" x="538.51" y="506.4" text-anchor="middle">Jul</text>
<text class="hw-soft" x="689.12" y="506.4" text-anchor="middle">2026</text>
<path class="hw-outer" d="M70.32 260.03L383.59 191.93L696 141L696 242.87L383.59 293.8L70.32 476.4Z"/>
<path class="hw-inner" d="M70.32 277.41L383.59 205.33L696 154.4L696 205.33L383.59 256.27L70.32 358.13Z"/>
<path class="hw-line" d="M70.32 307.2L383.59 226.47L696 175.54"/>
</svg>
)svg";

}  // namespace charts
