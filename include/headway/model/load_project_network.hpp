// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>

#include <headway/core/parse_error.hpp>
#include <headway/model/project_network.hpp>

namespace headway {

namespace detail {

struct named_span {
    std::string_view name;
    quantity<dim::time> span;
};
inline constexpr named_span time_units[] = {
    {"hour", units::hour}, {"day", units::day}, {"week", units::week}, {"month", units::month}, {"year", units::year}};

/// Reads one line of a network, from left to right.
class network_line {
  public:
    network_line(std::string_view text, std::size_t number) : text_(text), number_(number) {}

    /// The line has nothing but a comment.
    [[nodiscard]] bool is_blank() {
        skip_spaces();
        return at_ == text_.size() || text_[at_] == '#';
    }
    [[nodiscard]] network_stage read() {
        constexpr std::string_view start = "a stage's name and a colon, as in \"permits: 14 months\"";
        skip_spaces();
        const std::size_t first = at_;
        network_stage stage{std::string(name(":", start)), {}, {}};
        if (at_ == text_.size() || text_[at_] != ':') fail_at(first, start);
        ++at_;
        const double count = number();
        stage.duration = count * unit();
        if (is_blank()) return stage;
        if (word() != "after") fail_at(word_at_, "\"after\" and the stages that come first, or the end of the line");
        do {
            stage.after.emplace_back(name(",", "the name of a stage"));
        } while (at_ < text_.size() && text_[at_++] == ',');
        return stage;
    }

  private:
    static constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }
    static constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    void skip_spaces() noexcept {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    [[noreturn]] void fail_at(std::size_t at, std::string_view expected) const {
        std::string_view got = text_.substr(at);
        while (!got.empty() && is_space(got.back())) got.remove_suffix(1);
        throw parse_error(number_, at + 1, got, expected);
    }
    /// Words up to one of the ends, which stays, or to the end of the line.
    std::string_view name(std::string_view ends, std::string_view expected) {
        skip_spaces();
        const std::size_t first = at_;
        while (at_ < text_.size() && text_[at_] != '#' && ends.find(text_[at_]) == std::string_view::npos) ++at_;
        std::string_view found = text_.substr(first, at_ - first);
        while (!found.empty() && is_space(found.back())) found.remove_suffix(1);
        if (found.empty()) fail_at(first, expected);
        return found;
    }
    std::string_view word() {
        skip_spaces();
        word_at_ = at_;
        while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
        return text_.substr(word_at_, at_ - word_at_);
    }
    // Not std::from_chars, which one of the standard libraries lacks for floating point.
    double number() {
        skip_spaces();
        const std::size_t first = at_;
        double digits = 0.0;
        double scale = 1.0;
        bool any = false;
        bool decimals = false;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (is_digit(c)) {
                any = true;
                digits = digits * 10.0 + (c - '0');
                if (decimals) scale *= 10.0;
            } else if (c == '.' && !decimals) {
                decimals = true;
            } else {
                break;
            }
        }
        if (!any || !(digits < 1e15)) {
            fail_at(first, "how long the stage takes, a number of at most 15 digits, such as 14.5");
        }
        return digits / scale;
    }
    quantity<dim::time> unit() {
        std::string_view found = word();
        if (!found.empty() && found.back() == 's') found.remove_suffix(1);
        for (const auto& unit : time_units) {
            if (unit.name == found) return unit.span;
        }
        fail_at(word_at_, "a unit of time: hours, days, weeks, months or years");
    }

    std::string_view text_;
    std::size_t number_;
    std::size_t at_ = 0;
    std::size_t word_at_ = 0;
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
/// comma nor #, which starts a comment. The order of the lines does not matter.
/// \throws parse_error for a line that cannot be read, std::domain_error as the constructor of `project_network`.
[[nodiscard]] inline project_network parse_project_network(std::string_view text) {
    std::vector<network_stage> stages;
    std::size_t number = 1;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        detail::network_line line(text.substr(0, end), number++);
        if (!line.is_blank()) stages.push_back(line.read());
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return project_network(stages);
}

/// Reads a project from a stream to its end, as `parse_project_network`. \throws the same.
template <class Traits>
[[nodiscard]] project_network load_project_network(std::basic_istream<char, Traits>& in) {
    std::string text;
    char buffer[4096];
    while (in.read(buffer, sizeof buffer), in.gcount() > 0) text.append(buffer, static_cast<std::size_t>(in.gcount()));
    return parse_project_network(text);
}

}  // namespace headway
