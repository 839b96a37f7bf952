// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <headway/distribution/shared_array.hpp>
#include <headway/quantity/date.hpp>
#include <headway/source/figure.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// Why an assumption is believed differently than it was made: the figure on which it rests now, or words, since when, and
/// until when to trust it. Keeps a text of its own where it is made at run time.
class override_reason {
  public:
    constexpr override_reason() noexcept = default;
    /// The text must live as long as the reason, as a string literal does.
    constexpr override_reason(const char* note) noexcept : literal_(note) {}  // NOLINT: implicit, words are a reason
    /// Another figure: `override(spender, as_exact(f), f)`. A constant, as all figures are: it must live as long.
    constexpr override_reason(const figures::figure_info& figure) noexcept : figure_(&figure) {}  // NOLINT: implicit
    /// The same with how it was read: `override(spender, as_about(f, 1.2), {f, "\"about\" is read as a factor of 1.2"})`.
    constexpr override_reason(const figures::figure_info& figure, const char* note) noexcept
        : literal_(note), figure_(&figure) {}
    /// Copies the text.
    explicit override_reason(std::string_view note, date as_of = date::never(), date review_by = date::never())
        : own_(note.size()), as_of_(as_of), review_by_(review_by) {
        for (std::size_t i = 0; i < note.size(); ++i) own_.unshared()[i] = note[i];
    }

    [[nodiscard]] constexpr std::string_view note() const noexcept {
        return own_.size() == 0 ? literal_ : std::string_view(own_.begin(), own_.size());
    }
    /// The figure, or null.
    [[nodiscard]] constexpr const figures::figure_info* figure() const noexcept { return figure_; }
    [[nodiscard]] constexpr date as_of() const noexcept { return as_of_; }
    [[nodiscard]] constexpr date review_by() const noexcept { return review_by_; }

    [[nodiscard]] friend constexpr bool operator==(const override_reason& a, const override_reason& b) noexcept {
        const bool same_figure = a.figure_ == b.figure_ ||
                                 (a.figure_ != nullptr && b.figure_ != nullptr && *a.figure_ == *b.figure_);
        return same_figure && a.note() == b.note() && a.as_of_ == b.as_of_ && a.review_by_ == b.review_by_;
    }

  private:
    std::string_view literal_;
    detail::shared_array<char> own_;
    const figures::figure_info* figure_ = nullptr;
    date as_of_ = date::never();
    date review_by_ = date::never();
};

}  // namespace headway

#include <headway/header_end.hpp>
