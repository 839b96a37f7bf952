// SPDX-License-Identifier: BSL-1.0
// Which chips may be sold to China, how many, and who pays what? The US rule of 2026-01-15 with its real numbers: limits in two
// quantities, a cap as a share of what is shipped at home, licences, a duty, a buyer whose own government says no, and a rule
// that never took effect. Every rule and every chip comes from the figures, with its source.
#include "../common/answers.hpp"
#include "../common/command_line.hpp"

namespace hw = headway;
namespace said = headway::figures;
namespace now = headway::figures::since;
using namespace headway::units;
using namespace std::chrono_literals;
using namespace answers;

// ---- What we assume, how sure we are, and who said so ----------------------------------------------------------------

inline constexpr auto demand_at_start =
    hw::assumption<"chips that China would take in a year, in January 2026">(
        hw::around(now::h20_sold.value / 7.0 * 4.0, 2.0), now::h20_sold)
        .with_note("Sold in seven quarters; as many in a year as in four of them, 90 % "
                   "within a factor of 2 either way.");
inline constexpr auto demand_change = hw::assumption<"factor by which that changes in a year">(
    hw::ci90(0.5, 1.6), "Ours: own chips take over, or more is wanted.");
inline constexpr auto home_at_start = hw::assumption<"H200s shipped to US customers in a year, in January 2026">(
    hw::ci90(200.0 * thousand_chips, 900.0 * thousand_chips),
    "Ours: no source counts them; its successors sell better.");
inline constexpr auto home_fall = hw::assumption<"factor by which that falls in a year">(
    hw::ci90(1.5, 4.0), "Ours: a chip whose successor is sold leaves the market in two or three years.");
inline constexpr auto licences = hw::assumption<"share of applications for a licence that are granted">(
    hw::pert(0.2, 0.7, 1.0), "Ours: the rule has them decided case by case.");
inline constexpr auto terms =
    hw::assumption<"China's own terms let orders through: 0 no, 1 yes">(hw::bernoulli(0.5), now::china_customs_block)
        .with_note("One decision for all orders from the end of the block on, so drawn and not shared "
                   "out. The 50 % are ours.");

// ---- The rules, from the figures: only what they say in words is added -----------------------------------------------

inline constexpr auto china = hw::buyer_seat{.place_of_use = "China", .last_parent = "China"};
inline constexpr auto owned_abroad = hw::buyer_seat{.place_of_use = "Malaysia", .last_parent = "China"};
inline constexpr auto ally = hw::buyer_seat{.place_of_use = "Japan", .last_parent = "Japan"};

inline constexpr auto sale =
    hw::access_rule_of(now::h200_rule).reaching(hw::rule_reach::place_of_use, "China", "Macau");
inline constexpr auto duty =
    hw::access_rule_of(now::chip_duty, hw::levy_base::price).reaching(hw::rule_reach::place_of_use, "China", "Macau");
inline constexpr auto customs = hw::access_rule_of(now::china_customs_block)
                                    .with_policy(hw::denied())
                                    .reaching(hw::rule_reach::place_of_use, "China");
/// After the block at the customs, its government's terms for orders; `granted` is 0 or 1.
constexpr auto terms_of_china(const auto& granted) {
    return hw::access_rule("terms", now::china_customs_block.until, hw::date::never(), hw::unrestricted())
        .with_licence(granted)
        .reaching(hw::rule_reach::place_of_use, "China");
}
/// For chips used elsewhere; in China the rule on sales asks for the licence already.
inline constexpr auto parents =
    hw::access_rule_of(now::parent_rule).reaching(hw::rule_reach::last_parent_alone, "China", "Macau");
/// Had it taken effect, as an embargo.
inline constexpr auto diffusion = hw::access_rule_of(now::diffusion_rule).with_policy(hw::denied());

// ---- Two chips that the table of the figures has not in full, with the source that we add ---------------------------

inline constexpr said::article data_sheets{.key = "ours.data_sheets",
                                           .speaker = "Nvidia and AMD",
                                           .piece =
                                               "data sheets of the H20 and the MI325X, as copied by the trade press",
                                           .date_text = "undated",
                                           .published = true};
/// The facts with what is added, and the added source instead of theirs.
constexpr said::chip_facts completed(said::chip_facts facts, const said::chip_sheet& added) {
    facts.source = &data_sheets;
    facts.grade = said::grade::none;
    facts.read = {};
    static_cast<said::chip_sheet&>(facts) = added;
    return facts;
}
constexpr said::figure_info named(std::string_view id, std::string_view words) {
    return {.id = id, .what = words, .source = &data_sheets, .kind = said::kind::claimed, .words = words};
}
inline constexpr auto h20_by_data_sheet = completed(now::h20, {.first_sales = now::h20.first_sales,
                                                               .at_8_bits = 296.0 * teraflop / second / chip,
                                                               .at_16_bits = 148.0 * teraflop / second / chip,
                                                               .memory_bandwidth = 4.0 * terabyte / second / chip});
inline constexpr said::chip_facts mi325x_by_data_sheet{{.at_8_bits = 2614.9 * teraflop / second / chip,
                                                        .at_16_bits = 1307.4 * teraflop / second / chip,
                                                        .memory_bandwidth = 6.0 * terabyte / second / chip},
                                                       named("mi325x", "AMD MI325X")};
inline constexpr said::chip_facts mi308{{}, named("mi308", "AMD MI308")};

static_assert(admits(now::h200_rule, now::h20) == said::admission::unknown);
static_assert(admits(now::h200_rule, h20_by_data_sheet) == said::admission::yes);

// ---- The model -------------------------------------------------------------------------------------------------------

inline constexpr auto h200 = hw::generation_of(now::h200, 8);

inline constexpr auto sales = hw::forecast(
    hw::inputs(demand_at_start, demand_change, home_at_start, home_fall, licences, terms),
    [](const auto& in, const auto& when) {
        const auto start = sale.binds_from();
        const auto home = hw::exponential(start, in[home_at_start] / year, hw::falls_by_factor(in[home_fall], year));
        const auto wanted =
            hw::exponential(start, in[demand_at_start] / year, hw::grows_by_factor(in[demand_change], year));
        const auto rule = sale.with_licence(in[licences]);
        const auto cap = rule.shipment_cap(home);
        const auto let_through =
            hw::rule_book(rule, duty, customs, terms_of_china(in[terms])).permitted(wanted, h200, china);
        const auto shipped = cap.shipped(let_through, start, when);
        return hw::outputs(hw::output<"wanted">(hw::cumulative(wanted, start, when)),
                           hw::output<"allowed">(cap.allowed(when)), hw::output<"shipped">(shipped),
                           hw::output<"held back">(hw::select(cap.binds(let_through, when), 1.0, 0.0)),
                           hw::output<"share of home">(shipped / hw::cumulative(home, start, when)));
    });

// ---- Assumptions, tested by the compiler -----------------------------------------------------------------------------

inline constexpr hw::date in_a_year = 2027y / 1 / 15;
// A cap is never passed, and a licence that is never granted sells nothing.
static_assert(hw::get<"share of home">(sales.at(in_a_year, hw::override(terms, 1.0))) <=
              now::h200_rule.most_share_of_home_shipments * (1.0 + 1e-12));
static_assert(hw::get<"shipped">(sales.at(in_a_year, hw::override(terms, 1.0), hw::override(licences, 0.0))) ==
              0.0 * chip);
// The diffusion rule ends on 2025-05-13, two days before it would have bound anybody.
static_assert(!diffusion.takes_effect() && diffusion.until() == hw::date(2025y / 5 / 13));

// ---- The answers -----------------------------------------------------------------------------------------------------

void who_passes() {
    question("1. Which chips pass the rule of 2026-01-15?");
    say("A chip passes with less than " + hw::to_text(now::h200_rule.below_processing_performance.in(tpp / chip), 5) +
        " TPP and less than " + hw::to_text(now::h200_rule.below_memory_bandwidth.in(gigabyte / second / chip), 4) +
        " GB/s of memory bandwidth. TPP is performance in TFLOP/s times the bits of its operands, the most that there "
        "is. "
        "Unknown is what the data do not tell: one quantity over its limit keeps a chip out by itself, to be let in "
        "takes "
        "both.\n ");
    hw::report::text_table table({"chip", "TPP", "GB/s", "passes", "data"});
    const auto add_chip = [&](const said::chip_facts& c, const std::string& from) {
        const std::string none = "not stated";
        table.row({std::string(c.words),
                   c.states_performance() ? hw::to_text(c.processing_performance().middle().in(tpp / chip), 5) : none,
                   c.memory_bandwidth.is_stated()
                       ? hw::to_text(c.memory_bandwidth.middle().in(gigabyte / second / chip), 4)
                       : none,
                   std::string(to_text(admits(now::h200_rule, c))), from});
    };
    for (const auto* c : {&now::h200, &now::h20, &now::b200, &now::b300, &now::rubin}) add_chip(*c, "the table");
    add_chip(mi308, "none");
    add_chip(h20_by_data_sheet, "ours added");
    add_chip(mi325x_by_data_sheet, "ours added");
    std::cout << '\n' << table << '\n';
    say("Asked for a definite answer the library names what is missing:");
    try {
        static_cast<void>(hw::keeps_limits(now::h200_rule, now::h20));
    } catch (const std::domain_error& refusal) {
        say(refusal.what());
    }
    std::cout << '\n';
    say_source(now::h200_rule);
    const auto say_line = [](const std::string& text) { std::cout << hw::report::paragraph("- " + text, {0, 4}); };
    for (const auto* c : {&now::h200, &now::h20, &now::b200, &now::b300, &now::rubin}) {
        say_line(hw::report::source_line(*c));
    }
    say_line(std::string(h20_by_data_sheet.words) + " and " + std::string(mi325x_by_data_sheet.words) +
             ", as added: " + std::string(data_sheets.speaker) + ", " + std::string(data_sheets.piece) +
             "; not among the figures, so not graded");
}

void how_many(const command_line& line) {
    question("2. How many H200s does the rule let through?");
    const std::vector<hw::date> dates{2026y / 7 / 15, in_a_year, 2028y / 1 / 15};
    const auto fan = hw::simulate(line(sales), dates, line.options);
    say("Since " + hw::to_text(sale.binds_from()) + ", at most " +
        percent_text(now::h200_rule.most_share_of_home_shipments) +
        " of what is shipped to customers at home, in processing performance, which for one chip is the same in chips. "
        "As "
        "sales at home fall, so does what the cap lets through; what it holds back waits.\n ");
    auto table = quantiles_of("H200s since the rule binds");
    for (std::size_t i = 0; i < dates.size(); ++i) {
        add(table, hw::to_text(dates[i]) + ", China would take", hw::get<"wanted">(fan[i]));
        add(table, hw::to_text(dates[i]) + ", cap", hw::get<"allowed">(fan[i]));
        add(table, hw::to_text(dates[i]) + ", shipped", hw::get<"shipped">(fan[i]));
    }
    std::cout << '\n' << table << '\n';
    hw::report::text_table odds({"on", "nothing is shipped", "the cap holds something back"});
    for (std::size_t i = 0; i < dates.size(); ++i) {
        odds.row({hw::to_text(dates[i]), percent_text(1.0 - hw::get<"shipped">(fan[i]).probability_above(0.0 * chip)),
                  percent_text(hw::get<"held back">(fan[i]).mean())});
    }
    std::cout << odds << '\n';
    const auto& end = fan[dates.size() - 1];
    const double sold = hw::get<"shipped">(end).probability_above(0.0 * chip);
    say("China's own terms are one decision for all, so in " + percent_text(1.0 - sold) +
        " of the draws nothing is ordered at all; where orders come, the cap holds some of them back in " +
        percent_text(hw::get<"held back">(end).mean() / sold) + " of the draws by " + hw::to_text(dates.back()) +
        ". Licences are decided one by one, so they are a share. The median lies between two worlds: read it beside "
        "the odds.");
    say_sources(line(sales));
}

void who_may_buy() {
    question("3. Who may buy what on which day?");
    say("Where a chip is used and where the buyer's last parent sits are two facts. By these rules alone: what one "
        "that binds "
        "on the day denies is denied, the buyer's own government's too; licence is the share that is granted, " +
        percent_text(licences.central()) + " in the centre. On the rule on parents, the day is that of the guidance: " +
        std::string(now::parent_rule.note) + "\n ");
    const auto book = hw::rule_book(sale.with_licence(licences.central()), duty, customs,
                                    parents.with_licence(licences.central()), diffusion);
    hw::report::text_table table(
        {"used in, owned from", "day", "H200", "B200", "H20, of the table", "licence", "duty"});
    const auto b200 = hw::generation_of(now::b200, 8);
    const auto add_day = [&](const hw::buyer_seat& seat, const hw::date& day_of_sale) {
        table.row({std::string(seat.place_of_use) + ", " + std::string(seat.last_parent), hw::to_text(day_of_sale),
                   std::string(to_text(book.admits(h200, day_of_sale, seat))),
                   std::string(to_text(book.admits(b200, day_of_sale, seat))),
                   std::string(to_text(admits(book.policy_on(day_of_sale, seat), now::h20))),
                   percent_text(book.licence_on(day_of_sale, seat)),
                   percent_text(book.levy_on(day_of_sale, seat).duty())});
    };
    add_day(china, 2026y / 1 / 20);
    add_day(china, 2026y / 1 / 28);
    add_day(china, 2026y / 6 / 1);
    add_day(owned_abroad, 2026y / 5 / 30);
    add_day(owned_abroad, 2026y / 6 / 1);
    add_day(ally, 2026y / 6 / 1);
    std::cout << '\n' << table << '\n';
    const auto days_bound = [&](const auto& rule) {
        int days = 0;
        for (auto d = hw::date(2025y / 1 / 1); d < hw::date(2027y / 1 / 1); d = d + 1.0 * day)
            days += rule.binds_on(d) ? 1 : 0;
        return std::to_string(days);
    };
    say("In 2025 and 2026 the block binds on " + days_bound(customs) + " days and the diffusion rule on " +
        days_bound(diffusion) + ": issued on " + hw::to_text(diffusion.from()) + ", to bind from " +
        hw::to_text(diffusion.binds_from()) + ", it ended on " + hw::to_text(diffusion.until()) + ".");
    std::cout << '\n';
    for (const auto* rule : {&now::china_customs_block, &now::parent_rule, &now::diffusion_rule}) say_source(*rule);
}

void who_pays() {
    question("4. What do the buyer pay and the seller keep, of a price of 100?");
    say("A duty falls on the buyer by law and a share of revenue on the seller. Who bears it is a question of the "
        "market: "
        "passed on, the seller keeps what it asked; not passed on, the buyer pays no more.\n ");
    hw::report::text_table table({"levy, who bears it", "buyer pays", "seller keeps", "state takes"});
    const auto add_levy = [&](const std::string& what, const auto&... passed_on) {
        return [&table, what, passed_on...](const auto& levy) {
            table.row({what, hw::to_text(levy.price_to_buyer(100.0, passed_on...), 4),
                       hw::to_text(levy.proceeds_of_seller(100.0, passed_on...), 4),
                       hw::to_text(levy.revenue_of_state(100.0, passed_on...), 4)});
        };
    };
    const auto duty_of_2026 = duty.levies();
    const auto share_of_2025 = hw::access_rule_of(now::revenue_share, hw::levy_base::revenue).levies();
    add_levy("duty of " + percent_text(now::chip_duty.levy) + ", by law")(duty_of_2026);
    add_levy("duty, all on the buyer", 1.0)(duty_of_2026);
    add_levy("duty, half", 0.5)(duty_of_2026);
    add_levy("duty, all on the seller", 0.0)(duty_of_2026);
    add_levy(percent_text(now::revenue_share.levy) + " of revenue, by law")(share_of_2025);
    add_levy("revenue, all on the buyer", 1.0)(share_of_2025);
    std::cout << '\n' << table << '\n';
    say_source(now::chip_duty);
    say_source(now::revenue_share);
}

void answer(const command_line& line) {
    say("Which chips may be sold to China, how many, and who pays what? Simulated answers have " +
        draws_text(line.options.draws) + " draws: 80 % of them lie between p10 and p90.");
    who_passes();
    how_many(line);
    who_may_buy();
    who_pays();
}

int main(int argc, char** argv) {
    return command_line::answer(argc, argv, "Which chips may be sold to China?", answers::options, answer, sales);
}
