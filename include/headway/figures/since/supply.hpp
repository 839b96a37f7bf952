// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_source.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/schmidt.hpp>

#include <headway/header_begin.hpp>

/// Whether chips are short: what buyers say, how long servers take, what an hour of an H100 rents for.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article hood_2026 =
    detail::publication("since.hood_2026", "A. Hood (CFO of Microsoft)", "call on the third quarter of fiscal 2026, in a "
                        "summary", "", stated("2026-04-29"));
inline constexpr article spheron_2026 =
    detail::publication("since.spheron_2026", "Spheron", "lead times of H100 servers from resellers", "",
                        stated("early 2026", calendar_day(2026, 1, 1), calendar_day(2026, 4, 30)),
                        "A vendor's page; \"early\" is read as the first third of the year.");
inline constexpr article rent_notes_2023 =
    detail::publication("since.rent_notes_2023", "market notes citing SemiAnalysis", "on rents of 2023", "", stated("2023"));
inline constexpr article rent_index =
    detail::publication("since.rent_index", "SemiAnalysis", "index of H100 rents", "", stated("2026-04-02"),
                        "Read in copies only.");

}  // namespace sources

inline constexpr figure microsoft_short_until{
    calendar_day(2026, 12, 31),
    {},
    {.id = "microsoft_short_until",
     .what = "until when Microsoft says that its capacity stays short",
     .source = &sources::hood_2026,
     .precision = precision::at_least,
     .kind = kind::forecast,
     .words = "at least to the end of 2026",
     .feeds = "supply limits",
     .note = "Earlier answers: June 2025, December 2025, June 2026 (CNBC 2025-07-30, Particle 2025-10-30). Alphabet's chief "
             "said the like the same evening.",
     .grade = grade::b,
     .read = "B, call summary",
     .checks = {krishnan::supply_shortage, schmidt::hardware_shortage}},
};

inline constexpr figure_range h100_lead_time_2026{
    36.0 * week,
    52.0 * week,
    {week, "weeks"},
    {.id = "h100_lead_time_2026",
     .what = "lead time of H100 servers from resellers",
     .source = &sources::spheron_2026,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "lead time, procurement",
     .note = "The copies repeat one vendor's page.",
     .grade = grade::c,
     .read = "C, a vendor's page and copies",
     .checks = {published::h100_server_lead_time_2023}},
};

inline constexpr figure_range h100_rent_2023{
    7.0 * usd / (chip * hour),
    12.0 * usd / (chip * hour),
    {usd / (chip * hour), "USD per chip-hour"},
    {.id = "h100_rent_2023",
     .what = "renting an H100 in the first shortage",
     .source = &sources::rent_notes_2023,
     .precision = precision::range,
     .kind = kind::claimed,
     .feeds = "price cycle",
     .grade = grade::c,
     .read = "C, three copies",
     .checks = {schmidt::end_of_cycle_price}},
};

inline constexpr figure h100_rent_low{
    1.70 * usd / (chip * hour),
    {usd / (chip * hour), "USD per chip-hour"},
    {.id = "h100_rent_low",
     .what = "renting an H100 on a contract of one year, at its lowest",
     .source = &sources::rent_index,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "price cycle",
     .as_of = stated("2025-10"),
     .grade = grade::c,
     .read = "C, five copies agree",
     .checks = {schmidt::end_of_cycle_price}},
};

inline constexpr figure h100_rent_2026_03{
    2.35 * usd / (chip * hour),
    {usd / (chip * hour), "USD per chip-hour"},
    {.id = "h100_rent_2026_03",
     .what = "renting an H100 on a contract of one year, March 2026",
     .source = &sources::rent_index,
     .precision = precision::about,
     .kind = kind::observed,
     .feeds = "price cycle",
     .as_of = stated("2026-03"),
     .grade = grade::c,
     .read = "C, five copies agree",
     .checks = {schmidt::end_of_cycle_price, krishnan::supply_shortage}},
};

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
