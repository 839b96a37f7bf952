// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/belief/mixture.hpp>
#include <headway/history/break_test.hpp>
#include <headway/history/detail/hinge_profile.hpp>
#include <headway/history/fit_exponential.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/piecewise.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

/// The observations that each side of a break needs, at the least, on different dates.
inline constexpr std::size_t least_dates_beside_a_break = 3;

[[noreturn, gnu::cold]] inline void too_few_dates_for_a_break(std::size_t dates) {
    throw std::domain_error("fit_broken_exponential: at least 6 dates are needed, 3 on each side of the break, got " +
                            std::to_string(dates) + "; give more, or use fit_exponential");
}
[[noreturn, gnu::cold]] inline void break_is_outside(double first, double last, double earliest, double latest) {
    throw std::domain_error("fit_broken_exponential: the break must lie between " + iso_text(earliest) + " and " +
                            iso_text(latest) + ", which leaves 3 dates on each side, got " + iso_text(first) + " to " +
                            iso_text(last) + "; choose a window that meets this");
}
[[noreturn, gnu::cold]] inline void there_is_no_break_to_date() {
    throw std::domain_error(
        "fit_broken_exponential: the data lie on one exponential exactly, so that there is no break "
        "to date; use fit_exponential");
}

}  // namespace detail

/// What `fit_broken_exponential` estimates, as a trend: the exponential before and, joined to it, the one after.
template <class Dimension>
using broken_exponential_trend =
    decltype(piecewise(std::declval<const exponential_trend<Dimension, double>&>(),
                       continues_as(std::declval<const date&>(), std::declval<const growth&>())));

/// Exponential growth (or decline) whose pace changed once, without a jump, on a date that the data have to tell,
/// ln y = a + mu₁ (t - t_b) + (mu₂ - mu₁) (t - t_b)+ + error; made by `fit_broken_exponential`. It is that trend, with the
/// best date: call it with a date, ask `first_at_least(fit, level, between(...))`.
///
/// Whether there is a break at all says `test()`: a best break is found in any data. Beliefs about growth and values are
/// mixtures over the dates of the break, as `break_belief()` has them, of the Student-t with n - 3 degrees of freedom that
/// each date has; so the doubt about the date is in their intervals. All hold if errors of ln y are independent and normal with one spread, which `diagnosis()` looks into,
/// and if there was one break only. As inputs of a forecast:
///
///     fit.forecast(date)                a belief about the value observed at a date
///     fit.rate_after_belief()           about mu₂; in the model `grows_continuously(in[rate])`
///     fit.break_belief()                about the date of the break
template <class Dimension>
class broken_exponential_fit : public broken_exponential_trend<Dimension> {
  public:
    using value_type = decltype(quantity_or_number<Dimension>(0.0));

    /// For `fit_broken_exponential`.
    broken_exponential_fit(const date& first, const date& last, double first_base_value, detail::hinge_profile profile)
        : broken_exponential_trend<Dimension>(trend_of_best(first, first_base_value, profile)), first_(first),
          last_(last), first_value_(first_base_value), profile_(std::move(profile)) {}

    [[nodiscard]] date first_date() const noexcept { return first_; }
    [[nodiscard]] date last_date() const noexcept { return last_; }
    /// The number of observations.
    [[nodiscard]] std::size_t size() const noexcept { return profile_.size(); }
    /// n - 4: a level, two growths and the date of the break are estimated; n - 3 for a known break.
    [[nodiscard]] double degrees_of_freedom() const noexcept { return profile_.degrees_of_freedom(); }
    /// The trend alone, without what is known of its errors.
    [[nodiscard]] const broken_exponential_trend<Dimension>& trend() const noexcept { return *this; }

    /// The date of the break for which the squared errors are least.
    [[nodiscard]] date break_date() const noexcept { return date_of(profile_.best().at); }
    /// The date of the break as a belief, over the dates that were searched: its likelihood with level, growths and spread
    /// integrated out, a density in proportion to rss^(-(n - 3)/2)/√(what a line leaves of the squares of (t - t_b)+). As
    /// level and growths have flat priors, it is the posterior of a date of which nothing was known before; its intervals
    /// hold the truth as often as they say, a little more often where the break is hard to see, as those of the profile
    /// likelihood alone do not. Constant within each of some fifty cells.
    [[nodiscard]] belief<date> break_belief() const {
        std::vector<weighted<date>> parts;
        for (std::size_t i = 0; i < profile_.hinges().size(); ++i) {
            const date from = date_of(profile_.edges()[i]);
            const date to = date_of(profile_.edges()[i + 1]);
            const double share = profile_.hinges()[i].share;
            if (from < to) {
                parts.emplace_back(uniform(from, to), share);
            } else {
                parts.emplace_back(exactly(from), share);
            }
        }
        return mixture(parts);
    }
    /// The interval of `break_belief()` at a level, of as much probability before as after it. It reaches to where the search
    /// ended if nothing speaks against a break there. Here and below: \throws std::domain_error unless the level is between
    /// 0 and 1.
    [[nodiscard]] bounds<date> break_interval(double level) const {
        return central("break_interval", break_belief(), level);
    }

    /// The growth before and after the break.
    [[nodiscard]] headway::growth growth_before() const { return growth_of(profile_.slope_before(profile_.best())); }
    [[nodiscard]] headway::growth growth_after() const { return growth_of(profile_.slope_after(profile_.best())); }
    /// The continuous rates mu₁ and mu₂ as beliefs.
    [[nodiscard]] belief<quantity<dim::frequency>> rate_before_belief() const {
        return over_dates<quantity<dim::frequency>>(
            [&](const detail::hinge& h) { return student(profile_.slope_before(h), profile_.slope_before_error(h)); });
    }
    [[nodiscard]] belief<quantity<dim::frequency>> rate_after_belief() const {
        return over_dates<quantity<dim::frequency>>(
            [&](const detail::hinge& h) { return student(profile_.slope_after(h), profile_.slope_after_error(h)); });
    }
    /// The intervals of the growths, of as much probability below as above.
    [[nodiscard]] bounds<headway::growth> growth_before_interval(double level) const {
        return growth_interval("growth_before_interval", rate_before_belief(), level);
    }
    [[nodiscard]] bounds<headway::growth> growth_after_interval(double level) const {
        return growth_interval("growth_after_interval", rate_after_belief(), level);
    }
    /// The intervals of the doubling times, ln 2 over the ends of the growth's; never-ending at the high end where the data
    /// do not rule out that nothing grows. \throws std::domain_error besides if the whole interval falls.
    [[nodiscard]] bounds<quantity<dim::time>> doubling_time_before(double level) const {
        return doubling_times(growth_before_interval(level));
    }
    [[nodiscard]] bounds<quantity<dim::time>> doubling_time_after(double level) const {
        return doubling_times(growth_after_interval(level));
    }

    /// What one more observation at a date would be: the line, what is not known of it, the date of the break included, and
    /// the scatter. A mixture of Student-t in logarithms, so that its mean is infinite: ask the median. After the last date
    /// it takes for granted that the pace does not change again.
    /// \throws std::domain_error for a date outside the calendar, and for a value too large for a number.
    template <date_like Date>
    [[nodiscard]] belief<value_type> forecast(const Date& when) const {
        return forecast_at(date(when));
    }
    /// The interval of `forecast(when)` at a level.
    template <date_like Date>
    [[nodiscard]] bounds<value_type> forecast_interval(double level, const Date& when) const {
        return central("forecast_interval", forecast_at(date(when)), level);
    }

    /// Whether the data speak for a break at all. The p-value is that of the largest F over all dates of the break (of a known
    /// break, that of the usual F with 1 and n - 3 degrees of freedom), found by
    /// so many simulated data sets without one at the same dates, as no table knows them; its numbers are those of the seed.
    /// \throws std::domain_error for fewer than 19 simulations, which cannot show 5 %.
    [[nodiscard]] break_test test(int simulations, std::uint64_t seed) const {
        detail::require_break_simulations(simulations);
        const double n = static_cast<double>(size());
        const auto& line = profile_.straight_line();
        // ln(rss/rss); of exact data the test is as clear as a number can be.
        const double ratio = profile_.is_exact() ? detail::infinity : log(line.rss / profile_.best().rss);
        return {profile_.f_of_no_bend(),
                (1.0 + profile_.straight_sets_with_f(profile_.f_of_no_bend(), simulations, seed)) / (simulations + 1.0),
                simulations,
                n * ratio - 2.0 * profile_.bend_parameters(),
                n * ratio - profile_.bend_parameters() * log(n),
                detail::caution_about(profile_.lag1(), size(), "a random walk wanders as if its pace changed"),
                profile_.place_is_known()};
    }

    /// The share of the variance of the logarithm that the trend explains.
    [[nodiscard]] double r_squared() const noexcept { return 1.0 - profile_.best().rss / profile_.straight_line().syy; }
    /// The standard deviation of the residuals of the logarithm.
    [[nodiscard]] double residual_stddev() const noexcept { return sqrt(profile_.best().rss / degrees_of_freedom()); }
    /// The autocorrelation of the residuals with their neighbours in time.
    [[nodiscard]] double residual_autocorrelation() const noexcept { return profile_.lag1(); }
    /// What that says about the intervals, in words.
    [[nodiscard]] std::string diagnosis() const { return detail::autocorrelation_in_words(profile_.lag1(), size()); }

  private:
    static broken_exponential_trend<Dimension> trend_of_best(const date& first, double first_base_value,
                                                             const detail::hinge_profile& profile) {
        const detail::hinge& best = profile.best();
        const date at = first + quantity<dim::time>::from_base_value(profile.from_scaled(best.at));
        const exponential_trend<Dimension, double> before(at, first_base_value * exp(profile.value(best, best.at)),
                                                          profile.slope_before(best));
        return piecewise(before, continues_as(at, growth_of(profile.slope_after(best))));
    }
    static headway::growth growth_of(double rate) { return headway::growth::from_rate_per_second(rate); }
    date date_of(double place) const noexcept {
        return first_ + quantity<dim::time>::from_base_value(profile_.from_scaled(place));
    }

    double degrees_given_a_date() const noexcept { return static_cast<double>(size()) - 3.0; }
    belief<quantity<dim::frequency>> student(double rate, double error) const {
        using rate_type = quantity<dim::frequency>;
        return detail::student_belief(degrees_given_a_date(), rate_type::from_base_value(rate),
                                      rate_type::from_base_value(error));
    }
    /// The mixture of what `given(place)` says for each place of the break.
    template <class T, class Given>
    belief<T> over_dates(const Given& given) const {
        std::vector<weighted<T>> parts;
        for (const auto& [share, line] : profile_.hinges()) parts.emplace_back(given(line), share);
        return mixture(parts);
    }
    belief<value_type> forecast_at(const date& when) const {
        detail::require_real_date("broken_exponential_fit::forecast", "date", when);
        const double x = profile_.to_scaled((when - first_).base_value());
        return over_dates<value_type>([&](const detail::hinge& h) {
            const double median = first_value_ * exp(profile_.value(h, x));
            detail::require_above_zero("broken_exponential_fit::forecast", "median", median);
            return detail::log_student_belief(degrees_given_a_date(), quantity_or_number<Dimension>(median),
                                              profile_.prediction_error(h, x));
        });
    }
    template <class T>
    static bounds<T> central(const char* function, const belief<T>& b, double level) {
        if (!(level > 0.0 && level < 1.0)) {
            detail::value_breaks_a_rule(function, "level", "must be between 0 and 1 (0.9 for a 90 % interval)", level);
        }
        return {b.quantile(0.5 * (1.0 - level)), b.quantile_upper(0.5 * (1.0 - level)), level};
    }
    static bounds<headway::growth> growth_interval(const char* function, const belief<quantity<dim::frequency>>& rate,
                                                   double level) {
        const auto [low, high, stated] = central(function, rate, level);
        return {growth_of(low.base_value()), growth_of(high.base_value()), stated};
    }
    static bounds<quantity<dim::time>> doubling_times(const bounds<headway::growth>& stated) {
        return {stated.high.doubling_time(),
                stated.low.rate_per_second() > 0.0 ? stated.low.doubling_time()
                                                   : quantity<dim::time>::from_base_value(detail::infinity),
                stated.level};
    }

    date first_;
    date last_;
    double first_value_;
    detail::hinge_profile profile_;
};

namespace detail {

template <class Q>
[[nodiscard]] auto broken_fit(const observations<Q>& data, double first, double last) {
    constexpr const char* name = "fit_broken_exponential";
    data.require_at_least(name, 2 * least_dates_beside_a_break);
    const line_fit line = log_linear_fit(name, data);
    const std::vector<double> seconds = seconds_of(data);
    std::vector<double> dates;
    for (const double s : seconds) {
        if (dates.empty() || dates.back() < s) dates.push_back(s);
    }
    if (dates.size() < 2 * least_dates_beside_a_break) too_few_dates_for_a_break(dates.size());
    const double earliest = dates[least_dates_beside_a_break - 1];
    const double latest = dates[dates.size() - least_dates_beside_a_break];
    const double start = data.front().when.seconds_since_1970();
    const double from = max(earliest, first - start);
    const double to = min(latest, last - start);
    if (!(from <= to)) break_is_outside(first, last, start + earliest, start + latest);
    hinge_profile profile(seconds, logs_of(data), line, from, to);
    if (profile.is_straight()) there_is_no_break_to_date();
    return broken_exponential_fit<dimension_of<Q>>(data.front().when, data.back().when,
                                                   base_value_of(data.front().value), std::move(profile));
}

}  // namespace detail

/// Fits exponential growth (or decline) that changes its pace once by least squares in logarithms, equal weights: two
/// exponentials that meet, the date on which they do free. All dates are looked at that leave three on each side, or those of
/// a window that the caller states before looking, `fit_broken_exponential(data, between(2023y / 1 / 1, 2025y / 1 / 1))`; a
/// window of one date is a known break. The best date is exact between observations too. Many observations may share a date.
/// \throws std::domain_error for fewer than six dates, values that are not above zero, data on one exponential exactly, and
/// a window without a date that leaves three on each side.
/// Accuracy: date and growths at least 10 digits where errors are not below 1e-4 of the values' range; quantiles of beliefs to
/// about a hundredth of their standard deviation. Costs some 500 passes over the data.
/// Not for a series whose errors add up, as most costs' do: it bends without a break; see `fit_random_walk`.
/// Sources: Hinkley (1969), Inference about the intersection in two-phase regression, Biometrika 56:495; Feder (1975), On
/// asymptotic distribution theory in segmented regression problems, Ann. Statist. 3:49.
template <detail::amount Q>
[[nodiscard]] auto fit_broken_exponential(const observations<Q>& data) {
    return detail::broken_fit(data, -detail::infinity, detail::infinity);
}
template <detail::amount Q>
[[nodiscard]] auto fit_broken_exponential(const observations<Q>& data, const window<double>& break_within) {
    return detail::broken_fit(data, break_within.first.seconds_since_1970(), break_within.last.seconds_since_1970());
}

/// Chosen only for arguments of the wrong kind, to say so in words.
template <class Data, class... Window>
auto fit_broken_exponential(const Data&, const Window&...) {
    static_assert(detail::is_amount_data<Data>,
                  "fit_broken_exponential: give the observations of a quantity or a plain number, such as "
                  "observations(std::vector{observation(date, value), ...}) or csv_table(text).observations(...)");
    static_assert(!detail::is_amount_data<Data>,
                  "fit_broken_exponential: the second argument, where the break is looked for, must be a window, "
                  "between(first, last)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
