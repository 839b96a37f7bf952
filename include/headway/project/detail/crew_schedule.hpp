// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <headway/math/number.hpp>
#include <headway/project/crew.hpp>

#include <headway/header_begin.hpp>

/// Stages that share crews, put in time one after another.
namespace headway::detail {

using stage_links = std::vector<std::vector<std::size_t>>;

/// Stands for no stage: the start of the project.
inline constexpr std::size_t project_start_itself = static_cast<std::size_t>(-1);

/// What is decided for one set of durations: after whose end each stage starts, and from which stages it takes over people
/// whom it would otherwise have to wait for. `in_time` is an order in which each stage comes after all that it waits for.
struct crew_course {
    std::vector<std::size_t> starts_after;
    stage_links takes_over_from;
    std::vector<std::size_t> in_time;
};

/// Crews, what stages need of them and who goes first, for a network whose stages wait for `after`; `sorted` has each stage
/// after all that it waits for.
class crew_plan {
  public:
    struct need {
        std::size_t crew;
        int count;
    };

    /// `ranks`, if there are any, are the caller's own order: the place of each stage in it.
    crew_plan(const stage_links& after, const std::vector<std::size_t>& sorted, std::vector<int> sizes,
              std::vector<std::vector<need>> needs, priority_rule rule, const std::vector<std::size_t>& ranks)
        : after_(after), sorted_(sorted), sizes_(std::move(sizes)), needs_(std::move(needs)), rule_(rule) {
        prepare(ranks);
    }

    /// The serial schedule-generation scheme (Kelley 1963): stage by stage, the first in priority of those that wait for no
    /// stage without a place, each at the earliest time at which its crews are free for as long as it takes, before stages
    /// that have a place already if there is a gap.
    template <class = void>
    [[nodiscard]] crew_course schedule(const std::vector<double>& durations) const;

  private:
    struct placed {
        double start = 0.0;
        double end = 0.0;
    };
    /// Some of a crew, whom a stage lets go when it ends.
    struct free_people {
        std::size_t stage;
        int count;
        double from;
    };

    template <class = void>
    void prepare(const std::vector<std::size_t>& ranks);
    template <class = void>
    [[nodiscard]] std::vector<std::size_t> order_by(const std::vector<double>& keys) const;
    template <class = void>
    [[nodiscard]] std::vector<double> latest_finishes(const std::vector<double>& durations) const;
    template <class = void>
    [[nodiscard]] bool fits(std::size_t stage, const placed& at, const std::vector<placed>& all,
                            const std::vector<std::size_t>& with_people, double nothing) const;
    [[nodiscard]] int count_of(std::size_t stage, std::size_t crew) const noexcept;
    template <class = void>
    void hand_over(const std::vector<placed>& all, double nothing, crew_course& course) const;

    stage_links after_;
    std::vector<std::size_t> sorted_;
    std::vector<int> sizes_;
    std::vector<std::vector<need>> needs_;
    priority_rule rule_;
    /// Whether the first stage waits, directly or not, for the second.
    std::vector<std::vector<char>> waits_for_;
    /// The order of rules that do not look at durations.
    std::vector<std::size_t> fixed_order_;
};

template <class>
void crew_plan::prepare(const std::vector<std::size_t>& ranks) {
    const std::size_t n = after_.size();
    waits_for_.assign(n, std::vector<char>(n, 0));
    std::vector<double> keys(n, 0.0);
    for (const std::size_t i : sorted_) {
        for (const std::size_t j : after_[i]) {
            waits_for_[i][j] = 1;
            for (std::size_t k = 0; k < n; ++k) waits_for_[i][k] = waits_for_[i][k] | waits_for_[j][k];
        }
    }
    if (!ranks.empty()) {
        for (std::size_t i = 0; i < n; ++i) keys[i] = static_cast<double>(ranks[i]);
    } else if (rule_ == priority_rule::most_successors_first) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) keys[j] -= waits_for_[i][j] != 0 ? 1.0 : 0.0;
        }
    } else if (rule_ != priority_rule::as_listed) {
        return;
    }
    fixed_order_ = order_by(keys);
}

/// The stages with the least keys first, but none before all that it waits for.
template <class>
std::vector<std::size_t> crew_plan::order_by(const std::vector<double>& keys) const {
    const std::size_t n = after_.size();
    std::vector<std::size_t> order;
    std::vector<char> done(n, 0);
    const auto may_go = [&](std::size_t i) {
        return done[i] == 0 &&
               std::all_of(after_[i].begin(), after_[i].end(), [&](std::size_t j) { return done[j] != 0; });
    };
    while (order.size() < n) {
        std::size_t first = n;
        for (std::size_t i = 0; i < n; ++i) {
            if (may_go(i) && (first == n || keys[i] < keys[first])) first = i;
        }
        done[first] = 1;
        order.push_back(first);
    }
    return order;
}

template <class>
std::vector<double> crew_plan::latest_finishes(const std::vector<double>& durations) const {
    std::vector<double> ends(durations.size(), 0.0);
    double whole = 0.0;
    for (const std::size_t i : sorted_) {
        for (const std::size_t j : after_[i]) ends[i] = max(ends[i], ends[j]);
        ends[i] += durations[i];
        whole = max(whole, ends[i]);
    }
    std::vector<double> latest(durations.size(), whole);
    for (std::size_t k = sorted_.size(); k-- > 0;) {
        const std::size_t i = sorted_[k];
        for (const std::size_t j : after_[i]) latest[j] = min(latest[j], latest[i] - durations[i]);
    }
    return latest;
}

/// Whether a stage finds its people at this time among the stages placed so far; `nothing` is a time that counts as none.
template <class>
bool crew_plan::fits(std::size_t stage, const placed& at, const std::vector<placed>& all,
                     const std::vector<std::size_t>& with_people, double nothing) const {
    for (const need& n : needs_[stage]) {
        const auto in_use = [&](double when) {
            int count = 0;
            for (const std::size_t k : with_people) {
                if (all[k].start <= when + nothing && all[k].end > when + nothing) count += count_of(k, n.crew);
            }
            return count;
        };
        if (in_use(at.start) > sizes_[n.crew] - n.count) return false;
        for (const std::size_t k : with_people) {
            if (!(all[k].start > at.start && all[k].start < at.end - nothing) || count_of(k, n.crew) == 0) continue;
            if (in_use(all[k].start) > sizes_[n.crew] - n.count) return false;
        }
    }
    return true;
}

template <class>
crew_course crew_plan::schedule(const std::vector<double>& durations) const {
    const std::size_t n = after_.size();
    std::vector<std::size_t> order = fixed_order_;
    if (order.empty()) {
        std::vector<double> keys = rule_ == priority_rule::soonest_due_first ? latest_finishes(durations) : durations;
        if (rule_ == priority_rule::longest_first) {
            for (double& k : keys) k = -k;
        }
        order = order_by(keys);
    }
    double total = 0.0;
    for (const double d : durations) total += d;
    // As in timings: what differs by less is the same time, so that rounding does not move a stage past another.
    const double nothing = 0x1p-40 * total;

    crew_course course{std::vector<std::size_t>(n, project_start_itself), stage_links(n), sorted_};
    std::vector<placed> all(n);
    std::vector<std::size_t> with_people;
    for (const std::size_t i : order) {
        placed& at = all[i];
        for (const std::size_t j : after_[i]) {
            if (all[j].end > at.start) {
                at.start = all[j].end;
                course.starts_after[i] = j;
            }
        }
        at.end = at.start + durations[i];
        if (needs_[i].empty() || !(durations[i] > nothing)) continue;
        while (!fits(i, at, all, with_people, nothing)) {
            // People are free again at the end of a stage only.
            std::size_t next = n;
            for (const std::size_t k : with_people) {
                if (all[k].end > at.start + nothing && (next == n || all[k].end < all[next].end)) next = k;
            }
            at.start = all[next].end;
            at.end = at.start + durations[i];
            course.starts_after[i] = next;
        }
        with_people.push_back(i);
    }
    std::vector<std::size_t> place(n);
    for (std::size_t k = 0; k < n; ++k) place[sorted_[k]] = k;
    std::sort(course.in_time.begin(), course.in_time.end(), [&](std::size_t a, std::size_t b) {
        return all[a].start < all[b].start || (all[a].start == all[b].start && place[a] < place[b]);
    });
    hand_over(all, nothing, course);
    return course;
}

/// Who takes over from whom: people of stages that a stage waits for anyhow first, then who had nothing to do yet, then who
/// has been free for longest, so that stages are tied to each other as little as may be.
template <class>
void crew_plan::hand_over(const std::vector<placed>& all, double nothing, crew_course& course) const {
    for (std::size_t c = 0; c < sizes_.size(); ++c) {
        std::vector<free_people> free{{project_start_itself, sizes_[c], 0.0}};
        for (const std::size_t i : course.in_time) {
            int wanted = count_of(i, c);
            if (wanted == 0 || !(all[i].end - all[i].start > nothing)) continue;
            const int taken = wanted;
            const auto rank = [&](const free_people& f) {
                if (f.stage == project_start_itself) return 1;
                return waits_for_[i][f.stage] != 0 ? 0 : 2;
            };
            while (wanted > 0) {
                free_people* best = nullptr;
                for (free_people& f : free) {
                    if (f.count == 0 || f.from > all[i].start + nothing) continue;
                    if (best == nullptr || rank(f) < rank(*best) || (rank(f) == rank(*best) && f.from < best->from))
                        best = &f;
                }
                if (best == nullptr) break;
                const int from_here = best->count < wanted ? best->count : wanted;
                best->count -= from_here;
                wanted -= from_here;
                if (rank(*best) == 2) course.takes_over_from[i].push_back(best->stage);
            }
            free.push_back({i, taken, all[i].end});
        }
    }
}
HEADWAY_INSTANTIATE(void crew_plan::prepare<>(const std::vector<std::size_t>& ranks));
HEADWAY_INSTANTIATE(std::vector<std::size_t> crew_plan::order_by<>(const std::vector<double>& keys) const);
HEADWAY_INSTANTIATE(std::vector<double> crew_plan::latest_finishes<>(const std::vector<double>& durations) const);
HEADWAY_INSTANTIATE(bool crew_plan::fits<>(std::size_t stage, const placed& at, const std::vector<placed>& all,
                                           const std::vector<std::size_t>& with_people, double nothing) const);
HEADWAY_INSTANTIATE(crew_course crew_plan::schedule<>(const std::vector<double>& durations) const);
HEADWAY_INSTANTIATE(void crew_plan::hand_over<>(const std::vector<placed>& all, double nothing, crew_course& course)
                        const);

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/project/bodies/detail/crew_schedule.hpp>
#endif
