// SPDX-License-Identifier: BSL-1.0
// Arguments of the wrong kind, for the makers of trends that have no file of their own.
#include <headway/quantity/units.hpp>
#include <headway/trend/accelerating.hpp>
#include <headway/trend/bass.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/experience_curve.hpp>
#include <headway/trend/from.hpp>
#include <headway/trend/gompertz.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/series.hpp>
#include <headway/trend/steps.hpp>
#include <headway/trend/substitution.hpp>

using namespace headway;
using namespace headway::units;
constexpr date start = std::chrono::sys_days(std::chrono::days(20000));
constexpr auto curve = logistic(5.0 * usd, start, 0.5 / year);
static_assert(cumulative(from(start, lagged(curve, year)), start, start + year) > 0.0 * usd * year);

#if HEADWAY_CASE == 1  // case: logistic with a time for the rate
// expect: logistic: the third argument must be a rate per time, such as 0.8 / year, or a growth
auto wrong = logistic(5.0 * usd, start, 0.5 * year);
#endif

#if HEADWAY_CASE == 2  // case: gompertz with a number for the date
// expect: gompertz: the second argument, the inflection, must be a date
auto wrong = gompertz(5.0 * usd, 2025.0, 0.5 / year);
#endif

#if HEADWAY_CASE == 3  // case: bass with plain numbers for the rates
// expect: bass: innovation and imitation must be rates per time, such as 0.03 / year
auto wrong = bass(start, 5.0 * chip, 0.03, 0.4);
#endif

#if HEADWAY_CASE == 13  // case: bass with times for the rates
// expect: bass: innovation and imitation must be rates per time, such as 0.03 / year
auto wrong = bass(start, 5.0 * chip, 0.03 / year, 0.4 * year);
#endif

#if HEADWAY_CASE == 4  // case: substitution with a span for the growth
// expect: substitution: the third argument must be a growth, that of share / \(1 - share\)
auto wrong = substitution(start, 0.1, 2.0 * year);
#endif

#if HEADWAY_CASE == 5  // case: accelerating with a growth for the first doubling
// expect: accelerating: the third argument, the first doubling, must be a span of time
auto wrong = accelerating(start, 5.0 * flop, doubles_every(1.0 * year), 0.1);
#endif

#if HEADWAY_CASE == 6  // case: an experience curve with a number for the learning
// expect: experience_curve: the third argument must be a learning_rate, a progress_ratio or a learning_exponent
auto wrong = experience_curve(5.0 * usd, 5.0 * chip, 0.2, current_period::included);
#endif

#if HEADWAY_CASE == 7  // case: an experience curve that does not say what it counts
// expect: experience_curve: say as the fourth argument whether the cumulative output counts the current period
auto wrong = experience_curve(5.0 * usd, 5.0 * chip, learning_rate(0.2));
#endif

#if HEADWAY_CASE == 8  // case: a lag without a unit
// expect: lagged: the second argument must be a span of time, for example 18.0 \* month
auto wrong = lagged(curve, 18.0);
#endif

#if HEADWAY_CASE == 9  // case: from and trend the wrong way round
// expect: from: the first argument must be a date
auto wrong = from(curve, start);
#endif

#if HEADWAY_CASE == 10  // case: the integral up to a span
// expect: cumulative: the second and the third argument must be dates
auto wrong = cumulative(curve, start, year);
#endif

#if HEADWAY_CASE == 11  // case: a series with dates out of order in a constant expression
// expect-gcc: call to non-'constexpr' function '.*points_are_out_of_order
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'points_are_out_of_order' cannot be used in a constant expression
constexpr auto wrong = series(interpolation::linear, point(start, 1.0), point(start, 2.0));
#endif

#if HEADWAY_CASE == 12  // case: outside the data in a constant expression
// expect-gcc: call to non-'constexpr' function '.*outside_the_data
// expect-clang: constexpr variable 'wrong' must be initialized by a constant expression
// expect-clang-note: non-constexpr function 'outside_the_data' cannot be used in a constant expression
constexpr auto wrong = series(interpolation::linear, point(start, 1.0), point(start + year, 2.0))(start + 2.0 * year);
#endif
