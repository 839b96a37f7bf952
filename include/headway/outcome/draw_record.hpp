// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <headway/math/check.hpp>
#include <headway/math/function_ref.hpp>
#include <headway/outcome/detail/order_statistics.hpp>
#include <headway/outcome/detail/outcome_requirements.hpp>
#include <headway/outcome/draw_column.hpp>
#include <headway/outcome/run_identity.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// Counts of draws in equal bins, and outside them.
struct bin_counts {
    std::vector<std::uint64_t> bins;
    std::uint64_t below = 0;
    std::uint64_t above = 0;
    std::uint64_t never = 0;
};

/// What `outcome` knows, without its type: the draws of one output and the run they are of, in base units.
template <class = void>
class basic_draw_record {
  public:
    basic_draw_record(std::shared_ptr<const run_identity> identity, draw_column column)
        : identity_(std::move(identity)), column_(std::move(column)), total_(column_.total()) {}

    [[nodiscard]] const run_identity& identity() const noexcept { return *identity_; }
    [[nodiscard]] const draw_column& column() const noexcept { return column_; }
    [[nodiscard]] const moments& total() const noexcept { return total_; }
    [[nodiscard]] bool keeps_draws() const noexcept { return column_.keeps_draws(); }
    [[nodiscard]] std::uint64_t draws() const noexcept { return total_.count + total_.never; }

    [[nodiscard]] double mean() const {
        require_drawn("mean", draws(), 1);
        if (total_.count == 0) {
            throw std::domain_error("mean: in every draw the value is never; ask probability_never()");
        }
        return known_mean();
    }
    /// The same where it is known that some draw happens.
    [[nodiscard]] double known_mean() const noexcept { return column_.pivot() + total_.mean_offset(); }
    [[nodiscard]] double stddev() const {
        require_two("stddev");
        return sqrt(total_.variance());
    }
    /// \throws std::domain_error where fewer than two draws happen.
    void require_two(const char* function) const {
        require_drawn(function, draws(), 1);
        if (total_.count > 1) return;
        throw std::domain_error(std::string(function) + ": needs at least 2 draws in which the value happens, has " +
                                std::to_string(total_.count) + "; draw more");
    }
    void require_kept(const char* function) const {
        if (keeps_draws()) return;
        throw std::domain_error(std::string(function) + ": the run did not keep its draws; simulate with .keep = true");
    }

    [[nodiscard]] double quantile(double p) const { return quantiles(std::array{p}).front(); }
    [[nodiscard]] std::vector<double> quantiles(std::span<const double> probabilities) const {
        for (const double p : probabilities) require_quantile_probability("quantile", p);
        require_drawn("quantile", draws(), 1);
        if (keeps_draws()) {
            std::vector<double> joined;
            return sample_quantiles(all_kept(joined), total_.least, total_.greatest, probabilities);
        }
        const auto find = [this](std::span<const std::uint64_t> ranks, std::span<double> found) {
            column_.find_streamed(ranks, found);
        };
        return interpolated_quantiles(draws(), probabilities, find);
    }

    [[nodiscard]] double share_below(double x) const {
        require_number("probability_below", x);
        require_drawn("probability_below", draws(), 1);
        std::uint64_t below = 0;
        if (keeps_draws()) {
            each_kept([&](double draw) { below += draw < x ? 1U : 0U; });
        } else {
            below = column_.streamed_below({x}).front();
        }
        return static_cast<double>(below) / static_cast<double>(draws());
    }
    [[nodiscard]] double share_above(double x) const {
        require_number("probability_above", x);
        require_drawn("probability_above", draws(), 1);
        std::uint64_t above = 0;
        if (keeps_draws()) {
            each_kept([&](double draw) { above += draw > x ? 1U : 0U; });
        } else if (x < never_value) {
            above = draws() - column_.streamed_below({next_above(x)}).front();
        }
        return static_cast<double>(above) / static_cast<double>(draws());
    }
    [[nodiscard]] double share_never() const {
        require_drawn("probability_never", draws(), 1);
        return static_cast<double>(total_.never) / static_cast<double>(draws());
    }

    [[nodiscard]] bin_counts histogram(double from, double to, std::size_t bins) const {
        require_number("histogram", from);
        require_number("histogram", to);
        if (!(from < to)) value_breaks_a_rule("histogram", "lo", "must be below hi", from);
        if (bins == 0) value_breaks_a_rule("histogram", "bins", "must be at least 1", 0.0);
        require_drawn("histogram", draws(), 1);
        if (!(to - from < never_value)) value_breaks_a_rule("histogram", "hi - lo", "must be finite", to - from);
        const double width = static_cast<double>(bins) / (to - from);
        if (!(width < never_value)) {
            value_breaks_a_rule("histogram", "hi - lo", "must be more than so many bins can share", to - from);
        }
        bin_counts counts{std::vector<std::uint64_t>(bins, 0)};
        const auto bin_of = [&](double x) {
            const auto bin = static_cast<std::size_t>((x - from) * width);
            return bin < bins ? bin : bins - 1;
        };
        if (!keeps_draws()) {
            // Each edge is the least number that a run which keeps its draws would count beyond it.
            std::vector<double> edges{from + 0.0};
            for (std::size_t i = 1; i < bins; ++i) {
                edges.push_back(least_double([&](double x) { return x >= from && (x >= to || bin_of(x) >= i); }));
            }
            edges.push_back(to + 0.0);
            const std::vector<std::uint64_t> below = column_.streamed_below(edges);
            for (std::size_t i = 0; i < bins; ++i) counts.bins[i] = below[i + 1] - below[i];
            counts.below = below.front();
            counts.above = total_.count - below.back();
            counts.never = total_.never;
            return counts;
        }
        each_kept([&](double x) {
            if (!(x < never_value)) {
                ++counts.never;
            } else if (x < from) {
                ++counts.below;
            } else if (x >= to) {
                ++counts.above;
            } else {
                ++counts.bins[bin_of(x)];
            }
        });
        return counts;
    }

    /// The draws for which `condition` holds of those of `other`.
    [[nodiscard]] basic_draw_record given(const basic_draw_record& other, function_ref<bool(double)> condition) const {
        require_kept("given");
        if (!(other.identity() == identity()) || !other.keeps_draws()) {
            throw std::domain_error("given: the other outcome is of another run; take both from one simulate(...)");
        }
        std::vector<double> chosen;
        for (std::size_t r = 0; r < column_.kept().size(); ++r) {
            const auto mine = column_.kept()[r].draws();
            const auto theirs = other.column().kept()[r].draws();
            for (std::size_t i = 0; i < mine.size(); ++i) {
                if (condition(theirs[i])) chosen.push_back(mine[i]);
            }
        }
        if (chosen.empty()) throw std::domain_error("given: no draw meets the condition; widen it or draw more");
        auto part = std::make_shared<run_identity>(*identity_);
        part->describe_condition(chosen);
        draw_column subset(column_.pivot(), 1, true);
        std::copy(chosen.begin(), chosen.end(), subset.keep_range(0, chosen.size()));
        for (std::size_t i = 0; i < chosen.size(); i += batch::size) {
            const std::size_t valid = std::min<std::size_t>(batch::size, chosen.size() - i);
            subset.add_block(chosen.data() + i, static_cast<int>(valid), 0);
        }
        return basic_draw_record(std::move(part), std::move(subset));
    }

    template <class F>
    void each_kept(F f) const {
        for (const auto& range : column_.kept()) {
            for (const double x : range.draws()) f(x);
        }
    }

  private:
    static void require_number(const char* function, double x) {
        if (!(x == x)) value_breaks_a_rule(function, "the value", "must be a number", x);
    }
    /// The kept draws; in `joined` where they lie apart, as in shards with a gap.
    [[nodiscard]] std::span<const double> all_kept(std::vector<double>& joined) const {
        if (column_.kept().size() == 1) return column_.kept().front().draws();
        for (const auto& range : column_.kept()) joined.insert(joined.end(), range.draws().begin(), range.draws().end());
        return joined;
    }

    std::shared_ptr<const run_identity> identity_;
    draw_column column_;
    moments total_;
};
HEADWAY_INSTANTIATE(class basic_draw_record<>);
using draw_record = basic_draw_record<>;

}  // namespace headway::detail

#include <headway/header_end.hpp>
