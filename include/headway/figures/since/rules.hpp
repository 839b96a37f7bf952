// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/figures/detail/since_source.hpp>
#include <headway/source/constant_list.hpp>
#include <headway/source/dated_rule.hpp>

#include <headway/header_begin.hpp>

/// Rules of access to chips, dated. `admits(h200_rule, h200)` asks whether a chip keeps a rule's limits.
namespace headway::figures::since {

using namespace headway::units;

namespace sources {

inline constexpr article on_diffusion_rule = detail::publication(
    "since.on_diffusion_rule", "US Bureau of Industry and Security", "diffusion rule and its rescission",
    "MoFo, WilmerHale, Alston & Bird, Freshfields", stated("2025-05-13"));
inline constexpr article on_h20_licence = detail::publication(
    "since.on_h20_licence", "Nvidia", "letter to the SEC; Tom's Hardware; Reuters", "", stated("2025-07-31"));
inline constexpr article on_revenue_share = detail::publication(
    "since.on_revenue_share", "Reuters", "on the share of China revenue", "Business Recorder, AFP", stated("2025-08-10"));
inline constexpr article on_h200_announced = detail::publication(
    "since.on_h200_announced", "Baker McKenzie", "note; House releases", "", stated("2025-12-08"));
inline constexpr article on_h200_rule =
    detail::publication("since.on_h200_rule", "US Bureau of Industry and Security",
                        "Federal Register 91, 1684, document 2026-00789",
                        "with Morgan Lewis 2026-01-16, Baker McKenzie, Covington, Reuters", stated("2026-01-15"));
inline constexpr article on_chip_duty = detail::publication(
    "since.on_chip_duty", "President of the United States", "proclamation, with Crane, Covington, Reuters", "",
    stated("2026-01-14"));
inline constexpr article on_customs_block =
    detail::publication("since.on_customs_block", "Reuters", "on H200 at the Chinese customs",
                        "oninvest, Techloy, Business Times", stated("2026-01-28"));
inline constexpr article on_parent_rule = detail::publication(
    "since.on_parent_rule", "US Bureau of Industry and Security", "guidance, in five notes and Reuters", "",
    stated("2026-05-31"));
inline constexpr article on_house_bill = detail::publication(
    "since.on_house_bill", "Reuters", "on the AI Overwatch Act, with the committee's release and one more",
    "Business Times", stated("2026-01-22"));
inline constexpr article on_exports_programme = detail::publication(
    "since.on_exports_programme", "President of the United States", "Executive Order 14320", "with JD Supra and Mondaq",
    stated("2025-07-23"));

}  // namespace sources

namespace detail {

[[nodiscard]] constexpr figure_info rule(std::string_view id, std::string_view what, std::string_view words,
                                         const article& source, std::string_view note, std::string_view read) noexcept {
    return {.id = id,
            .what = what,
            .source = &source,
            .precision = precision::exact,
            .kind = kind::observed,
            .words = words,
            .feeds = "access policy",
            .note = note,
            .grade = grade::b,
            .read = read};
}

}  // namespace detail

inline constexpr dated_rule diffusion_rule{
    {.from = calendar_day(2025, 1, 15), .until = calendar_day(2025, 5, 13), .binds_from = calendar_day(2025, 5, 15)},
    detail::rule("diffusion_rule", "the diffusion rule",
                 "three tiers; issued 2025-01-15, duties due 2025-05-15, rescission announced 2025-05-13",
                 sources::on_diffusion_rule,
                 "Never enforced; the text of the regulation was not at once amended. Its figures: microsoft, "
                 "published.tier2_tpp_cap.",
                 "B, six notes agree"),
};
inline constexpr dated_rule h20_licence{
    {.from = calendar_day(2025, 4, 9)},
    detail::rule("h20_licence", "licence for the H20",
                 "licence for the H20 and anything with its memory or link bandwidth, from 2025-04-09; first licences issued "
                 "by 2025-08-08",
                 sources::on_h20_licence,
                 "The duty to have one remained when the first were issued, by 2025-08-08; told on 04-14 that it is without "
                 "end. Charge of 4.5 billion USD booked, 5.5 expected; licences promised in July 2025.",
                 "A + B"),
};
inline constexpr dated_rule revenue_share{
    {.from = calendar_day(2025, 8, 10), .levy = 0.15},
    detail::rule("revenue_share", "share of China revenue for the state",
                 "15 % of China revenue from H20 and MI308; reported 2025-08-10", sources::on_revenue_share,
                 "From is the day of the report; an end was not found.", "B"),
};
inline constexpr dated_rule h200_announced{
    {.from = calendar_day(2025, 12, 8), .until = calendar_day(2026, 1, 15), .levy = 0.25},
    detail::rule("h200_announced", "sale of the H200 to China, as announced",
                 "approved customers, 25 % to the government; 2025-12-08, became the rule on 2026-01-15",
                 sources::on_h200_announced, "", "B"),
};
inline constexpr dated_rule h200_rule{
    {.from = calendar_day(2026, 1, 15),
     .below_processing_performance = 21'000.0 * tpp / chip,
     .below_memory_bandwidth = 6500.0 * gigabyte / second / chip,
     .most_share_of_home_shipments = 0.50},
    detail::rule("h200_rule", "sale of the H200 and its like to China and Macau",
                 "TPP below 21 000, total DRAM bandwidth below 6 500 GB/s, at most 50 % of the aggregate TPP shipped to US "
                 "customers for use in the US; from 2026-01-15",
                 sources::on_h200_rule,
                 "In force when last read (August 2026). Also: on sale in the US when published; exports from the US only, "
                 "re-exports still presumed denied; a test by an independent US laboratory. The 50 % stand in six reports, "
                 "their base in TPP as three texts quote paragraph (dd)(1)(iii); the press says units.",
                 "A (summary) + B"),
};
inline constexpr dated_rule chip_duty{
    {.from = calendar_day(2026, 1, 15), .levy = 0.25},
    detail::rule("chip_duty", "duty on chips", "25 % on H200, MI325X and the like; from 2026-01-15", sources::on_chip_duty,
                 "Free for US data centres and other home uses. An end was not found.", "B"),
};
inline constexpr dated_rule china_customs_block{
    {.from = calendar_day(2026, 1, 13), .until = calendar_day(2026, 1, 28)},
    detail::rule("china_customs_block", "the H200 at the Chinese customs",
                 "H200 not admitted from 2026-01-13 or 14, loosened 2026-01-28", sources::on_customs_block,
                 "Then more than 400 000 were allowed to three firms, on terms said to be too strict to order on.", "B"),
};
inline constexpr dated_rule parent_rule{
    {.from = calendar_day(2026, 5, 31)},
    detail::rule("parent_rule", "headquarters of the buyer",
                 "licence for any buyer whose last parent sits in China or Macau, wherever it is; guidance of 2026-05-31",
                 sources::on_parent_rule,
                 "The rule dates from November 2023. \"Hundreds of thousands\" of chips may have gone that way (one source).",
                 "B"),
};
inline constexpr dated_rule house_bill{
    {.from = calendar_day(2026, 1, 21), .binds_from = date::never()},
    detail::rule("house_bill", "AI Overwatch Act",
                 "licence and review by Congress for chip exports to China; committee 42 to 2 on 2026-01-21, not law as far as "
                 "found",
                 sources::on_house_bill, "One member voted present.", "B, three texts"),
};
inline constexpr dated_rule exports_programme{
    {.from = calendar_day(2025, 7, 23), .home_content = 0.51},
    detail::rule("exports_programme", "American AI exports programme",
                 "order of 2025-07-23, programme announced 2025-10-22; US hardware content presumed met at 51 %",
                 sources::on_exports_programme, "Inquiry until 2025-11-28, call for proposals in 2026.", "A + B"),
};

/// What the order gives for the programme, and when the programme came.
inline constexpr figure exports_programme_deadline{
    90.0 * day,
    {day, "days"},
    {.id = "exports_programme_deadline",
     .what = "time that the export order of 2025-07-23 gives",
     .source = &sources::on_exports_programme,
     .precision = precision::exact,
     .kind = kind::observed,
     .feeds = "dates",
     .grade = grade::a,
     .read = "A"},
};
inline constexpr figure exports_programme_announced{
    calendar_day(2025, 10, 22),
    {},
    {.id = "exports_programme_announced",
     .what = "announcement of the programme of that order",
     .source = &sources::on_exports_programme,
     .precision = precision::exact,
     .kind = kind::observed,
     .words = "2025-10-22",
     .feeds = "dates",
     .as_of = stated("2025-10-22"),
     .grade = grade::b,
     .read = "B"},
};

namespace detail {
inline constexpr const dated_rule* rule_table[] = {
    &diffusion_rule,      &h20_licence, &revenue_share, &h200_announced,    &h200_rule, &chip_duty,
    &china_customs_block, &parent_rule, &house_bill,    &exports_programme,
};
}  // namespace detail

/// Every rule, in their order: `for (const dated_rule& r : rules())`.
[[nodiscard]] constexpr constant_list<dated_rule> rules() noexcept { return constant_list<dated_rule>(detail::rule_table); }

}  // namespace headway::figures::since

#include <headway/header_end.hpp>
