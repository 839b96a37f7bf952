// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/quantity/units.hpp>
#include <headway/scoring/ledger.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The scores of one statement; of an event without intervals.
struct statement_score {
    /// The continuous ranked probability score in the unit of the statement, of dates in days; of an event the Brier score,
    /// the squared distance of its probability from 1 where it happened and from 0 where not.
    double score = 0.0;
    /// -ln of the density per unit (of dates per day) or, of an event, of the probability of what came.
    double log_score = 0.0;
    /// Whether the central 50, 80 and 90 % intervals held the answer.
    std::array<bool, 3> inside{};
    /// Of the 90 % interval, in the unit.
    double width = 0.0;
};

namespace detail {

inline constexpr double recorded_levels[3] = {0.5, 0.8, 0.9};

/// Of a forecast, judged by the answer and the due date of a statement.
template <class = void>
[[nodiscard]] statement_score score_against(const ledger_entry& forecast, const ledger_entry& judge) {
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

}  // namespace detail

/// The scores of a statement that is resolved. A date is judged up to its due date, where that is stated: what is later,
/// forecast or come true, counts as then. \throws std::domain_error for one that is not resolved.
[[nodiscard]] inline statement_score score_of(const ledger_entry& e) {
    if (!e.is_resolved()) throw std::domain_error("score_of: '" + e.id + "' is not resolved yet; resolve it first");
    return detail::score_against(e, e);
}

/// By what the statements of a ledger are put together.
enum class record_by { nothing, who, source, horizon, unit };

/// How a track record is drawn up; every part may be left out.
struct track_record_options {
    record_by by = record_by::who;
    /// The forecaster, by `who`, whose statements are the baseline: of each question, told by the same words and unit, the
    /// last one said by the day of the statement. These are left out of the rows.
    std::string baseline = {};
    /// The ends of the horizons, in increasing order; beyond the last there is one more.
    std::vector<quantity<dim::time>> horizons = {3.0 * units::month, 1.0 * units::year, 2.0 * units::year,
                                                 5.0 * units::year};
};

/// What the statements of one forecaster, source, horizon or unit were worth. Means; not-a-number where there are none, and of
/// what has a unit where the statements have several.
class track_record_row {
  public:
    track_record_row() = default;
    track_record_row(std::string name, double order) : order_(order), name_(std::move(name)) {}

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::size_t statements() const noexcept { return statements_; }
    /// Those that are resolved: of values (numbers and dates), and of events.
    [[nodiscard]] std::size_t values() const noexcept { return values_; }
    [[nodiscard]] std::size_t events() const noexcept { return events_; }
    /// Of the values, "days" for dates; empty for plain numbers, none, and where there are several.
    [[nodiscard]] std::string unit() const { return unit_; }
    [[nodiscard]] bool has_one_unit() const noexcept { return values_ > 0 && !has_several_units_; }

    /// Of the values: the mean CRPS, logarithmic score and width of the 90 % interval.
    [[nodiscard]] double crps() const noexcept { return in_one_unit(crps_); }
    [[nodiscard]] double log_score() const noexcept { return in_one_unit(log_score_); }
    [[nodiscard]] double width() const noexcept { return in_one_unit(width_); }
    /// The share of values in the central interval of this level, 0.5, 0.8 or 0.9. \throws std::domain_error for another.
    [[nodiscard]] double coverage(double level) const {
        for (std::size_t i = 0; i < 3; ++i) {
            if (level == detail::recorded_levels[i]) return share(static_cast<double>(inside_[i]), values_);
        }
        detail::value_breaks_a_rule("track_record_row::coverage", "level", "must be 0.5, 0.8 or 0.9, which are counted",
                                    level);
    }
    /// Of the events: the mean Brier score and logarithmic score.
    [[nodiscard]] double brier() const noexcept { return share(brier_, events_); }
    [[nodiscard]] double event_log_score() const noexcept { return share(event_log_score_, events_); }

    /// 1 - the mean score / the mean score of the baseline on the same questions: 1 for the perfect, 0 for one no better than
    /// the baseline, below 0 for a worse one. Of statements in several units the mean over units, weighted by their number.
    /// Not-a-number without a question that the baseline has, or where its score is 0.
    template <class = void>
    [[nodiscard]] double skill() const noexcept {
        double sum = 0.0;
        for (const unit_total& u : compared_) sum += static_cast<double>(u.count) * (u.score / u.baseline);
        const double mean = share(sum, compared());
        return is_finite(mean) ? 1.0 - mean : std::numeric_limits<double>::quiet_NaN();
    }
    /// How many statements the baseline has a word on.
    [[nodiscard]] std::size_t compared() const noexcept {
        std::size_t count = 0;
        for (const unit_total& u : compared_) count += u.count;
        return count;
    }

    /// Of the events the stated probability and whether it came, for a calibration chart.
    [[nodiscard]] const std::vector<std::pair<double, bool>>& stated_chances() const noexcept { return chances_; }

    /// For the one who draws up a record.
    template <class = void>
    void add(const ledger_entry& e, const ledger_entry* baseline) {
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
    [[nodiscard]] double order() const noexcept { return order_; }

  private:
    struct unit_total {
        std::string unit;
        std::size_t count;
        double score;
        double baseline;
    };
    template <class = void>
    void compare(const std::string& unit, double score, double baseline) {
        for (unit_total& u : compared_) {
            if (u.unit != unit) continue;
            ++u.count;
            u.score += score;
            u.baseline += baseline;
            return;
        }
        compared_.push_back({unit, 1, score, baseline});
    }
    [[nodiscard]] static double share(double sum, std::size_t count) noexcept {
        return count == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(count);
    }
    [[nodiscard]] double in_one_unit(double sum) const noexcept {
        return has_several_units_ ? std::numeric_limits<double>::quiet_NaN() : share(sum, values_);
    }

    double order_ = 0.0;
    std::string name_;
    std::string unit_;
    bool has_several_units_ = false;
    std::size_t statements_ = 0;
    std::size_t values_ = 0;
    std::size_t events_ = 0;
    double crps_ = 0.0;
    double log_score_ = 0.0;
    double width_ = 0.0;
    std::array<std::size_t, 3> inside_{};
    double brier_ = 0.0;
    double event_log_score_ = 0.0;
    std::vector<unit_total> compared_;
    std::vector<std::pair<double, bool>> chances_;
};
HEADWAY_INSTANTIATE(double track_record_row::skill<>() const);
HEADWAY_INSTANTIATE(void track_record_row::add<>(const ledger_entry& e, const ledger_entry* baseline));
HEADWAY_INSTANTIATE(void track_record_row::compare<>(const std::string& unit, double score, double baseline));

/// How good the statements of a ledger were: means of proper scores, coverage of intervals, skill against a baseline; one row
/// for each forecaster, source, horizon or unit, in the order of the file (of horizons from near to far), and one for all.
/// Mean scores are comparable between forecasters of the same questions only; skill is the one that is fair elsewhere.
///
///     const track_record record(book, {.by = record_by::source, .baseline = "no change"});
///     std::cout << report::table(record);
///
/// Sources: Gneiting & Raftery (2007), JASA 102:359; Murphy (1988), Skill scores, Monthly Weather Review 116:2417; Brier
/// (1950), Monthly Weather Review 78:1.
class track_record {
  public:
    /// \throws std::domain_error for horizons that are not above 0 and increasing, and a baseline of which the ledger has no
    /// statement.
    explicit track_record(const ledger& book, const track_record_options& options = {}) { draw_up(book, options); }

    [[nodiscard]] const std::vector<track_record_row>& rows() const noexcept { return rows_; }
    [[nodiscard]] const track_record_row& all() const noexcept { return all_; }

  private:
    template <class = void>
    [[gnu::cold]] void draw_up(const ledger& book, const track_record_options& options) {
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
    /// Whether a question, its unit and a day come before another's.
    [[nodiscard]] static bool is_before(const ledger_entry& a, const ledger_entry& b) noexcept {
        if (const int order = a.question.compare(b.question); order != 0) return order < 0;
        if (const int order = a.unit.compare(b.unit); order != 0) return order < 0;
        return a.said < b.said;
    }
    /// What somebody said, by question and unit, of each from the first day on and of one day in the order of the book; nothing
    /// of nobody.
    template <class = void>
    [[nodiscard]] static std::vector<const ledger_entry*> statements_of(const ledger& book, std::string_view who) {
        std::vector<const ledger_entry*> all;
        if (who.empty()) return all;
        for (const ledger_entry& e : book) {
            if (e.who == who) all.push_back(&e);
        }
        detail::sort_stably(all, [](const ledger_entry* a, const ledger_entry* b) { return is_before(*a, *b); });
        return all;
    }
    /// The last of them on the entry's question by the day on which the entry was said.
    template <class = void>
    [[nodiscard]] static const ledger_entry* baseline_of(const std::vector<const ledger_entry*>& statements,
                                                         const ledger_entry& e) {
        if (!e.is_resolved()) return nullptr;
        const auto next = std::upper_bound(statements.begin(), statements.end(), &e,
                                           [](const ledger_entry* a, const ledger_entry* b) { return is_before(*a, *b); });
        if (next == statements.begin()) return nullptr;
        const ledger_entry* const last = *(next - 1);
        return last->question == e.question && last->unit == e.unit ? last : nullptr;
    }
    template <class = void>
    [[nodiscard]] track_record_row& row_of(const ledger_entry& e, const track_record_options& options) {
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

    std::vector<track_record_row> rows_;
    track_record_row all_;
};
HEADWAY_INSTANTIATE(void track_record::draw_up<>(const ledger& book, const track_record_options& options));
HEADWAY_INSTANTIATE(std::vector<const ledger_entry*> track_record::statements_of<>(const ledger& book,
                                                                                   std::string_view who));
HEADWAY_INSTANTIATE(const ledger_entry* track_record::baseline_of<>(const std::vector<const ledger_entry*>& statements,
                                                                    const ledger_entry& e));
HEADWAY_INSTANTIATE(track_record_row& track_record::row_of<>(const ledger_entry& e,
                                                             const track_record_options& options));

}  // namespace headway

#include <headway/header_end.hpp>
