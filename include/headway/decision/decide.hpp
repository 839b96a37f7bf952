// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/decision/decision.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// What a run of options gives, without its type.
struct decided {
    std::vector<std::shared_ptr<const run_identity>> identities;
    std::vector<draw_column> columns;
    std::shared_ptr<const decision_record> record;
};

template <class = void>
[[nodiscard]] decided decide_between(better preferred, const std::vector<option_record>& options,
                                     const simulation& asked, progress_ref progress);

template <class T>
[[nodiscard]] decision<T> decide(better preferred, const std::vector<option_record>& options, const simulation& asked,
                                 progress_ref progress) {
    decided all = decide_between(preferred, options, asked, progress);
    std::vector<std::string> names;
    std::vector<outcome<T>> outcomes;
    for (std::size_t o = 0; o < options.size(); ++o) {
        names.push_back(options[o].name);
        outcomes.emplace_back(all.identities[o], std::move(all.columns[o]));
    }
    return {comparison<T>(std::move(names), std::move(outcomes), {}), std::move(all.record)};
}

/// What may stand where an option does: anything but the options of the run, so that what is no option is refused in words.
template <class T>
concept in_place_of_an_option = !std::same_as<T, simulation>;

template <class First, class... Others>
[[nodiscard]] auto decide_among(better preferred, const simulation& asked, progress_ref progress, const First& first,
                                const Others&... others) {
    constexpr bool each_is_an_option = is_decision_option<First> && (is_decision_option<Others> && ...);
    static_assert(
        each_is_an_option,
        "decide: after what is better give options, option<\"buy\">(cost_of_buying), and last how to simulate");
    constexpr bool there_is_a_choice = sizeof...(Others) > 0;
    static_assert(there_is_a_choice, "decide: one option leaves no choice; give at least two");
    if constexpr (each_is_an_option && there_is_a_choice) {
        constexpr bool options_give_the_same_kind_of_result = (std::same_as<First, Others> && ...);
        static_assert(
            options_give_the_same_kind_of_result,
            "decide: the results of the options have different dimensions, which cannot be compared; let every "
            "option give the same, all of them money or all of them dates");
        if constexpr (options_give_the_same_kind_of_result) {
            return decide<typename First::value_type>(preferred, {first.record(), others.record()...}, asked, progress);
        } else {
            return nullptr;
        }
    } else {
        return nullptr;
    }
}

}  // namespace detail

/// Which of several things to do, each with a forecast of its own: the options are run on common draws, on which an input that
/// several of them read, known by its name, has the same value in each.
///
///     const auto d = decide(better::lower, option<"buy">(cost_of_buying), option<"rent">(cost_of_renting),
///                           {.draws = 100'000, .seed = 1});
///     d.best().option;  d["rent"].probability_best;  d.difference("rent", "buy").mean();  d.perfect_information(price).value;
///     std::cout << report::table(d);
///
/// Options may read different inputs and be different models; the results must be of one kind, numbers, quantities of one
/// dimension or dates. What an option is decided by is its expected value; who fears the tails lets the model return what the
/// result is worth. Up to six options are given one by one, any number as a `std::vector<decision_option<T>>`.
/// Compared with scenarios of one forecast (`compare`, `value_of_information`) there is no input that stands for the choice, which
/// would be among the sources of uncertainty in every analysis of sensitivity.
/// Cost: a simulation of each option, then of each input a sort of its draws: 100 000 draws of ten inputs half a second.
/// The same bits with any number of threads.
/// \throws std::domain_error for fewer than two options and two of one name; for an input that options believe or correlate
/// differently, and correlations of which no option has all; for fewer than 512 draws, a streaming run, a shard; for a result
/// that is never or infinite in some draw, of which there is no expected value; model_error naming the option.
template <detail::in_place_of_an_option A, class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const simulation& options = {}, Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a);
}
template <class T, class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const std::vector<decision_option<T>>& all, const simulation& options = {},
                          Progress progress = {}) {
    std::vector<detail::option_record> records;
    for (const auto& one : all) records.push_back(one.record());
    return detail::decide<T>(preferred, records, options, detail::told(progress));
}
template <detail::in_place_of_an_option A, detail::in_place_of_an_option B, class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const B& b, const simulation& options = {},
                          Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a, b);
}
template <detail::in_place_of_an_option A, detail::in_place_of_an_option B, detail::in_place_of_an_option C,
          class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const B& b, const C& c, const simulation& options = {},
                          Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a, b, c);
}
template <detail::in_place_of_an_option A, detail::in_place_of_an_option B, detail::in_place_of_an_option C,
          detail::in_place_of_an_option D, class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const B& b, const C& c, const D& d,
                          const simulation& options = {}, Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a, b, c, d);
}
template <detail::in_place_of_an_option A, detail::in_place_of_an_option B, detail::in_place_of_an_option C,
          detail::in_place_of_an_option D, detail::in_place_of_an_option E, class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const B& b, const C& c, const D& d, const E& e,
                          const simulation& options = {}, Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a, b, c, d, e);
}
template <detail::in_place_of_an_option A, detail::in_place_of_an_option B, detail::in_place_of_an_option C,
          detail::in_place_of_an_option D, detail::in_place_of_an_option E, detail::in_place_of_an_option F,
          class Progress = no_progress>
[[nodiscard]] auto decide(better preferred, const A& a, const B& b, const C& c, const D& d, const E& e, const F& f,
                          const simulation& options = {}, Progress progress = {}) {
    return detail::decide_among(preferred, options, detail::told(progress), a, b, c, d, e, f);
}
/// Chosen only where it is not said what is better, to ask for it in words.
template <class First, class... Others>
    requires(!std::same_as<First, better>)
auto decide(const First&, const Others&...) {
    constexpr bool says_what_is_better = sizeof(First) == 0;
    static_assert(says_what_is_better,
                  "decide: say first which result is better, decide(better::lower, option<\"buy\">(f), "
                  "option<\"rent\">(g)), or better::higher");
    return nullptr;
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/decision/bodies/decide.hpp>
#endif
