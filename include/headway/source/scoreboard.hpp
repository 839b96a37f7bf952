// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <headway/source/verdict.hpp>

#include <headway/header_begin.hpp>

namespace headway::figures {

/// By what verdicts are put together: who said the figure, the article it stands in, or what it is there (observed, claimed,
/// forecast, assumed).
enum class judged_by { speaker, article, kind };

/// How the figures of one speaker, article or kind fared, counted by the first word of each verdict.
class scoreboard_row {
  public:
    scoreboard_row() = default;
    explicit scoreboard_row(std::string name) : name_(std::move(name)) {}

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    /// All, also those that cannot be tested.
    [[nodiscard]] std::size_t figures() const noexcept { return tested() + too_early_ + cannot_be_tested_; }
    [[nodiscard]] std::size_t borne_out() const noexcept { return borne_out_; }
    [[nodiscard]] std::size_t contradicted() const noexcept { return contradicted_; }
    [[nodiscard]] std::size_t too_early() const noexcept { return too_early_; }
    [[nodiscard]] std::size_t cannot_be_tested() const noexcept { return cannot_be_tested_; }
    /// Those that have an answer.
    [[nodiscard]] std::size_t tested() const noexcept { return borne_out_ + contradicted_; }
    /// Those of them that another reading judges otherwise: borne out by one and contradicted by the other, or the reverse.
    [[nodiscard]] std::size_t either_way() const noexcept { return misses_by_other_ + hits_by_other_; }

    /// The share borne out among those tested; not-a-number where none is.
    [[nodiscard]] double hit_rate() const noexcept { return share_of_tested(borne_out_); }
    /// The same where every figure that can be read either way is read against its speaker, and in the speaker's favour.
    [[nodiscard]] double lowest_hit_rate() const noexcept { return share_of_tested(borne_out_ - misses_by_other_); }
    [[nodiscard]] double highest_hit_rate() const noexcept { return share_of_tested(borne_out_ + hits_by_other_); }

    /// For the one who draws up a scoreboard.
    void add(const verdict& v) noexcept;

  private:
    [[nodiscard]] double share_of_tested(std::size_t count) const noexcept;

    std::string name_;
    std::size_t borne_out_ = 0;
    std::size_t contradicted_ = 0;
    std::size_t too_early_ = 0;
    std::size_t cannot_be_tested_ = 0;
    std::size_t misses_by_other_ = 0;
    std::size_t hits_by_other_ = 0;
};

/// How figures fared, speaker by speaker in the order of their first figure. What cannot be tested and what is too early to tell
/// stand in columns of their own and are no part of the hit rate, and every figure is counted once: what a speaker quotes in
/// order to reject it is borne out when the rejection is. A hit rate is a count, not a skill: nobody chose the figures so that
/// they are equally hard; for scores see `track_record`.
class scoreboard {
  public:
    explicit scoreboard(const verdict_list& verdicts, judged_by by = judged_by::speaker);

    /// Chosen only for what is not `judged_by`, to say so in words.
    template <class By>
        requires(!std::same_as<By, judged_by>)
    scoreboard(const verdict_list&, const By&) : all_("all") {
        constexpr bool it_says_by_what = std::same_as<By, judged_by>;
        static_assert(it_says_by_what,
                      "scoreboard: the second argument is judged_by::speaker, judged_by::article or judged_by::kind");
    }

    // Of a temporary by value, so that `for (const auto& row : scoreboard(verdicts).rows())` is sound.
    [[nodiscard]] const std::vector<scoreboard_row>& rows() const& noexcept { return rows_; }
    [[nodiscard]] std::vector<scoreboard_row> rows() && { return std::move(rows_); }
    [[nodiscard]] const scoreboard_row& all() const& noexcept { return all_; }
    [[nodiscard]] scoreboard_row all() && { return std::move(all_); }

  private:
    template <class = void>
    [[nodiscard, gnu::cold]] scoreboard_row& row_of(const verdict& v, judged_by by);

    std::vector<scoreboard_row> rows_;
    scoreboard_row all_;
};

}  // namespace headway::figures

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/source/bodies/scoreboard.hpp>
#endif
