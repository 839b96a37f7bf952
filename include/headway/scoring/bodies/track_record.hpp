// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/track_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
statement_score score_against(const ledger_entry& forecast, const ledger_entry& judge) {
    statement_score s;
    const double y = judge.answer->value;
    if (forecast.kind == stated_kind::event) {
        const double missed = y - forecast.probability;
        s.score = missed * missed;
        const double given = y == 1.0 ? forecast.probability : 1.0 - forecast.probability;
        s.log_score = given > 0.0 ? -log(given) : infinity;
        return s;
    }
    const bool is_date = forecast.kind == stated_kind::calendar_date;
    const double horizon = is_date ? judge.due.seconds_since_1970() : infinity;
    const double unit = is_date ? seconds_per_day : 1.0;
    const quantile_grid& grid = forecast.quantiles;
    s.score = grid.crps(y, horizon) / unit;
    s.log_score = grid.log_score(y, horizon);
    // A probability of its own needs no unit, a density does.
    if (is_date && y < horizon && !(grid.mass(y) > 0.0)) s.log_score -= log(unit);
    for (std::size_t i = 0; i < 3; ++i) {
        const auto [from, to] = grid.interval(recorded_levels[i]);
        const double lo = min(from, horizon);
        const double hi = min(to, horizon);
        s.inside[i] = lo <= min(y, horizon) && min(y, horizon) <= hi;
        s.width = hi > lo ? (hi - lo) / unit : 0.0;
    }
    return s;
}
HEADWAY_INSTANTIATE(statement_score score_against<>(const ledger_entry& forecast, const ledger_entry& judge));

}  // namespace headway::detail

namespace headway {

template <class>
double track_record_row::skill() const noexcept {
    double sum = 0.0;
    for (const unit_total& u : compared_) sum += static_cast<double>(u.count) * (u.score / u.baseline);
    const double mean = share(sum, compared());
    return is_finite(mean) ? 1.0 - mean : std::numeric_limits<double>::quiet_NaN();
}
HEADWAY_INSTANTIATE(double track_record_row::skill<>() const);

template <class>
void track_record_row::add(const ledger_entry& e, const ledger_entry* baseline) {
    ++statements_;
    if (!e.is_resolved()) return;
    const statement_score s = detail::score_against(e, e);
    if (e.kind == stated_kind::event) {
        ++events_;
        brier_ += s.score;
        event_log_score_ += s.log_score;
        chances_.emplace_back(e.probability, e.answer->value == 1.0);
    } else {
        const std::string unit = e.kind == stated_kind::calendar_date ? "days" : e.unit;
        if (values_ == 0) {
            unit_ = unit;
        } else if (has_several_units_ || unit != unit_) {
            has_several_units_ = true;
            unit_.clear();
        }
        ++values_;
        crps_ += s.score;
        log_score_ += s.log_score;
        width_ += s.width;
        for (std::size_t i = 0; i < 3; ++i) inside_[i] += s.inside[i] ? 1U : 0U;
    }
    if (baseline != nullptr) compare(e.unit, s.score, detail::score_against(*baseline, e).score);
}
HEADWAY_INSTANTIATE(void track_record_row::add<>(const ledger_entry& e, const ledger_entry* baseline));

template <class>
void track_record_row::compare(const std::string& unit, double score, double baseline) {
    for (unit_total& u : compared_) {
        if (u.unit != unit) continue;
        ++u.count;
        u.score += score;
        u.baseline += baseline;
        return;
    }
    compared_.push_back({unit, 1, score, baseline});
}
HEADWAY_INSTANTIATE(void track_record_row::compare<>(const std::string& unit, double score, double baseline));

template <class>
void track_record::draw_up(const ledger& book, const track_record_options& options) {
    double before = 0.0;
    for (const auto& end : options.horizons) {
        if (!(end.base_value() > before && is_finite(end.base_value()))) {
            throw std::domain_error("track_record: horizons must be above 0 and increase, got " + to_text(end) +
                                    "; give them from the nearest on");
        }
        before = end.base_value();
    }
    all_ = track_record_row("all", 0.0);
    bool has_baseline = options.baseline.empty();
    const std::vector<const ledger_entry*> baselines = statements_of(book, options.baseline);
    for (const ledger_entry& e : book) {
        if (!options.baseline.empty() && e.who == options.baseline) {
            has_baseline = true;
            continue;
        }
        const ledger_entry* const baseline = baseline_of(baselines, e);
        all_.add(e, baseline);
        row_of(e, options).add(e, baseline);
    }
    if (!has_baseline) {
        detail::near_names names(options.baseline);
        for (const ledger_entry& e : book) names.offer(e.who);
        const std::string near = names.empty() ? "" : "; did you mean " + names.text("'") + "?";
        throw std::domain_error("track_record: the ledger has no statement of the baseline '" + options.baseline +
                                "'" + near);
    }
    detail::sort_stably(rows_, [](const auto& a, const auto& b) { return a.order() < b.order(); });
}
HEADWAY_INSTANTIATE(void track_record::draw_up<>(const ledger& book, const track_record_options& options));

template <class>
std::vector<const ledger_entry*> track_record::statements_of(const ledger& book, std::string_view who) {
    std::vector<const ledger_entry*> all;
    if (who.empty()) return all;
    for (const ledger_entry& e : book) {
        if (e.who == who) all.push_back(&e);
    }
    detail::sort_stably(all, [](const ledger_entry* a, const ledger_entry* b) { return is_before(*a, *b); });
    return all;
}
HEADWAY_INSTANTIATE(std::vector<const ledger_entry*> track_record::statements_of<>(const ledger& book,
                                                                                   std::string_view who));

template <class>
const ledger_entry* track_record::baseline_of(const std::vector<const ledger_entry*>& statements,
                                              const ledger_entry& e) {
    if (!e.is_resolved()) return nullptr;
    const auto next = std::upper_bound(statements.begin(), statements.end(), &e,
                                       [](const ledger_entry* a, const ledger_entry* b) { return is_before(*a, *b); });
    if (next == statements.begin()) return nullptr;
    const ledger_entry* const last = *(next - 1);
    return last->question == e.question && last->unit == e.unit ? last : nullptr;
}
HEADWAY_INSTANTIATE(const ledger_entry* track_record::baseline_of<>(const std::vector<const ledger_entry*>& statements,
                                                                    const ledger_entry& e));

template <class>
track_record_row& track_record::row_of(const ledger_entry& e, const track_record_options& options) {
    std::string name = options.by == record_by::who      ? e.who
                       : options.by == record_by::source ? e.source
                       : options.by == record_by::unit   ? e.unit
                                                         : "all";
    double order = 0.0;
    if (options.by == record_by::horizon) {
        const auto& ends = options.horizons;
        std::size_t i = 0;
        while (i < ends.size() && e.horizon() > ends[i]) ++i;
        order = static_cast<double>(i);
        name = ends.empty()      ? "any"
               : i < ends.size() ? "up to " + to_text(ends[i])
                                 : "over " + to_text(ends.back());
        if (!is_finite(e.horizon().base_value())) {
            name = "open";
            order = static_cast<double>(ends.size() + 1);
        }
    }
    if (name.empty()) name = options.by == record_by::unit ? "number" : "not stated";
    for (track_record_row& r : rows_) {
        if (r.name() == name) return r;
    }
    rows_.emplace_back(std::move(name), order);
    return rows_.back();
}
HEADWAY_INSTANTIATE(track_record_row& track_record::row_of<>(const ledger_entry& e,
                                                             const track_record_options& options));

HEADWAY_OUT_OF_LINE double track_record_row::coverage(double level) const {
    for (std::size_t i = 0; i < 3; ++i) {
        if (level == detail::recorded_levels[i]) return share(static_cast<double>(inside_[i]), values_);
    }
    detail::value_breaks_a_rule("track_record_row::coverage", "level", "must be 0.5, 0.8 or 0.9, which are counted",
                                level);
}

HEADWAY_OUT_OF_LINE std::size_t track_record_row::compared() const noexcept {
    std::size_t count = 0;
    for (const unit_total& u : compared_) count += u.count;
    return count;
}

HEADWAY_OUT_OF_LINE bool track_record::is_before(const ledger_entry& a, const ledger_entry& b) noexcept {
    if (const int order = a.question.compare(b.question); order != 0) return order < 0;
    if (const int order = a.unit.compare(b.unit); order != 0) return order < 0;
    return a.said < b.said;
}

}  // namespace headway

#include <headway/header_end.hpp>
