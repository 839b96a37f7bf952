// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <tuple>

#include <headway/project/lead_time.hpp>
#include <headway/text/label.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class Project>
class project_answers;

/// A project made of `stage`, `in_sequence` and `in_parallel`, so that its stages are known at compile time.
// Each derives from a base of its own, because several of one empty base in a tuple would take up room.
template <class T>
concept any_project = std::derived_from<std::remove_cvref_t<T>, project_answers<std::remove_cvref_t<T>>>;

namespace detail {

template <class Part>
inline constexpr std::size_t stages_of = std::remove_cvref_t<Part>::stage_names.size();

/// The names of all parts' stages, in order.
template <class... Parts>
consteval auto joined_names() {
    std::array<std::string_view, (stages_of<Parts> + ... + 0)> names{};
    std::size_t i = 0;
    const auto add = [&](const auto& part_names) {
        for (const auto name : part_names) names[i++] = name;
    };
    (add(Parts::stage_names), ...);
    return names;
}
template <std::size_t Count>
consteval bool all_differ(const std::array<std::string_view, Count>& names) {
    for (std::size_t i = 0; i < Count; ++i) {
        for (std::size_t j = i + 1; j < Count; ++j) {
            if (names[i] == names[j]) return false;
        }
    }
    return true;
}

}  // namespace detail

/// The questions that every project answers. `Project` knows how to run its stages from a point in time.
/// Works with durations of any number type; a project of constants is a constant.
template <class Project>
class project_answers {
    constexpr const Project& self() const noexcept { return static_cast<const Project&>(*this); }

  public:
    /// From start to end: sums in sequence, maxima in parallel.
    [[nodiscard]] constexpr auto duration() const {
        using number_type = typename Project::number_type;
        return quantity<dim::time, number_type>::from_base_value(self().end_from(number_type(0.0)));
    }
    /// The date of completion of a project started on a date. \throws std::domain_error for a date outside the
    /// calendar.
    template <date_like Start>
    [[nodiscard]] constexpr auto completion(const Start& start) const {
        return detail::project_start("completion", start) + duration();
    }
    /// 1 when the project, started on a date, is complete by the other, else 0: over draws its mean is the
    /// probability.
    template <date_like Start, date_like By>
    [[nodiscard]] constexpr auto done_by(const Start& start, const By& by) const {
        return select(completion(start) <= detail::to_date(by), 1.0, 0.0);
    }

    /// When each stage runs and how much it may slip, in the order of `stage_names`.
    [[nodiscard]] constexpr auto timings() const {
        using number_type = typename Project::number_type;
        std::array<stage_timing<number_type>, Project::stage_names.size()> all{};
        std::size_t i = 0;
        const auto whole = duration();
        self().run(number_type(0.0), number_type(0.0), whole.base_value(), [&](const auto& timing) { all[i++] = timing; });
        for (auto& timing : all) detail::settle_floats(timing, whole);
        return all;
    }
    /// When the stage of this name runs.
    template <label Name>
    [[nodiscard]] constexpr auto timing() const {
        constexpr std::size_t place = place_of(Name.view());
        constexpr bool there_is_a_stage_of_this_name = place < Project::stage_names.size();
        static_assert(there_is_a_stage_of_this_name, "the project has no stage of this name");
        return timings()[there_is_a_stage_of_this_name ? place : 0];
    }
    template <label Name>
    [[nodiscard]] constexpr auto duration_of() const {
        return timing<Name>().duration;
    }
    /// 1 when the stage is on a critical path, else 0; its mean over draws is the stage's criticality.
    template <label Name>
    [[nodiscard]] constexpr auto critical() const {
        return timing<Name>().critical;
    }

    /// How much later the stage may end without the project ending later: its total float (slack), see `stage_timing`.
    template <label Name>
    [[nodiscard]] constexpr auto total_float() const {
        return timing<Name>().total_float;
    }
    /// How much later it may end without any other stage starting later.
    template <label Name>
    [[nodiscard]] constexpr auto free_float() const {
        return timing<Name>().free_float;
    }

    /// The project with another duration for one stage. \throws std::domain_error as `stage`.
    template <label Name, time_like Span>
    [[nodiscard]] constexpr auto with(const Span& duration) const {
        constexpr bool there_is_a_stage_of_this_name = place_of(Name.view()) < Project::stage_names.size();
        static_assert(there_is_a_stage_of_this_name, "the project has no stage of this name");
        return self().template replaced<Name>(as_time(duration));
    }
    /// The project with `change(duration)` for the duration of every stage.
    template <class Change>
    [[nodiscard]] constexpr auto with_each(const Change& change) const {
        return self().changed(change);
    }

    /// How much sooner the project ends when a stage takes so much less time (at the least none). Never more than the
    /// time saved in the stage, and nothing for a stage with float, or with another beside it that ends as late; what is
    /// less than rounding, see `stage_timing`, is nothing.
    /// \throws std::domain_error for a saving that is negative or not finite.
    template <label Name, time_like Span>
    [[nodiscard]] constexpr auto gain_of_saving(const Span& in_the_stage) const {
        const auto saved = as_time(in_the_stage);
        detail::require_not_negative("gain_of_saving", "time saved in seconds", saved.base_value());
        const auto left = duration_of<Name>() - saved;
        const auto shorter = with<Name>(max(left, decltype(left){})).duration();
        using span = std::remove_const_t<decltype(shorter)>;
        return detail::rounded_away(span(duration() - shorter), span(duration()));
    }

    /// The rows of a Gantt chart of a project started on a date. \throws std::domain_error for a date outside the
    /// calendar.
    template <date_like Start>
    [[nodiscard]] constexpr auto schedule(const Start& start) const {
        const auto begin = detail::project_start("schedule", start);
        const auto all = timings();
        std::array<decltype(detail::row_of({}, all[0], begin)), Project::stage_names.size()> rows{};
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = detail::row_of(Project::stage_names[i], all[i], begin);
        return rows;
    }

  private:
    static constexpr std::size_t place_of(std::string_view name) noexcept {
        std::size_t i = 0;
        while (i < Project::stage_names.size() && Project::stage_names[i] != name) ++i;
        return i;
    }
};

/// One named stage; made by `stage`.
template <label Name, class Number>
class project_stage : public project_answers<project_stage<Name, Number>> {
  public:
    using number_type = Number;
    static constexpr std::array<std::string_view, 1> stage_names{Name.view()};

    constexpr explicit project_stage(const quantity<dim::time, Number>& span) : seconds_(span.base_value()) {
        detail::require_duration(Name.view(), seconds_);
    }

    template <class Begin>
    [[nodiscard]] constexpr auto end_from(const Begin& begin) const {
        return begin + seconds_;
    }
    /// Shows the visitor each stage, with floats as computed: `slack` is what the whole part has until the project's end
    /// and `next` when what comes after it starts.
    template <class Begin, class Visitor>
    constexpr void run(const Begin& begin, const Begin& slack, const Begin& next, const Visitor& visitor) const {
        using span = quantity<dim::time, Begin>;
        const Begin end = begin + seconds_;
        visitor(stage_timing<Begin>{span::from_base_value(seconds_), span::from_base_value(begin),
                                    span::from_base_value(end), Begin(0.0), span::from_base_value(slack),
                                    span::from_base_value(next - end)});
    }
    template <label Other, class Span>
    [[nodiscard]] constexpr auto replaced(const Span& span) const {
        if constexpr (Other == Name) {
            return project_stage<Name, typename Span::number_type>(span);
        } else {
            return *this;
        }
    }
    template <class Change>
    [[nodiscard]] constexpr auto changed(const Change& change) const {
        const auto span = as_time(change(quantity<dim::time, Number>::from_base_value(seconds_)));
        return project_stage<Name, typename decltype(span)::number_type>(span);
    }

  private:
    Number seconds_;
};

/// Parts one after another or side by side; made by `in_sequence` and `in_parallel`.
template <bool InSequence, class... Parts>
class composed_project : public project_answers<composed_project<InSequence, Parts...>> {
  public:
    using number_type = common_number_t<typename Parts::number_type...>;
    static constexpr auto stage_names = detail::joined_names<Parts...>();
    static constexpr bool every_stage_name_is_used_once = detail::all_differ(stage_names);
    static_assert(every_stage_name_is_used_once, "project: two stages have the same name; rename one of them");

    constexpr explicit composed_project(const Parts&... parts) : parts_(parts...) {}

    template <class Begin>
    [[nodiscard]] constexpr auto end_from(const Begin& begin) const {
        return std::apply(
            [&](const auto&... part) {
                Begin end = begin;
                if constexpr (InSequence) {
                    ((end = part.end_from(end)), ...);
                } else {
                    ((end = max(end, Begin(part.end_from(begin)))), ...);
                }
                return end;
            },
            parts_);
    }
    template <class Begin, class Visitor>
    constexpr void run(const Begin& begin, const Begin& slack, const Begin& next, const Visitor& visitor) const {
        std::apply(
            [&](const auto&... part) {
                if constexpr (InSequence) {
                    Begin at = begin;
                    std::size_t left = sizeof...(Parts);
                    const auto run_one = [&](const auto& one) {
                        const Begin end = one.end_from(at);
                        one.run(at, slack, --left == 0 ? next : end, visitor);
                        at = end;
                    };
                    (run_one(part), ...);
                } else {
                    const Begin end = end_from(begin);
                    (part.run(begin, Begin(slack + (end - Begin(part.end_from(begin)))), next, visitor), ...);
                }
            },
            parts_);
    }
    template <label Name, class Span>
    [[nodiscard]] constexpr auto replaced(const Span& span) const {
        return with_parts([&](const auto& part) { return part.template replaced<Name>(span); });
    }
    template <class Change>
    [[nodiscard]] constexpr auto changed(const Change& change) const {
        return with_parts([&](const auto& part) { return part.changed(change); });
    }

  private:
    template <class F>
    constexpr auto with_parts(const F& f) const {
        return std::apply(
            [&](const auto&... part) { return composed_project<InSequence, decltype(f(part))...>(f(part)...); },
            parts_);
    }

    std::tuple<Parts...> parts_;
};

/// A stage of a project: its name and how long it takes, a span of time of any number type: `stage<"permits">(14.0 *
/// month)`.
/// \throws std::domain_error for a duration that is negative or not finite, naming the stage.
template <label Name, time_like Span>
[[nodiscard]] constexpr auto stage(const Span& duration) {
    return project_stage<Name, time_number_t<Span>>(as_time(duration));
}
/// Chosen only for what is not a span of time, to say so in words.
template <label Name, class Span>
constexpr auto stage(const Span&) {
    static_assert(time_like<Span>, "stage: the duration must be a span of time, such as 14.0 * month");
    return detail::wrong_arguments{};
}

/// Parts, stages or projects, one after another. Also `a >> b`. Two stages of one name do not compile.
template <any_project... Parts>
[[nodiscard]] constexpr auto in_sequence(const Parts&... parts) {
    static_assert(sizeof...(Parts) > 0, "in_sequence: give at least one stage");
    return composed_project<true, Parts...>(parts...);
}
/// Parts that start together, done when the last of them is. Also `a & b`. Two stages of one name do not compile.
template <any_project... Parts>
[[nodiscard]] constexpr auto in_parallel(const Parts&... parts) {
    static_assert(sizeof...(Parts) > 0, "in_parallel: give at least one stage");
    return composed_project<false, Parts...>(parts...);
}
template <any_project A, any_project B>
[[nodiscard]] constexpr auto operator>>(const A& first, const B& then) {
    return in_sequence(first, then);
}
template <any_project A, any_project B>
[[nodiscard]] constexpr auto operator&(const A& a, const B& b) {
    return in_parallel(a, b);
}

/// The questions about one stage as functions, which in a generic lambda read more easily than `fab.template
/// critical<...>()`.
template <label Name, any_project Project>
[[nodiscard]] constexpr auto duration_of(const Project& project) {
    return project.template duration_of<Name>();
}
template <label Name, any_project Project>
[[nodiscard]] constexpr auto critical(const Project& project) {
    return project.template critical<Name>();
}
template <label Name, any_project Project>
[[nodiscard]] constexpr auto total_float(const Project& project) {
    return project.template total_float<Name>();
}
template <label Name, any_project Project>
[[nodiscard]] constexpr auto free_float(const Project& project) {
    return project.template free_float<Name>();
}
template <label Name, any_project Project, time_like Span>
[[nodiscard]] constexpr auto gain_of_saving(const Project& project, const Span& in_the_stage) {
    return project.template gain_of_saving<Name>(in_the_stage);
}

/// Chosen only for a name among the arguments, to say in words where it goes.
template <std::size_t Size, class... Rest>
constexpr auto stage(const char (&)[Size], const Rest&...) {
    constexpr bool name_is_between_angle_brackets = Size == 0;
    static_assert(name_is_between_angle_brackets, "stage: the name goes between angle brackets, stage<\"permits\">(14.0 * month)");
    return detail::wrong_arguments{};
}

}  // namespace headway

#include <headway/header_end.hpp>
