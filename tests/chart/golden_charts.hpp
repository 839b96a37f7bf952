// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace charts {

// As written by fan_chart and looked at as a picture.
inline constexpr char golden_fan[] = R"svg(<svg xmlns="http://www.w3.org/2000/svg" class="hw-chart" width="720" height="492.4" viewBox="0 0 720 492.4" role="img" aria-labelledby="golden-title golden-desc">
<title id="golden-title">Cost of a training run</title>
<desc id="golden-desc">Median on 2024-01-01 10.0 million USD (90 % between 1.00 million USD and 19.0 million USD), on 2026-01-01 60.0 million USD (90 % between 24.0 million USD and 96.0 million USD).</desc>
<style>.hw-chart{--hw-paper:#fff;--hw-ink:#1b1f24;--hw-soft:#4b535d;--hw-grid:#d9dee4;--hw-main:#0072b2;--hw-deep:#004b76;--hw-second:#d55e00;max-width:100%;height:auto;font-family:system-ui,sans-serif}@media screen and (prefers-color-scheme:dark){.hw-chart{--hw-paper:#14171c;--hw-ink:#eceff2;--hw-soft:#b4bdc7;--hw-grid:#3a424c;--hw-main:#56b4e9;--hw-deep:#bfe4fa;--hw-second:#e69f00}}.hw-chart .hw-paper{fill:#fff;fill:var(--hw-paper)}.hw-chart text{font-size:24.5px;fill:#1b1f24;fill:var(--hw-ink)}.hw-chart .hw-title{font-size:27px;font-weight:bold}@media screen and (min-width:30em){.hw-chart text{font-size:19px}.hw-chart .hw-title{font-size:23px}}.hw-chart .hw-soft{fill:#4b535d;fill:var(--hw-soft)}.hw-chart .hw-halo{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;stroke-linejoin:round;paint-order:stroke}.hw-chart .hw-grid{stroke:#d9dee4;stroke:var(--hw-grid);stroke-width:1.5px;fill:none}.hw-chart .hw-axis{stroke:#4b535d;stroke:var(--hw-soft);stroke-width:2px;fill:none}.hw-chart .hw-mark{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;fill:none}.hw-chart .hw-dash{stroke:#1b1f24;stroke:var(--hw-ink);stroke-width:2.5px;stroke-dasharray:8 6;fill:none}.hw-chart .hw-under{stroke:#fff;stroke:var(--hw-paper);stroke-width:6px;fill:none}.hw-chart .hw-main{fill:#0072b2;fill:var(--hw-main)}.hw-chart .hw-second{fill:#d55e00;fill:var(--hw-second)}.hw-chart .hw-line{stroke:#004b76;stroke:var(--hw-deep);stroke-width:4px;stroke-linejoin:round;fill:none}.hw-chart .hw-second-line{stroke:#d55e00;stroke:var(--hw-second);stroke-width:4px;fill:none}.hw-chart .hw-point{fill:#d55e00;fill:var(--hw-second);stroke:#fff;stroke:var(--hw-paper);stroke-width:1.5px}.hw-chart .hw-outer{fill:#0072b2;fill:var(--hw-main);fill-opacity:.35}.hw-chart .hw-inner{fill:#0072b2;fill:var(--hw-main);fill-opacity:.4}.hw-chart .hw-second-outer{fill:#d55e00;fill:var(--hw-second);fill-opacity:.4}.hw-chart .hw-hit{fill:none;pointer-events:all}</style>
<rect class="hw-paper" width="720" height="492.4"/>
<text class="hw-title" x="18" y="38">Cost of a training run</text>
<text class="hw-soft" x="18" y="82">million USD, log scale</text>
<path class="hw-grid" d="M77.04 438.4L588.45 438.4"/>
<text class="hw-soft" x="67.04" y="445.9" text-anchor="end">1</text>
<path class="hw-grid" d="M77.04 387.47L588.45 387.47"/>
<text class="hw-soft" x="67.04" y="394.97" text-anchor="end">2</text>
<path class="hw-grid" d="M77.04 320.13L588.45 320.13"/>
<text class="hw-soft" x="67.04" y="327.63" text-anchor="end">5</text>
<path class="hw-grid" d="M77.04 269.2L588.45 269.2"/>
<text class="hw-soft" x="67.04" y="276.7" text-anchor="end">10</text>
<path class="hw-grid" d="M77.04 218.27L588.45 218.27"/>
<text class="hw-soft" x="67.04" y="225.77" text-anchor="end">20</text>
<path class="hw-grid" d="M77.04 150.93L588.45 150.93"/>
<text class="hw-soft" x="67.04" y="158.43" text-anchor="end">50</text>
<path class="hw-grid" d="M77.04 100L588.45 100"/>
<text class="hw-soft" x="67.04" y="107.5" text-anchor="end">100</text>
<path class="hw-grid" d="M77.04 100L77.04 438.4"/>
<path class="hw-axis" d="M77.04 438.4L77.04 446.4"/>
<path class="hw-grid" d="M204.37 100L204.37 438.4"/>
<path class="hw-axis" d="M204.37 438.4L204.37 446.4"/>
<path class="hw-grid" d="M333.09 100L333.09 438.4"/>
<path class="hw-axis" d="M333.09 438.4L333.09 446.4"/>
<path class="hw-grid" d="M459.72 100L459.72 438.4"/>
<path class="hw-axis" d="M459.72 438.4L459.72 446.4"/>
<path class="hw-grid" d="M588.45 100L588.45 438.4"/>
<path class="hw-axis" d="M588.45 438.4L588.45 446.4"/>
<path class="hw-axis" d="M77.04 438.4L588.45 438.4"/>
<text class="hw-soft" x="77.04" y="469.4" text-anchor="middle">2024</text>
<text class="hw-soft" x="204.37" y="469.4" text-anchor="middle">Jul</text>
<text class="hw-soft" x="333.09" y="469.4" text-anchor="middle">2025</text>
<text class="hw-soft" x="459.72" y="469.4" text-anchor="middle">Jul</text>
<text class="hw-soft" x="588.45" y="469.4" text-anchor="middle">2026</text>
<path class="hw-outer" d="M77.04 222.03L333.09 153.93L588.45 103L588.45 204.87L333.09 255.8L77.04 438.4Z"/>
<path class="hw-inner" d="M77.04 239.41L333.09 167.33L588.45 116.4L588.45 167.33L333.09 218.27L77.04 320.13Z"/>
<path class="hw-line" d="M77.04 269.2L333.09 188.47L588.45 137.54"/>
<rect class="hw-hit" x="77.04" y="100" width="128.03" height="338.4"><title>2024-01-01: median 10.0 million USD; 50 % between 5.00 million USD and 15.0 million USD; 90 % between 1.00 million USD and 19.0 million USD</title></rect>
<rect class="hw-hit" x="205.07" y="100" width="255.71" height="338.4"><title>2025-01-01: median 30.0 million USD; 50 % between 20.0 million USD and 40.0 million USD; 90 % between 12.0 million USD and 48.0 million USD</title></rect>
<rect class="hw-hit" x="460.77" y="100" width="127.68" height="338.4"><title>2026-01-01: median 60.0 million USD; 50 % between 40.0 million USD and 80.0 million USD; 90 % between 24.0 million USD and 96.0 million USD</title></rect>
<path class="hw-axis" d="M591.45 204.87L603.45 214"/>
<text class="hw-soft hw-halo" x="606.45" y="221.5">5 %</text>
<path class="hw-axis" d="M591.45 167.33L603.45 187"/>
<text class="hw-soft hw-halo" x="606.45" y="194.5">25 %</text>
<path class="hw-axis" d="M591.45 137.54L603.45 160"/>
<text class="hw-halo" x="606.45" y="167.5">median</text>
<path class="hw-axis" d="M591.45 116.4L603.45 133"/>
<text class="hw-soft hw-halo" x="606.45" y="140.5">75 %</text>
<text class="hw-soft hw-halo" x="606.45" y="113.5">95 %</text>
</svg>
)svg";

}  // namespace charts
