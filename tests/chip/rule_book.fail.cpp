// SPDX-License-Identifier: BSL-1.0
#include <headway/chip/rule_book.hpp>

namespace hw = headway;
using namespace hw::units;
constexpr auto embargo = hw::access_rule("embargo", hw::date(), hw::date::never(), hw::denied());
constexpr auto book = hw::rule_book(embargo);
constexpr auto home = hw::constant(1.0 * chip / year);

#if HEADWAY_CASE == 1  // case: a policy in place of a rule
// expect: rule_book: every argument must be a rule, such as access_rule
auto wrong = hw::rule_book(embargo, hw::denied());
#endif

#if HEADWAY_CASE == 2  // case: a rule without an end
// expect: access_rule: after the name come two dates, from and until
auto wrong = hw::access_rule("embargo", hw::date(), hw::denied(), hw::denied());
#endif

#if HEADWAY_CASE == 3  // case: a window in place of a policy
// expect: access_rule: the last argument must be a policy, such as denied
auto wrong = hw::access_rule("embargo", hw::date(), hw::date::never(), embargo.window());
#endif

#if HEADWAY_CASE == 4  // case: a cap against shipments in money
// expect: (conversion from|no viable conversion from|cannot convert|could not convert).*money.*chips
auto wrong = hw::shipment_cap(0.5, home, hw::date(), hw::date::never())
                 .shipped(hw::constant(1.0 * usd / year), hw::date(), hw::date() + year);
#endif

#if HEADWAY_CASE == 5  // case: a number of chips in place of a trend of shipments
// expect: shipment_cap: the second argument must be a trend, what is shipped to the home market per time
auto wrong = hw::shipment_cap(0.5, 100.0 * chip, hw::date(), hw::date::never());
#endif

#if HEADWAY_CASE == 6  // case: a rule that ends before it starts, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*access_rule_ends_before_it_starts
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'access_rule_ends_before_it_starts' cannot be used in a constant expression
constexpr auto wrong = hw::access_rule("embargo", hw::date() + hw::units::day, hw::date(), hw::denied());
#endif

#if HEADWAY_CASE == 7  // case: a share above one, in a constant expression
// expect-gcc: call to non-'constexpr' function '.*access_rule_needs_a_share
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'access_rule_needs_a_share' cannot be used in a constant expression
constexpr auto wrong = embargo.with_share_of_home(50);
#endif

#if HEADWAY_CASE == 8  // case: a levy as a number
// expect: with_levy: say on whom it falls: duty_on_price\(0.25\), of the buyer
auto wrong = embargo.with_levy(0.25);
#endif

#if HEADWAY_CASE == 9  // case: a rule book asked about nobody
// expect: admits: after the chip and the date comes the buyer.s seat
auto wrong = book.admits(hw::generation{.name = "x"}, hw::date());
#endif
