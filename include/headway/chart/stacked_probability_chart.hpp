// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <type_traits>

#include <headway/chart/chart_plot.hpp>
#include <headway/math/stable_order.hpp>
#include <headway/outcome/fan.hpp>
#include <headway/outcome/named_results.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway::report {

/// One of several kinds that an outcome may be of, and how probable it is on each date.
struct probability_over_time {
    std::string kind;
    std::vector<double> probabilities;  ///< from 0 to 1
};

/// How to draw stacked probabilities; every part may be left out.
struct stacked_probability_chart_options {
    std::string title = {};
    std::string description = {};  ///< read aloud in place of the picture; by default made of its numbers
    std::string id = {};           ///< what its ids in the page begin with; by default a hash of its content
    std::vector<std::string> kinds = {};  ///< what the kinds are called, in their order; by default as the outputs
    double width = 720.0;                 ///< of the view box, from 320 to 4000; texts are 20 units high
};

namespace detail {

/// Colours of the kinds, those of Okabe and Ito (2008), which people of every colour vision tell apart, on white paper as
/// on dark. An edge in the colour of the paper sets an area apart from the next.
inline constexpr std::array<const char*, 8> kind_styles{"hw-kind-1", "hw-kind-2", "hw-kind-3", "hw-kind-4",
                                                        "hw-kind-5", "hw-kind-6", "hw-kind-7", "hw-kind-8"};
inline constexpr std::array<const char*, 8> kind_hues{"#0072b2", "#e69f00", "#009e73", "#cc79a7",
                                                      "#56b4e9", "#d55e00", "#f0e442", "#8a939d"};
inline constexpr std::string_view kind_edge =
    ".hw-chart .hw-edge{stroke:#fff;stroke:var(--hw-paper);stroke-width:1.5px;stroke-linejoin:round}";

/// Of more dates than this the picture shows evenly chosen ones; of more than the second none tells its values to who
/// points at it.
inline constexpr std::size_t most_stacked_dates = 400;
inline constexpr std::size_t most_told_dates = 60;

/// Probabilities one upon the other: the dates in order and, for each kind, where its area ends above on each of them.
struct stacked_shares {
    std::vector<date> dates;
    std::vector<std::string> kinds;
    std::vector<std::vector<double>> probabilities;  ///< by kind, then by date
    std::vector<std::vector<double>> tops;

    [[nodiscard, gnu::cold]] std::string told(std::size_t kind, std::size_t on) const {
        return kinds[kind] + ": " + share_text(probabilities[kind][on]) + " on " + to_text(dates[on]);
    }
};

/// \throws std::domain_error for what is no probability, or does not add up.
template <class = void>
[[nodiscard, gnu::cold]] stacked_shares stacked(const std::vector<date>& dates,
                                                const std::vector<probability_over_time>& kinds);

/// The kinds on a date with their probabilities, and which is the most probable from when on.
template <class = void>
[[nodiscard, gnu::cold]] std::string stacked_words(const stacked_shares& shares);

/// Where a text of this width stands inside an area: where the area leaves the most height over the whole of the text.
struct place_in_area {
    double x = 0.0;
    double y = 0.0;
    double height = 0.0;
};
/// \param x ascending \param upper the edge of the area on the paper, above \param lower below
template <class = void>
[[nodiscard, gnu::cold]] place_in_area widest_place(const std::vector<double>& x, const std::vector<double>& upper,
                                                    const std::vector<double>& lower, double width);

/// \param remark under the chart, such as how well the probabilities are known
template <class = void>
[[nodiscard, gnu::cold]] std::string stacked_picture(const stacked_shares& shares, const std::string& remark,
                                                     const stacked_probability_chart_options& options);

/// The kinds of a simulated forecast, and how well the least well known probability is known.
struct simulated_kinds {
    std::vector<probability_over_time> kinds;
    std::uint64_t draws = 0;
    double standard_error = 0.0;

    [[nodiscard]] std::string remark() const;
    /// \throws std::domain_error for another number of names than of kinds.
    void call(const std::vector<std::string>& names);
};

template <class Outcome, class OutputOn>
[[gnu::cold]] void add_kind(simulated_kinds& found, std::string_view name, const fan<Outcome>& forecast,
                            const OutputOn& output_on) {
    probability_over_time kind{std::string(name), {}};
    for (std::size_t i = 0; i < forecast.size(); ++i) {
        const auto& output = output_on(forecast[i]);
        if (output.probability_never() > 0.0) {
            throw std::domain_error("stacked_probability_chart: \"" + kind.kind + "\" is never in some draws on " +
                                    to_text(forecast.dates()[i]) + "; let it be 1 or 0 in each");
        }
        kind.probabilities.push_back(output.mean());
        found.draws = output.draws();
        if (output.draws() > 1) found.standard_error = std::max(found.standard_error, output.standard_error());
    }
    found.kinds.push_back(std::move(kind));
}

/// One output for each kind, 1 in the draws of that kind, else 0.
template <label... Names, template <class> class Of, class... Outputs>
[[nodiscard, gnu::cold]] simulated_kinds kinds_of(const fan<named_results<Of, Outputs...>>& forecast,
                                                  const stacked_probability_chart_options& options) {
    simulated_kinds found;
    const auto add = [&](std::string_view name, const auto& output_on) {
        constexpr bool output_is_a_plain_number =
            std::is_same_v<typename std::remove_cvref_t<decltype(output_on(forecast[0]))>::value_type, double>;
        static_assert(output_is_a_plain_number,
                      "stacked_probability_chart: the output of a kind must be a plain number, 1 in the draws of that "
                      "kind and 0 in the others, as binds<\"power\">(supply, when) is; name those that are, "
                      "stacked_probability_chart<\"power\", \"chips\">(forecast)");
        if constexpr (output_is_a_plain_number) add_kind(found, name, forecast, output_on);
    };
    if constexpr (sizeof...(Names) > 0) {
        (add(Names.view(), [](const auto& on) -> const auto& { return get<Names>(on); }), ...);
    } else {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (add(Outputs::name, [](const auto& on) -> const auto& { return on.template get<I>(); }), ...);
        }(std::index_sequence_for<Outputs...>{});
    }
    found.call(options.kinds);
    return found;
}

/// One number, the place of the kind among `options.kinds`, counted from 0.
template <label... Names, class Outcome>
[[nodiscard, gnu::cold]] simulated_kinds kinds_of(const fan<Outcome>& forecast,
                                                  const stacked_probability_chart_options& options) {
    constexpr bool forecast_returns_a_plain_number = std::is_same_v<typename Outcome::value_type, double>;
    static_assert(forecast_returns_a_plain_number,
                  "stacked_probability_chart: a kind is told by outputs of 1 and 0, or by one plain number, its place");
    constexpr bool only_result_needs_no_name = sizeof...(Names) == 0;
    static_assert(only_result_needs_no_name,
                  "stacked_probability_chart: the model returns one value, which has no name: leave the names out");
    if (options.kinds.empty()) {
        throw std::domain_error("stacked_probability_chart: the forecast returns one number, the place of a kind; give "
                                ".kinds, their names");
    }
    simulated_kinds found;
    double never = 0.0;
    for (std::size_t k = 0; k <= options.kinds.size(); ++k) {
        const bool is_never = k == options.kinds.size();
        probability_over_time kind{is_never ? "never" : options.kinds[k], {}};
        const double place = static_cast<double>(k);
        for (std::size_t i = 0; i < forecast.size(); ++i) {
            const Outcome& output = forecast[i];
            const double p = is_never ? output.probability_never()
                                      : 1.0 - output.probability_below(place) - output.probability_above(place);
            if (is_never) never = std::max(never, p);
            kind.probabilities.push_back(p > 1e-12 ? p : 0.0);  // what is less is rounding
            found.draws = output.draws();
            const double n = static_cast<double>(output.draws());
            if (p > 0.0 && p < 1.0) found.standard_error = std::max(found.standard_error, sqrt(p * (1.0 - p) / n));
        }
        if (!is_never || never > 0.0) found.kinds.push_back(std::move(kind));
    }
    return found;
}

}  // namespace detail

/// Which of several kinds an outcome is of, over time, as an SVG picture (stacked areas): on each date the probabilities of
/// all kinds one upon the other, which add up to 100 %, joined by straight lines; each area with its name where there is
/// room, and a legend in the order of the kinds, those that never occur among them, so that a kind has the same colour in
/// every such picture. Dates may be in any order; one alone is drawn as a bar; of more than 400 the picture shows 400.
/// \throws std::domain_error for no dates, no kinds or more than 8, kinds of one name or of none, probabilities outside
/// [0, 1] or that do not add up to 1 within 1e-9, dates beyond the year 30000, or a width outside 320 to 4000.
template <class = void>
[[nodiscard, gnu::cold]] std::string
stacked_probability_chart(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds,
                          const stacked_probability_chart_options& options = {});

/// The same of a simulated forecast over time, `stacked_probability_chart(simulate(f, dates, options))`, with a remark on
/// how well the probabilities are known. Either each kind has an output that is 1 in the draws of that kind and 0 in the
/// others, as of `binds<"power">(supply, when)`; where there are other outputs too, the kinds are named,
/// `stacked_probability_chart<"power", "chips">(forecast)`, from the lowest area to the highest. Or the forecast returns
/// one number, the place of the kind among `.kinds`, from 0; draws that are never are then a kind of their own. Also of a
/// forecast that was updated: each draw counts by its weight.
/// \throws std::domain_error as above, for outputs that are never, and for another number of `.kinds` than there are.
template <label... Kinds, class Outcome>
[[nodiscard, gnu::cold]] std::string
stacked_probability_chart(const fan<Outcome>& forecast, const stacked_probability_chart_options& options = {}) {
    const detail::simulated_kinds found = detail::kinds_of<Kinds...>(forecast, options);
    return detail::stacked_picture(detail::stacked(forecast.dates(), found.kinds), found.remark(), options);
}

}  // namespace headway::report

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/chart/bodies/stacked_probability_chart.hpp>
#endif
