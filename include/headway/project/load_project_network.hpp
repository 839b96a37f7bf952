// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/project/project_network.hpp>
#include <headway/text/parse_errors.hpp>
#include <headway/text/readable_stream.hpp>
#include <headway/text/text_encoding.hpp>

#include <headway/header_begin.hpp>

namespace headway {

namespace detail {

struct named_span {
    std::string_view name;
    quantity<dim::time> span;
};
inline constexpr named_span time_units[] = {
    {"hour", units::hour}, {"day", units::day}, {"week", units::week}, {"month", units::month}, {"year", units::year}};

/// A name and where it stands in its line, counted from 1.
struct placed_name {
    std::string name;
    std::size_t column;
};

/// A stage as read, with the places that messages need.
struct read_stage {
    placed_name name;
    quantity<dim::time> duration{};
    std::vector<placed_name> after;
    std::size_t line;
};

/// Reads one line of a network, from left to right.
class network_line {
  public:
    network_line(std::string_view text, std::size_t number) : text_(text), number_(number) {}

    /// The line has nothing but a comment.
    [[nodiscard, gnu::cold]] bool is_blank();
    /// Fills the stage as far as the line can be read, then throws where it cannot.
    template <class = void>
    [[gnu::cold]] void read(read_stage& stage);

  private:
    static constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }
    static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    void skip_spaces() noexcept {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    [[noreturn, gnu::cold]] void fail_at(std::size_t at, std::string_view expected) const;
    /// Words up to one of the ends, which stays, or to the end of the line.
    template <class = void>
    [[gnu::cold]] std::string_view name(std::string_view ends, std::string_view expected);
    template <class = void>
    [[gnu::cold]] std::string_view word();
    // Not std::from_chars, which one of the standard libraries lacks for floating point.
    template <class = void>
    [[gnu::cold]] double number();
    template <class = void>
    [[gnu::cold]] quantity<dim::time> unit();

    std::string_view text_;
    std::size_t number_;
    std::size_t at_ = 0;
    std::size_t word_at_ = 0;
};

/// What is wrong with stages that could each be read: names used twice, stages that are not there, circles.
class network_check {
  public:
    network_check(const std::vector<read_stage>& stages, std::vector<parse_error>& faults);

  private:
    [[nodiscard]] std::size_t find(std::string_view name) const noexcept;
    [[nodiscard, gnu::cold]] std::string all_names() const;
    [[gnu::cold]] void fault(const read_stage& stage, const placed_name& at, const std::string& expected) {
        faults_.emplace_back(stage.line, at.column, at.name, expected);
    }
    // Depth first along what each stage waits for; a wait for a stage on the way here closes a circle.
    template <class = void>
    [[gnu::cold]] void find_circles();

    const std::vector<read_stage>& stages_;
    std::vector<parse_error>& faults_;
    std::vector<std::vector<std::size_t>> after_;
};

}  // namespace detail

/// Reads a project from text, a stage on each line:
///
///     # a fab abroad
///     permits: 14 months
///     building: 18 months after permits
///     tools: 500 days after permits, building
///
/// The unit is hours, days, weeks, months or years, also without the s. Names may have spaces but neither a colon nor a
/// comma nor #, which starts a comment. The order of the lines does not matter. A byte-order mark of UTF-8 is skipped.
/// \throws parse_errors, a parse_error, with everything that is wrong at once, each with line and column: lines that cannot
/// be read, names used twice, stages after one that is not there or that wait for each other in a circle, a text without a
/// stage.
template <class = void>
[[nodiscard, gnu::cold]] project_network parse_project_network(std::string_view text);

/// Reads a project from a stream to its end, as `parse_project_network`.
/// \throws the same, and std::runtime_error for a stream that could not be opened or read.
template <detail::byte_source Stream>
[[nodiscard, gnu::cold]] project_network load_project_network(Stream& in) {
    return parse_project_network(detail::text_of_stream(in, "load_project_network"));
}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/project/bodies/load_project_network.hpp>
#endif
