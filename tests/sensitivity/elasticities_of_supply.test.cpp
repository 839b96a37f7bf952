// SPDX-License-Identifier: BSL-1.0
#include <headway/sensitivity/elasticities.hpp>

#include "gradient_check.hpp"

#include <headway/chip/fleet.hpp>
#include <headway/chip/fleet_flow.hpp>
#include <headway/chip/retirement.hpp>
#include <headway/economics/binding_limit.hpp>
#include <headway/project/lead_time.hpp>
#include <headway/project/lead_time_changes.hpp>
#include <headway/project/procurement.hpp>
#include <headway/project/project_network.hpp>
#include <headway/project/stages.hpp>
#include <headway/trend/exponential.hpp>

namespace hw = headway;
using namespace hw::units;
using namespace std::chrono_literals;
using gradient_check::check;
using gradient_check::sure;

namespace {

constexpr auto start = sure<"start">(hw::date(2025y / 2 / 6));
constexpr auto permits = sure<"permits">(14.0 * month);
constexpr auto tools = sure<"tools">(20.0 * month);
constexpr auto before = sure<"lead time before">(39.0 * week);
constexpr auto after = sure<"lead time after">(10.0 * week);
constexpr auto rate = sure<"orders">(1000.0 * chip / year);
constexpr auto factor = sure<"factor">(1.8);
constexpr auto share = sure<"share">(0.3);
constexpr auto hazard = sure<"hazard">(0.2 / year);
constexpr auto chips = sure<"chips">(4.0 * million_chips);

constexpr auto when = hw::date(2028y / 6 / 1);
constexpr auto pflops = petaflop / second / chip;
constexpr hw::generation big{
    .name = "big", .launch = hw::date(2025y / 1 / 1), .performance = 4.5 * pflops, .power = 1'000.0 * watt / chip};

constexpr auto site_of(const auto& in) {
    return hw::stage<"permits">(in[permits]) >> (hw::stage<"building">(18.0 * month) & hw::stage<"tools">(in[tools]));
}

}  // namespace

TEST_CASE("elasticities of projects") {
    check("completion", hw::forecast(hw::inputs(start, permits, tools),
                                     [](const auto& in) { return site_of(in).completion(in[start]); }));
    check("three points", hw::forecast(hw::inputs(permits, tools), [](const auto& in) {
              const auto estimate = hw::three_point(8.0 * month, in[permits], in[tools]);
              return hw::merge_bias(3.0 * estimate.mean() + estimate.stddev(), site_of(in));
          }));
    check("what if", hw::forecast(hw::inputs(permits, tools, factor, share), [](const auto& in) {
              const auto what =
                  hw::scenario_of(hw::multiplies<"tools">(in[factor]), hw::delays<"permits">(in[share] * year),
                                  hw::disrupts<"permits">(in[share], in[tools]),
                                  hw::expedites<"tools">(in[share] * year, 1.0 * million_usd / month));
              return what(site_of(in)).duration();
          }));
    check("expediting", hw::forecast(hw::inputs(permits, share, factor), [](const auto& in) {
              const auto project = hw::stage<"permits">(in[permits]);
              return hw::expedites<"permits">(in[share] * in[permits], in[factor] * million_usd / month).cost(project);
          }));
    check("network", hw::forecast(hw::inputs(permits, tools, start), [](const auto& in) {
              const hw::project_network network({{"a", 6.0 * month, {}},
                                                 {"b", 9.0 * month, {}},
                                                 {"c", 14.0 * month, {"a"}},
                                                 {"d", 10.0 * month, {"a", "b"}}});
              return network.with("b", in[permits]).with("d", in[tools]).completion(in[start]);
          }));
}

TEST_CASE("elasticities of procurement") {
    check("stock", hw::forecast(hw::inputs(start, before, after, rate, factor), [](const auto& in) {
              const auto orders =
                  hw::exponential(hw::date(2025y / 1 / 1), in[rate], hw::grows_by_factor(in[factor], year));
              const auto times =
                  hw::changing_lead_time(hw::date(2026y / 6 / 1), in[before], hw::date(2028y / 9 / 1), in[after]);
              return hw::procurement(orders, times, in[start], 0.1 * year * in[rate]).stock(when);
          }));
    check("arrival", hw::forecast(hw::inputs(start, before, after), [](const auto& in) {
              return hw::changing_lead_time(hw::date(2024y / 6 / 1), in[before], hw::date(2026y / 9 / 1), in[after])
                  .arrival(in[start]);
          }));
    check("backlog", hw::forecast(hw::inputs(rate, before), [](const auto& in) {
              return hw::procurement(hw::constant(in[rate]), hw::constant_lead_time(in[before]),
                                     hw::date(2025y / 1 / 1))
                  .backlog(when);
          }));
}

TEST_CASE("elasticities of supply") {
    const auto limits = [](const auto& in) {
        const auto of_chips = hw::exponential(in[start], in[chips] / year, hw::grows_by_factor(in[factor], year));
        return hw::supply(hw::limit<"chips">(of_chips),
                          hw::limit<"power">(hw::constant(8.0 * gigawatt / year), in[share] * kilowatt / chip));
    };
    check("chips bind", hw::forecast(hw::inputs(start, chips, factor), [](const auto& in) {
              const auto of_chips = hw::exponential(in[start], in[chips] / year, hw::grows_by_factor(in[factor], year));
              return hw::supply(hw::limit<"power">(hw::constant(80.0 * gigawatt / year), 1.0 * kilowatt / chip),
                                hw::limit<"chips">(of_chips))(when);
          }));
    check("headroom", hw::forecast(hw::inputs(start, chips, factor, share), [limits](const auto& in) {
              return hw::headroom<"power">(limits(in), hw::date(2025y / 6 / 1));
          }));
    check("power binds", hw::forecast(hw::inputs(share, start, chips, factor), [limits](const auto& in) {
              return hw::binds_from<"power">(limits(in), hw::between(hw::date(2025y / 6 / 1), hw::date(2045y / 6 / 1)));
          }));
}

TEST_CASE("elasticities of fleets") {
    check("performance", hw::forecast(hw::inputs(start, chips, factor, hazard), [](const auto& in) {
              const auto own = hw::fleet(hw::retires_at_hazard(in[hazard]), hw::bought(big, in[chips], in[start]),
                                         hw::bought(big.with_performance(in[factor] * pflops), 2.0 * in[chips] / year,
                                                    in[start], hw::date::never()));
              return own.performance(when);
          }));
    check("retirement", hw::forecast(hw::inputs(permits, tools, share, hazard), [](const auto& in) {
              return hw::retires_around(2.0 * in[tools], in[permits]).surviving(3.0 * year) +
                     hw::retires_share_per_year(in[share]).surviving(1.3 * year) +
                     hw::retires_at_hazard(in[hazard]).served(2.0 * year) /
                         hw::retires_after(in[tools]).served(4.0 * year);
          }));
    check("power", hw::forecast(hw::inputs(permits, tools, chips), [](const auto& in) {
              return hw::fleet(hw::retires_around(2.0 * in[tools], in[permits]),
                               hw::bought(big, in[chips] / year, 2025y / 1 / 1, 2027y / 1 / 1))
                  .power(when);
          }));
    check("flows", hw::forecast(hw::inputs(chips, hazard, factor, share, start), [](const auto& in) {
              const auto inflow = hw::exponential(in[start], in[chips] / year, hw::grows_by_factor(in[factor], year));
              return hw::fleet_fed_by(inflow, hw::retires_at_hazard(in[hazard]), in[start],
                                      in[share] * in[chips])(when) +
                     hw::yearly_fleet(in[chips], in[share]).in_year(4);
          }));
    check("share", hw::forecast(hw::inputs(chips, hazard), [](const auto& in) {
              const auto fleet_of = [&](const auto& count) {
                  return hw::fleet(hw::retires_at_hazard(in[hazard]), hw::bought(big, count, 2025y / 1 / 1));
              };
              const auto rest =
                  hw::fleet(hw::retires_after(50.0 * year), hw::bought(big, 1.0 * million_chips, 2025y / 1 / 1));
              return fleet_of(in[chips]).performance(when) /
                     (fleet_of(in[chips]).performance(when) + rest.performance(when));
          }));
}
