// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/source/scoreboard.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

template <class>
scoreboard_row& scoreboard::row_of(const verdict& v, judged_by by) {
    const std::string_view name = by == judged_by::speaker   ? v.figure->speaker()
                                  : by == judged_by::article ? v.figure->source->key
                                                             : to_text(v.figure->kind);
    for (scoreboard_row& row : rows_) {
        if (row.name() == name) return row;
    }
    rows_.emplace_back(std::string(name));
    return rows_.back();
}
HEADWAY_INSTANTIATE(scoreboard_row& scoreboard::row_of<>(const verdict& v, judged_by by));

HEADWAY_OUT_OF_LINE void scoreboard_row::add(const verdict& v) noexcept {
    const bool is_hit = v.word == verdict_word::borne_out;
    const bool is_miss = v.word == verdict_word::contradicted;
    borne_out_ += is_hit ? 1U : 0U;
    contradicted_ += is_miss ? 1U : 0U;
    too_early_ += v.word == verdict_word::too_early ? 1U : 0U;
    cannot_be_tested_ += v.word == verdict_word::cannot_be_tested ? 1U : 0U;
    misses_by_other_ += is_hit && v.other == verdict_word::contradicted ? 1U : 0U;
    hits_by_other_ += is_miss && v.other == verdict_word::borne_out ? 1U : 0U;
}

HEADWAY_OUT_OF_LINE double scoreboard_row::share_of_tested(std::size_t count) const noexcept {
    if (tested() == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(count) / static_cast<double>(tested());
}

HEADWAY_OUT_OF_LINE scoreboard::scoreboard(const verdict_list& verdicts, judged_by by) : all_("all") {
    for (const verdict& v : verdicts) {
        row_of(v, by).add(v);
        all_.add(v);
    }
}

}  // namespace headway::figures

#include <headway/header_end.hpp>
