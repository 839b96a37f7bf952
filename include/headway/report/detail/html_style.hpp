// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

/// The style of a page. Text has a contrast of at least 4.5 to 1 in both schemes; nothing is wider than a screen of 360
/// pixels but what stands in a `.wide` box, which scrolls by itself under its first column. On a phone and a tablet `.cards` have
/// a card a row. Charts have the type of the page and one size, however many stand side by side. A printer gets light paper, no
/// boxes and nothing to click; pages have numbers, and what opens a section stays with what follows.
inline constexpr std::string_view html_style =
    ":root{color-scheme:light dark;--paper:#fff;--raised:#f3f5f8;--ink:#1b1f24;--soft:#4b535d;--rule:#c9d0d8;"
    "--strong:#005a8f;--warn:#9a3b00}"
    "@media screen and (prefers-color-scheme:dark){:root{--paper:#14171c;--raised:#1e232a;--ink:#eceff2;"
    "--soft:#b4bdc7;--rule:#3a424c;--strong:#7cc4f0;--warn:#f0a868}}"
    "*{box-sizing:border-box}"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}"
    "body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}"
    ".page{max-width:76rem;margin:0 auto;padding:1.25rem 1rem 3rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}"
    "h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .5rem;padding-top:.75rem;border-top:1px solid var(--rule)}"
    "h3{font-size:1.15rem;line-height:1.3;margin:1.5rem 0 .25rem}"
    "h4{font-size:1rem;line-height:1.3;margin:1rem 0 .25rem}"
    "p,ul{margin:.5rem 0;max-width:46rem}"
    "ul{padding-left:1.25rem}"
    "nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none;max-width:none}"
    "a{color:var(--strong)}"
    "code{font-family:ui-monospace,monospace;font-size:.95em;font-weight:400}"
    "time{white-space:nowrap}"
    ".soft{color:var(--soft)}"
    ".warn{color:var(--warn)}"
    ".answers{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.75rem;"
    "margin:1.25rem 0}"
    ".answer{background:var(--raised);border-left:4px solid var(--strong);border-radius:4px;padding:.75rem 1rem}"
    ".answer h2{font-size:1rem;font-weight:600;margin:0;padding:0;border:0}"
    ".answer p{margin:.25rem 0 0;font-size:.9rem}"
    ".answer .value{font-size:1.5rem;line-height:1.25;font-weight:700;color:var(--strong)}"
    ".charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:1.25rem;margin:1rem 0}"
    "figure{margin:0;min-width:0;max-width:46rem}"
    "figure svg{display:block;width:100%}"
    ".page .hw-chart{font-family:inherit}"
    "details{font-size:.9rem}"
    "summary{cursor:pointer;color:var(--strong);padding:.25rem 0}"
    "details ul{margin:0}"
    "figure p{margin:.25rem 0;font-size:.9rem}"
    "figcaption{font-size:.9rem;color:var(--soft)}"
    ".wide{overflow-x:auto;width:fit-content;max-width:100%;margin:.75rem 0;border:1px solid "
    "var(--rule);border-radius:4px}"
    ".wide:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--strong);outline-offset:2px}"
    "table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}"
    "caption{text-align:left;padding:.5rem .75rem;padding-right:max(.75rem,calc(100% - 100vw + 3rem));font-weight:600}"
    "th,td{padding:.35rem .75rem;text-align:left;vertical-align:top;border-top:1px solid var(--rule)}"
    "thead th{background:var(--raised);white-space:nowrap}"
    "tbody th{font-weight:600;background:var(--paper)}"
    "tbody th,thead th:first-child{position:sticky;left:0}"
    "tr:target>*{background:var(--raised)}"
    ".number{text-align:right;white-space:nowrap}"
    "@media screen and (min-width:40.01rem){tbody th{min-width:11rem}.assumed td.words{min-width:18rem}}"
    ".assumed .number{white-space:normal}"
    "td p{margin:.15rem 0;max-width:none}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.75rem 0}"
    "dt{font-weight:600}"
    "dd{margin:0;min-width:0}"
    "@media screen and (max-width:60rem){.cards,.cards caption,.cards tbody,.cards tr,.cards th,.cards td{display:block}"
    ".cards thead,.cards td:empty{display:none}.cards caption{padding-right:.75rem}"
    ".cards tr{padding:.35rem 0;border-top:2px solid var(--rule)}"
    ".cards tbody th,.cards td,.cards td.words{position:static;min-width:0;padding:.15rem .75rem;border:0;"
    "text-align:left;white-space:normal;overflow-wrap:anywhere}"
    ".cards td::before{content:attr(data-label) \": \";color:var(--soft)}}"
    "@media screen and (max-width:40rem){table:not(.cards) tbody th{min-width:6.5rem;max-width:9.5rem}th,td{padding:.35rem .5rem}}"
    "@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}h1{font-size:1.5rem}}"
    "@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt system-ui,sans-serif}}"
    "@media print{body{font-size:10pt}.page{max-width:none;padding:0}.wide{overflow:visible;border:0}nav,details{display:none}"
    "table{font-size:7.5pt}caption{padding-right:.75rem}th,td{padding:.15rem .3rem;position:static!important}"
    "thead th{white-space:normal}thead{display:table-header-group}a{color:inherit}.charts{grid-template-columns:1fr 1fr}"
    "figure,.answer,tr,dl,.opening{break-inside:avoid}h1,h2,h3,h4,caption,.opening{break-after:avoid}}";

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
