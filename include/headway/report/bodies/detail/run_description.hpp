// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/report/detail/run_description.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string thousands_text(std::uint64_t n) {
    const std::string digits = std::to_string(n);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) text += ' ';
        text += digits[i];
    }
    return text;
}
HEADWAY_INSTANTIATE(std::string thousands_text<>(std::uint64_t n));

template <class>
std::string run_description(const simulation& options, std::string_view command) {
    std::string list;
    const auto add = [&](const std::string& term, const std::string& text) {
        list += "<dt>" + html_escaped(term) + "</dt><dd>" + text + "</dd>\n";
    };
    const auto method = [&]() -> std::string {
        switch (options.method) {
        case method::latin_hypercube:
            return "Latin hypercube";
        case method::sobol:
            return "Owen-scrambled Sobol' points, " + std::to_string(options.replicates) + " scramblings";
        case method::independent:
            break;
        }
        return "independent draws";
    };
    add("Library", "headway " + html_escaped(version));
    add("Method", html_escaped(method()));
    add("Seed", std::to_string(options.seed));
    add("Draws", options.until.given()
                     ? "until the standard errors that were asked, at most " + thousands_text(options.draws.most())
                     : thousands_text(options.draws));
    if (options.shard.count > 1) {
        add("Shard", std::to_string(options.shard.index + 1) + " of " + std::to_string(options.shard.count));
    }
    if (!options.keep)
        add("Quantiles", "from a stream of draws, right to 2<sup>-12</sup> of their distance from the middle");
    const std::string words = html_escaped(command);
    if (words.find_first_not_of(' ') != words.npos) add("Command", "<code>" + words + "</code>");
    return "<dl>\n" + list + "</dl>\n" +
           html_text("p",
                     "The same library, method, seed and number of draws give the same numbers, whatever the number "
                     "of threads.",
                     "soft");
}
HEADWAY_INSTANTIATE(std::string run_description<>(const simulation& options, std::string_view command));

}  // namespace headway::report::detail

#include <headway/header_end.hpp>
