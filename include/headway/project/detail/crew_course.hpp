// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <headway/project/detail/crew_schedule.hpp>
#include <headway/project/lead_time.hpp>

#include <headway/header_begin.hpp>

/// From crews as a caller states them to the course of a project.
namespace headway::detail {

[[noreturn, gnu::cold]] inline void crew_breaks_a_rule(const std::string& crew, const std::string& rule) {
    throw std::domain_error("levelled: crew \"" + crew + "\" " + rule);
}
[[noreturn, gnu::cold]] inline void order_breaks_a_rule(const std::string& rule) {
    throw std::domain_error("levelled: the order must name each stage once, got " + rule);
}

constexpr void require_priority_rule(priority_rule rule) {
    switch (rule) {
    case priority_rule::as_listed:
    case priority_rule::longest_first:
    case priority_rule::most_successors_first:
    case priority_rule::soonest_due_first:
        return;
    }
    value_breaks_a_rule("levelled", "rule",
                        "must be priority_rule::as_listed, longest_first, most_successors_first or soonest_due_first",
                        static_cast<double>(rule));
}

/// What crews are asked of the stages of a network, checked.
class crews_of {
  public:
    crews_of(const std::vector<std::string>& stages, const std::vector<crew>& crews)
        : stages_(stages), needs_(stages.size()) {
        read(crews);
    }

    [[nodiscard]] std::shared_ptr<const crew_plan>
    plan(const stage_links& after, const std::vector<std::size_t>& sorted, priority_rule rule) const;
    [[nodiscard]] std::shared_ptr<const crew_plan> plan(const stage_links& after,
                                                        const std::vector<std::size_t>& sorted,
                                                        const std::vector<std::string>& order) const {
        return std::make_shared<const crew_plan>(after, sorted, sizes_, needs_, priority_rule::as_listed, ranks(order));
    }

  private:
    [[nodiscard]] std::size_t find(const std::string& name) const noexcept {
        return static_cast<std::size_t>(std::find(stages_.begin(), stages_.end(), name) - stages_.begin());
    }
    [[nodiscard, gnu::cold]] std::string not_a_stage(const std::string& name) const;
    template <class = void>
    void read(const std::vector<crew>& crews);
    /// The place of each stage in an order that names each once.
    template <class = void>
    [[nodiscard]] std::vector<std::size_t> ranks(const std::vector<std::string>& order) const;

    const std::vector<std::string>& stages_;
    std::vector<int> sizes_;
    std::vector<std::vector<crew_plan::need>> needs_;
};

template <class>
void crews_of::read(const std::vector<crew>& crews) {
    if (crews.empty()) throw std::domain_error("levelled: give at least one crew");
    for (std::size_t c = 0; c < crews.size(); ++c) {
        const crew& here = crews[c];
        if (here.name.empty()) throw std::domain_error("levelled: a crew has no name; give it one");
        for (std::size_t other = 0; other < c; ++other) {
            if (crews[other].name == here.name) crew_breaks_a_rule(here.name, "is there twice; rename one of them");
        }
        if (!(here.size >= 1)) crew_breaks_a_rule(here.name, "must be of 1 or more, got " + std::to_string(here.size));
        for (const crew_demand& demand : here.demands) {
            const std::size_t place = find(demand.stage);
            if (place == stages_.size()) crew_breaks_a_rule(here.name, "works on " + not_a_stage(demand.stage));
            const std::string stage = "stage \"" + demand.stage + "\"";
            if (!needs_[place].empty() && needs_[place].back().crew == c) {
                crew_breaks_a_rule(here.name, "has " + stage + " twice; add its demands up");
            }
            if (!(demand.count >= 1)) {
                crew_breaks_a_rule(here.name, "must be needed by 1 or more on " + stage + ", got " +
                                                  std::to_string(demand.count) + "; leave out a stage that needs none");
            }
            if (demand.count > here.size) {
                crew_breaks_a_rule(here.name, "is of " + std::to_string(here.size) + ", but " + stage + " needs " +
                                                  std::to_string(demand.count) +
                                                  " and would never start; make the crew larger or the demand smaller");
            }
            needs_[place].push_back({c, demand.count});
        }
        sizes_.push_back(here.size);
    }
}

template <class>
std::vector<std::size_t> crews_of::ranks(const std::vector<std::string>& order) const {
    const std::size_t n = stages_.size();
    std::vector<std::size_t> all(n, n);
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t place = find(order[rank]);
        if (place == n) order_breaks_a_rule(not_a_stage(order[rank]));
        if (all[place] != n) order_breaks_a_rule("\"" + order[rank] + "\" twice");
        all[place] = rank;
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (all[i] == n) order_breaks_a_rule("one without \"" + stages_[i] + "\"");
    }
    return all;
}
HEADWAY_INSTANTIATE(void crews_of::read<>(const std::vector<crew>& crews));
HEADWAY_INSTANTIATE(std::vector<std::size_t> crews_of::ranks<>(const std::vector<std::string>& order) const);

/// Runs the stages as decided, on any number type of one draw: forwards, then the floats backwards.
template <class Number>
void run_course(const crew_course& decided, const stage_links& after, const std::vector<Number>& seconds,
                std::vector<stage_timing<Number>>& all, quantity<dim::time, Number>& duration) {
    using span = quantity<dim::time, Number>;
    for (const std::size_t i : decided.in_time) {
        auto& timing = all[i];
        if (decided.starts_after[i] != project_start_itself) timing.start = all[decided.starts_after[i]].end;
        timing.duration = span::from_base_value(seconds[i]);
        timing.end = timing.start + timing.duration;
        duration = max(duration, timing.end);
    }
    for (auto& timing : all) timing.total_float = timing.free_float = duration - timing.end;
    for (std::size_t k = decided.in_time.size(); k-- > 0;) {
        const auto& timing = all[decided.in_time[k]];
        const auto slip_no_further = [&](const std::vector<std::size_t>& before) {
            for (const std::size_t j : before) {
                const span wait = timing.start - all[j].end;
                all[j].free_float = min(all[j].free_float, wait);
                all[j].total_float = min(all[j].total_float, wait + timing.total_float);
            }
        };
        slip_no_further(after[decided.in_time[k]]);
        slip_no_further(decided.takes_over_from[decided.in_time[k]]);
    }
}
}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/project/bodies/detail/crew_course.hpp>
#endif
