// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/chart/vega_lite_runs.hpp>

#include <headway/header_begin.hpp>

namespace headway::report::detail {

template <class>
std::string vega_line_at(const vega_scale& scale, const char* channel, double at, const char* look) {
    return "{\"data\": {\"values\": [{\"at\": " + scale.value(at) + "}]}, \"mark\": {\"type\": \"rule\", \"strokeWidth\": 2, " + look +
           "}, \"encoding\": {" + scale.channel(channel, "at") + "}}";
}
HEADWAY_INSTANTIATE(std::string vega_line_at<>(const vega_scale& scale, const char* channel, double at, const char* look));

template <class>
std::string vega_stacked(const stacked_shares& shares, const std::string& remark,
                         const stacked_probability_chart_options& options) {
    axis_range times;
    for (const date& when : shares.dates) times.add(when.seconds_since_1970());
    const bool is_one = shares.dates.size() == 1;
    const vega_scale x = make_vega_scale<date>("vega_lite", times, axis_kind::linear, {}, is_one);
    const vega_scale y = vega_share_scale("probability");
    vega_rows rows;
    std::string names;
    std::string hues;
    for (std::size_t k = 0; k < shares.kinds.size(); ++k) {
        names += (k == 0 ? "" : ", ") + json_string(shares.kinds[k]);
        hues += std::string(k == 0 ? "\"" : ", \"") + kind_hues[k] + "\"";
        for (std::size_t i = 0; i < shares.dates.size(); ++i) {
            rows.begin();
            rows.put("date", x.value(shares.dates[i].seconds_since_1970()));
            rows.put("kind", json_string(shares.kinds[k]));
            rows.put("from", json_number(k == 0 ? 0.0 : shares.tops[k - 1][i]));
            rows.put("to", json_number(shares.tops[k][i]));
            rows.put("probability", json_number(shares.probabilities[k][i]));
            rows.put("told", json_string(shares.told(k, i)));
        }
    }
    const std::string mark = is_one ? "{\"type\": \"bar\", \"size\": 120" : "{\"type\": \"area\"";
    const std::vector<std::string> layers{
        "{\"mark\": " + mark + ", \"stroke\": \"white\", \"strokeWidth\": 1}, \"encoding\": {" + x.channel("x", "date") + ", " +
        y.channel("y", "from") + ", \"y2\": {\"field\": \"to\"}" + (is_one ? vega_told : "") +
        ", \"color\": {\"field\": \"kind\", \"type\": \"nominal\", \"scale\": {\"domain\": [" + names + "], \"range\": [" + hues +
        "]}, \"title\": null, \"legend\": {\"orient\": \"top\", \"labelLimit\": 320}}}}"};
    return vega_spec(texts_of("vega_lite", options, "Probabilities over time", stacked_words(shares)), remark, rows,
                     json_number(0.47 * options.width), layers);
}
HEADWAY_INSTANTIATE(std::string vega_stacked<>(const stacked_shares& shares, const std::string& remark,
                    const stacked_probability_chart_options& options));

}  // namespace headway::report::detail

namespace headway::report {

template <class>
std::string vega_lite(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds,
                      const stacked_probability_chart_options& options) {
    return detail::vega_stacked(detail::stacked(dates, kinds), {}, options);
}
HEADWAY_INSTANTIATE(std::string vega_lite<>(const std::vector<date>& dates, const std::vector<probability_over_time>& kinds,
                    const stacked_probability_chart_options& options));

}  // namespace headway::report

#include <headway/header_end.hpp>
