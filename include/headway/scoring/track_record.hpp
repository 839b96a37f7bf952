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
[[nodiscard]] statement_score score_against(const ledger_entry& forecast, const ledger_entry& judge);

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
    [[nodiscard]] double coverage(double level) const;
    /// Of the events: the mean Brier score and logarithmic score.
    [[nodiscard]] double brier() const noexcept { return share(brier_, events_); }
    [[nodiscard]] double event_log_score() const noexcept { return share(event_log_score_, events_); }

    /// 1 - the mean score / the mean score of the baseline on the same questions: 1 for the perfect, 0 for one no better than
    /// the baseline, below 0 for a worse one. Of statements in several units the mean over units, weighted by their number.
    /// Not-a-number without a question that the baseline has, or where its score is 0.
    template <class = void>
    [[nodiscard]] double skill() const noexcept;
    /// How many statements the baseline has a word on.
    [[nodiscard]] std::size_t compared() const noexcept;

    /// Of the events the stated probability and whether it came, for a calibration chart.
    [[nodiscard]] const std::vector<std::pair<double, bool>>& stated_chances() const noexcept { return chances_; }

    /// For the one who draws up a record.
    template <class = void>
    void add(const ledger_entry& e, const ledger_entry* baseline);
    [[nodiscard]] double order() const noexcept { return order_; }

  private:
    struct unit_total {
        std::string unit;
        std::size_t count;
        double score;
        double baseline;
    };
    template <class = void>
    void compare(const std::string& unit, double score, double baseline);
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
    [[gnu::cold]] void draw_up(const ledger& book, const track_record_options& options);
    /// Whether a question, its unit and a day come before another's.
    [[nodiscard]] static bool is_before(const ledger_entry& a, const ledger_entry& b) noexcept;
    /// What somebody said, by question and unit, of each from the first day on and of one day in the order of the book; nothing
    /// of nobody.
    template <class = void>
    [[nodiscard]] static std::vector<const ledger_entry*> statements_of(const ledger& book, std::string_view who);
    /// The last of them on the entry's question by the day on which the entry was said.
    template <class = void>
    [[nodiscard]] static const ledger_entry* baseline_of(const std::vector<const ledger_entry*>& statements,
                                                         const ledger_entry& e);
    template <class = void>
    [[nodiscard]] track_record_row& row_of(const ledger_entry& e, const track_record_options& options);

    std::vector<track_record_row> rows_;
    track_record_row all_;
};

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/scoring/bodies/track_record.hpp>
#endif
