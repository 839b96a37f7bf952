// SPDX-License-Identifier: BSL-1.0
#include <headway/source/dated_rule.hpp>
#include <headway/source/figure_list.hpp>
#include <headway/source/scoreboard.hpp>
#include <headway/source/verdict.hpp>

using namespace headway::figures;
using namespace headway::units;

constexpr article essay{.key = "essay", .speaker = "An Author"};
constexpr article report{.key = "report", .speaker = "A Counter"};
constexpr figure said{5.0, {1.0, "×"}, {.id = "said", .source = &essay}};
constexpr figure counted{4.0, {1.0, "×"}, {.id = "counted", .source = &report}};
constexpr figure rumour{4.0, {1.0, "×"}, {.id = "rumour"}};
constexpr auto given_on = calendar_day(2026, 11, 29);
constexpr verdict good{
    said, {.word = verdict_word::borne_out, .because = "It was 4.", .rests_on = counted, .given = given_on}};
constexpr dated_rule rule{{.from = given_on}, {.id = "rule", .source = &report}};

#if HEADWAY_CASE == 1  // case: a verdict without figures
// expect: (verdict_rests_on_nothing|must be initialized by a constant expression)
constexpr verdict wrong{said, {.word = verdict_word::contradicted, .because = "It was not.", .given = given_on}};
#endif

#if HEADWAY_CASE == 2  // case: a verdict that rests on a figure without a source
// expect: (verdict_figure_has_no_source|must be initialized by a constant expression)
constexpr verdict wrong{
    said, {.word = verdict_word::borne_out, .because = "They say so.", .rests_on = rumour, .given = given_on}};
#endif

#if HEADWAY_CASE == 3  // case: a list with a figure that has no source
// expect: (listed_figure_has_no_source|must be initialized by a constant expression)
constexpr const figure_info* list[] = {&counted, &rumour};
constexpr bool cited = all_have_sources(figure_list(list));
#endif

#if HEADWAY_CASE == 4  // case: a rule that ends before it starts
// expect: (rule_ends_before_it_starts|must be initialized by a constant expression)
constexpr dated_rule wrong{{.from = given_on, .until = calendar_day(2025, 5, 13)}, {.id = "wrong", .source = &report}};
#endif

#if HEADWAY_CASE == 5  // case: a share of a rule that is above one
// expect: (share_of_rule_is_above_one|must be initialized by a constant expression)
constexpr dated_rule wrong{{.from = given_on, .levy = 25.0}, {.id = "wrong", .source = &report}};
#endif

#if HEADWAY_CASE == 6  // case: a scoreboard by a text
// expect: scoreboard: the second argument is judged_by::speaker, judged_by::article or judged_by::kind
auto wrong(const verdict_list& all) { return scoreboard(all, "speaker"); }
#endif
