// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include <headway/project/detail/crew_course.hpp>
#include <headway/project/lead_time.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// A stage of a network: its name, how long it takes, and the stages that have to be done before it starts.
template <class Number>
struct basic_network_stage {
    std::string name;
    quantity<dim::time, Number> duration;
    std::vector<std::string> after;
};
using network_stage = basic_network_stage<double>;

namespace detail {

/// Who waits for whom. Stages are numbered as given; `order` has each after all that it waits for.
struct network_shape {
    std::vector<std::string> names;
    std::vector<std::vector<std::size_t>> after;
    std::vector<std::size_t> order;

    [[nodiscard]] std::size_t find(std::string_view name) const noexcept;
    [[nodiscard]] std::string all_names() const;
    template <class = void>
    [[nodiscard]] std::size_t place_of(std::string_view name) const;

    /// Puts the stages in order. \throws std::domain_error that names the stages of a cycle.
    template <class = void>
    void sort();

  private:
    template <class = void>
    [[nodiscard]] bool waits(std::size_t i, const std::vector<char>& done) const noexcept;
    // Every stage that is left waits for one that is left, so going back from any of them must run into a cycle.
    [[noreturn]] void throw_cycle(const std::vector<char>& done) const;
};

}  // namespace detail

/// A project that is put together at run time: any network of stages, each of which starts when all that it comes
/// after are done. It gives the same numbers, to the last bit, as the same project composed of `stage`, `in_sequence`
/// and `in_parallel`, and answers the same questions. Durations are of any number type; a copy shares the network.
/// `load_project_network` reads one from text. Callers write `project_network` for durations that are plain numbers.
template <class Number>
class basic_project_network {
    using span = quantity<dim::time, Number>;

  public:
    using number_type = Number;

    /// The stages may be given in any order.
    /// \throws std::domain_error for no stage at all, a name that is empty or used twice, a stage after one that is
    /// not there, stages that wait for each other in a circle, and a duration that is negative or not finite; each is
    /// named.
    explicit basic_project_network(const std::vector<basic_network_stage<Number>>& stages) {
        if (stages.empty()) throw std::domain_error("project_network: give at least one stage");
        auto shape = std::make_shared<detail::network_shape>();
        for (const auto& s : stages) {
            if (s.name.empty()) throw std::domain_error("project_network: a stage has no name; give it one");
            if (shape->find(s.name) < shape->names.size()) {
                throw std::domain_error("project_network: two stages are named \"" + s.name + "\"; rename one of them");
            }
            detail::require_duration(s.name, s.duration.base_value());
            shape->names.push_back(s.name);
            seconds_.push_back(s.duration.base_value());
        }
        for (const auto& s : stages) {
            auto& after = shape->after.emplace_back();
            for (const auto& name : s.after) {
                const std::size_t place = shape->find(name);
                if (place == shape->names.size()) {
                    throw std::domain_error("project_network: stage \"" + s.name + "\" comes after \"" + name +
                                            "\", which is not a stage; there are " + shape->all_names());
                }
                after.push_back(place);
            }
        }
        shape->sort();
        shape_ = std::move(shape);
    }

    [[nodiscard]] const std::vector<std::string>& stage_names() const noexcept { return shape_->names; }

    /// From the start of the first stage to the end of the last.
    [[nodiscard]] auto duration() const { return run().duration; }
    /// The date of completion of a project started on a date. \throws std::domain_error for a date outside the
    /// calendar.
    template <date_like Start>
    [[nodiscard]] auto completion(const Start& start) const {
        return detail::project_start("completion", start) + duration();
    }
    /// 1 when the project, started on a date, is complete by the other, else 0: over draws its mean is the
    /// probability.
    template <date_like Start, date_like By>
    [[nodiscard]] auto done_by(const Start& start, const By& by) const {
        return select(completion(start) <= detail::to_date(by), 1.0, 0.0);
    }

    /// When each stage runs and how much it may slip, in the order in which they were given.
    [[nodiscard]] std::vector<stage_timing<Number>> timings() const { return run().timings; }
    /// When the stage of this name runs. \throws std::domain_error for a name that no stage has (so do those below).
    [[nodiscard]] stage_timing<Number> timing(std::string_view name) const {
        return run().timings[shape_->place_of(name)];
    }
    [[nodiscard]] auto duration_of(std::string_view name) const {
        return quantity<dim::time, Number>::from_base_value(seconds_[shape_->place_of(name)]);
    }
    /// 1 when the stage is on a critical path, else 0; its mean over draws is the stage's criticality.
    [[nodiscard]] Number critical(std::string_view name) const { return timing(name).critical; }

    /// How much later the stage may end without the project ending later: its total float (slack), see `stage_timing`.
    [[nodiscard]] auto total_float(std::string_view name) const { return timing(name).total_float; }
    /// How much later it may end without any other stage starting later.
    [[nodiscard]] auto free_float(std::string_view name) const { return timing(name).free_float; }

    /// The project with another duration for one stage.
    template <time_like Span>
    [[nodiscard]] auto with(std::string_view name, const Span& duration) const {
        using common = common_number_t<Number, time_number_t<Span>>;
        const std::size_t place = shape_->place_of(name);
        detail::require_duration(name, as_time(duration).base_value());
        std::vector<common> seconds(seconds_.begin(), seconds_.end());
        seconds[place] = as_time(duration).base_value();
        return basic_project_network<common>(shape_, std::move(seconds), plan_);
    }
    /// The project with `change(duration)` for the duration of every stage.
    template <class Change>
    [[nodiscard]] auto with_each(const Change& change) const {
        using common = common_number_t<Number, time_number_t<decltype(change(span{}))>>;
        std::vector<common> seconds;
        for (std::size_t i = 0; i < seconds_.size(); ++i) {
            seconds.push_back(as_time(change(span::from_base_value(seconds_[i]))).base_value());
            detail::require_duration(shape_->names[i], seconds.back());
        }
        return basic_project_network<common>(shape_, std::move(seconds), plan_);
    }

    /// The same project with crews that stages share, and who goes first where they are short of people: by a rule, or by the
    /// names of all stages in an order of the caller's. Stages are put in time by the serial schedule-generation scheme: one
    /// after another, the first in priority of those whose predecessors have a place, each at the earliest time at which its
    /// people are free for as long as it takes, also in a gap before stages that have a place already. Some order gives the
    /// shortest project there is, a rule a good one. `network.levelled({{"installers", 3, {{"a", 2}, {"b", 2}}}},
    /// priority_rule::as_listed)`.
    ///
    /// All answers are then those of the project with its crews. A stage is critical where a delay of it delays the project if
    /// people go from stage to stage as scheduled (crews without limit change nothing), floats are those within that plan.
    /// Another duration makes a new schedule: a stage that takes less time may delay the project (Graham 1966), so that
    /// `gain_of_saving` may be below zero. In a block each draw has a schedule of its own. Of a levelled network the crews
    /// are replaced. \throws std::domain_error for a crew without a name or with one used twice, of fewer than one, of which
    /// a stage needs fewer than one or more than there are, with a stage that is not there or named twice, and for an order
    /// that does not name each stage once or a rule that is none of the four.
    [[nodiscard]] basic_project_network levelled(const std::vector<crew>& crews, priority_rule rule) const {
        return with_plan(detail::crews_of(shape_->names, crews).plan(shape_->after, shape_->order, rule));
    }
    [[nodiscard]] basic_project_network levelled(const std::vector<crew>& crews, const std::vector<std::string>& order) const {
        return with_plan(detail::crews_of(shape_->names, crews).plan(shape_->after, shape_->order, order));
    }

    /// How much sooner the project ends when a stage takes so much less time (at the least none); what is less than
    /// rounding, see `stage_timing`, is nothing.
    /// \throws std::domain_error for a saving that is negative or not finite.
    template <time_like Span>
    [[nodiscard]] auto gain_of_saving(std::string_view name, const Span& in_the_stage) const {
        const auto saved = as_time(in_the_stage);
        detail::require_not_negative("gain_of_saving", "time saved in seconds", saved.base_value());
        const auto left = duration_of(name) - saved;
        const auto shorter = with(name, max(left, decltype(left){})).duration();
        using shorter_span = std::remove_const_t<decltype(shorter)>;
        return detail::rounded_away(shorter_span(duration() - shorter), shorter_span(duration()));
    }

    /// The rows of a Gantt chart of a project started on a date; they refer to the names in this network.
    /// \throws std::domain_error for a date outside the calendar.
    template <date_like Start>
    [[nodiscard]] auto schedule(const Start& start) const {
        const auto begin = detail::project_start("schedule", start);
        const auto all = run().timings;
        std::vector<decltype(detail::row_of({}, all[0], begin))> rows;
        for (std::size_t i = 0; i < all.size(); ++i) rows.push_back(detail::row_of(shape_->names[i], all[i], begin));
        return rows;
    }

  private:
    template <class Other>
    friend class basic_project_network;

    struct course {
        std::vector<stage_timing<Number>> timings;
        span duration{};
    };

    basic_project_network(std::shared_ptr<const detail::network_shape> shape, std::vector<Number> seconds,
                          std::shared_ptr<const detail::crew_plan> plan)
        : shape_(std::move(shape)), seconds_(std::move(seconds)), plan_(std::move(plan)) {}

    [[nodiscard]] basic_project_network with_plan(std::shared_ptr<const detail::crew_plan> plan) const {
        return basic_project_network(shape_, seconds_, std::move(plan));
    }

    [[nodiscard]] course run() const {
        course result{std::vector<stage_timing<Number>>(seconds_.size()), {}};
        auto& all = result.timings;
        if (plan_) {
            run_levelled(result);
            for (auto& timing : all) detail::settle_floats(timing, result.duration);
            return result;
        }
        for (const std::size_t i : shape_->order) {
            auto& timing = all[i];
            for (const std::size_t j : shape_->after[i]) timing.start = max(timing.start, all[j].end);
            timing.duration = span::from_base_value(seconds_[i]);
            timing.end = timing.start + timing.duration;
            result.duration = max(result.duration, timing.end);
        }
        // Backwards: a stage may slip to the end of the project, and no further than each stage that waits for it allows.
        for (auto& timing : all) timing.total_float = timing.free_float = result.duration - timing.end;
        for (std::size_t k = shape_->order.size(); k-- > 0;) {
            const auto& timing = all[shape_->order[k]];
            for (const std::size_t j : shape_->after[shape_->order[k]]) {
                const span wait = timing.start - all[j].end;
                all[j].free_float = min(all[j].free_float, wait);
                all[j].total_float = min(all[j].total_float, wait + timing.total_float);
            }
        }
        for (auto& timing : all) detail::settle_floats(timing, result.duration);
        return result;
    }

    /// With crews, draw by draw: who waits for whom is a decision of each.
    void run_levelled(course& result) const {
        if constexpr (lanes_of<Number> == 1) {
            std::vector<double> durations;
            for (const Number& s : seconds_) durations.push_back(value_at(s, 0));
            detail::run_course(plan_->schedule(durations), shape_->after, seconds_, result.timings, result.duration);
        } else {
            std::vector<double> durations(seconds_.size());
            std::vector<stage_timing<double>> timings;
            for (int lane = 0; lane < lanes_of<Number>; ++lane) {
                for (std::size_t i = 0; i < seconds_.size(); ++i) durations[i] = value_at(seconds_[i], lane);
                timings.assign(seconds_.size(), {});
                quantity<dim::time> duration;
                detail::run_course(plan_->schedule(durations), shape_->after, durations, timings, duration);
                const auto set = [&](span& to, const quantity<dim::time>& from) {
                    Number base = to.base_value();
                    base.lane[lane] = from.base_value();
                    to = span::from_base_value(base);
                };
                set(result.duration, duration);
                for (std::size_t i = 0; i < seconds_.size(); ++i) {
                    stage_timing<Number>& timing = result.timings[i];
                    set(timing.duration, timings[i].duration);
                    set(timing.start, timings[i].start);
                    set(timing.end, timings[i].end);
                    set(timing.total_float, timings[i].total_float);
                    set(timing.free_float, timings[i].free_float);
                }
            }
        }
    }

    std::shared_ptr<const detail::network_shape> shape_;
    std::vector<Number> seconds_;
    std::shared_ptr<const detail::crew_plan> plan_;
};
/// A network whose durations are plain numbers.
using project_network = basic_project_network<double>;

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/project/bodies/project_network.hpp>
#endif
