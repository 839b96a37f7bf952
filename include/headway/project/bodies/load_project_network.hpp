// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/project/load_project_network.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void network_line::read(read_stage& stage) {
    constexpr std::string_view start = "a stage's name and a colon, as in \"permits: 14 months\"";
    skip_spaces();
    const std::size_t first = at_;
    const std::string_view own_name = name(":", start);
    if (at_ == text_.size() || text_[at_] != ':') fail_at(first, start);
    stage.name = {std::string(own_name), first + 1};
    ++at_;
    const double count = number();
    stage.duration = count * unit();
    if (is_blank()) return;
    if (word() != "after") fail_at(word_at_, "\"after\" and the stages that come first, or the end of the line");
    do {
        skip_spaces();
        const std::size_t column = at_ + 1;
        stage.after.push_back({std::string(name(",", "the name of a stage")), column});
    } while (at_ < text_.size() && text_[at_++] == ',');
}
HEADWAY_INSTANTIATE(void network_line::read<>(read_stage& stage));

template <class>
std::string_view network_line::name(std::string_view ends, std::string_view expected) {
    skip_spaces();
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != '#' && ends.find(text_[at_]) == std::string_view::npos) ++at_;
    std::string_view found = text_.substr(first, at_ - first);
    while (!found.empty() && is_space(found.back())) found.remove_suffix(1);
    if (found.empty()) fail_at(first, expected);
    return found;
}
HEADWAY_INSTANTIATE(std::string_view network_line::name<>(std::string_view ends, std::string_view expected));

template <class>
std::string_view network_line::word() {
    skip_spaces();
    word_at_ = at_;
    while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
    return text_.substr(word_at_, at_ - word_at_);
}
HEADWAY_INSTANTIATE(std::string_view network_line::word<>());

template <class>
double network_line::number() {
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
HEADWAY_INSTANTIATE(double network_line::number<>());

template <class>
quantity<dim::time> network_line::unit() {
    std::string_view found = word();
    if (!found.empty() && found.back() == 's') found.remove_suffix(1);
    for (const auto& unit : time_units) {
        if (unit.name == found) return unit.span;
    }
    fail_at(word_at_, "a unit of time: hours, days, weeks, months or years");
}
HEADWAY_INSTANTIATE(quantity<dim::time> network_line::unit<>());

template <class>
void network_check::find_circles() {
    enum class visit : char { none, open, done };
    std::vector<visit> state(stages_.size(), visit::none);
    std::vector<std::size_t> next(stages_.size(), 0);
    for (std::size_t root = 0; root < stages_.size(); ++root) {
        if (state[root] != visit::none) continue;
        std::vector<std::size_t> path{root};
        state[root] = visit::open;
        while (!path.empty()) {
            const std::size_t here = path.back();
            if (next[here] == after_[here].size()) {
                state[here] = visit::done;
                path.pop_back();
                continue;
            }
            const std::size_t place = next[here]++;
            const std::size_t first = after_[here][place];
            if (first == stages_.size() || state[first] == visit::done) continue;
            if (state[first] == visit::open) {
                std::string circle = stages_[first].name.name;
                for (std::size_t i = path.size(); path[--i] != first;) circle += " -> " + stages_[path[i]].name.name;
                circle += " -> " + stages_[first].name.name;
                fault(stages_[here], stages_[here].after[place],
                      "a stage that need not wait for \"" + stages_[here].name.name +
                          "\"; they wait for each other in a circle, " + circle);
                continue;
            }
            state[first] = visit::open;
            path.push_back(first);
        }
    }
}
HEADWAY_INSTANTIATE(void network_check::find_circles<>());

}  // namespace headway::detail

namespace headway {

template <class>
project_network parse_project_network(std::string_view text) {
    if (auto fault = detail::encoding_fault(text)) throw *std::move(fault);
    text.remove_prefix(detail::byte_order_mark_length(text));
    std::vector<detail::read_stage> read;
    std::vector<parse_error> faults;
    std::size_t number = 1;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        detail::network_line line(text.substr(0, end), number);
        if (!line.is_blank()) {
            detail::read_stage stage{{}, {}, {}, number};
            try {
                line.read(stage);
            } catch (const parse_error& e) {
                faults.push_back(e);
            }
            if (!stage.name.name.empty()) read.push_back(std::move(stage));
        }
        ++number;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    if (read.empty() && faults.empty()) {
        faults.emplace_back(std::size_t{1}, std::size_t{1}, "", "at least one stage, such as \"permits: 14 months\"");
    }
    const detail::network_check check(read, faults);
    if (!faults.empty()) throw parse_errors(std::move(faults));
    std::vector<network_stage> stages;
    for (auto& stage : read) {
        network_stage& made = stages.emplace_back();
        made.name = std::move(stage.name.name);
        made.duration = stage.duration;
        for (auto& name : stage.after) made.after.push_back(std::move(name.name));
    }
    return project_network(stages);
}
HEADWAY_INSTANTIATE(project_network parse_project_network<>(std::string_view text));

}  // namespace headway

namespace headway::detail {

HEADWAY_OUT_OF_LINE bool network_line::is_blank() {
    skip_spaces();
    return at_ == text_.size() || text_[at_] == '#';
}

HEADWAY_OUT_OF_LINE void network_line::fail_at(std::size_t at, std::string_view expected) const {
    std::string_view got = text_.substr(at);
    while (!got.empty() && is_space(got.back())) got.remove_suffix(1);
    throw parse_error(number_, at + 1, got, expected);
}

HEADWAY_OUT_OF_LINE network_check::network_check(const std::vector<read_stage>& stages,
                                                 std::vector<parse_error>& faults)
    : stages_(stages), faults_(faults) {
    for (std::size_t i = 0; i < stages_.size(); ++i) {
        const std::size_t first = find(stages_[i].name.name);
        if (first < i) {
            fault(stages_[i], stages_[i].name,
                  "a name that no other stage has; it is used on line " + std::to_string(stages_[first].line));
        }
        auto& after = after_.emplace_back();
        for (const auto& name : stages_[i].after) {
            after.push_back(find(name.name));
            if (after.back() == stages_.size()) fault(stages_[i], name, "the name of a stage; there are " + all_names());
        }
    }
    find_circles();
}

HEADWAY_OUT_OF_LINE std::size_t network_check::find(std::string_view name) const noexcept {
    std::size_t i = 0;
    while (i < stages_.size() && stages_[i].name.name != name) ++i;
    return i;
}

HEADWAY_OUT_OF_LINE std::string network_check::all_names() const {
    std::string text;
    for (const auto& stage : stages_) text += (text.empty() ? "" : ", ") + stage.name.name;
    return text;
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
