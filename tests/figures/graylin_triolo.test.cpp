// SPDX-License-Identifier: BSL-1.0
#include <headway/figures/graylin_triolo.hpp>

#include "expect.hpp"

#include <headway/figures/microsoft.hpp>

using namespace headway::units;
using namespace std::chrono_literals;
using headway::date;
using headway::figures::kind;
using headway::figures::precision;
namespace said = headway::figures::graylin_triolo;

static_assert(said::source.earliest == date(2025y / 1 / 16) && said::source.dated());

TEST_CASE("every figure of the graylin_triolo article is as specified") {
    expected::rows row(said::catalogue());
    using enum precision;
    row(said::us_lead_believed, "us_lead_believed", {1, 2}, year, range, kind::claimed, "1 to 2 years");
    row(said::china_chip_investment, "china_chip_investment", {10}, billion_usd, order, kind::observed,
        "tens of billions of USD", "of the order of 10 billion USD");
    row(said::top_researchers_from_china, "top_researchers_from_china", {47}, 0.01, about, kind::observed,
        "about 47 %");
    row(said::deepseek_founded, "deepseek_founded", {2023'01'01}, 1.0, exact, kind::observed, "2023");
    row(said::deepseek_staff, "deepseek_staff", {100}, person, at_most, kind::observed, "at most 100 people");
    row(said::sovereign_models, "sovereign_models", {193}, 1.0, exact, kind::forecast, "193 models");
}

TEST_CASE("the tiers' countries do not add up to the sovereign models, and the note says so") {
    namespace microsoft = headway::figures::microsoft;
    const double sum =
        microsoft::tier1_countries.value + microsoft::tier2_countries.value + microsoft::tier3_countries.value;
    CHECK(sum == 188.0);
    CHECK(said::sovereign_models.value == 193.0);
    CHECK(expected::contains(said::sovereign_models.note, "18 + 150 + 20 = 188"));
}

TEST_CASE("the lead of the graylin_triolo article is a past belief of others") {
    CHECK(said::us_lead_believed.via == "Silicon Valley");
    CHECK(expected::contains(said::us_lead_believed.note, "shrinking"));
    CHECK(expected::contains(said::source.date_text, "implied"));
}
