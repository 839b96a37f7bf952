// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <headway/forecast/detail/byte_stream.hpp>
#include <headway/forecast/detail/outcome_layout.hpp>

#include <headway/core/detail/macros_off.hpp>

namespace headway::detail {

/// What a file tells of an outcome: all of it but the C++ type.
struct outcome_contents {
    run_identity identity;
    bool over_time = false;
    std::vector<date> dates;
    std::vector<output_label> labels;
    std::vector<draw_column> columns;
};

// ---- Writing ---------------------------------------------------------------------------------------------------------

inline void write_sum(byte_writer& out, const exact_sum& sum) {
    // All digits lie in [0, 2^32) but the last, which is small and carries the sign.
    for (const std::int64_t digit : sum.digits()) out.number(static_cast<std::uint32_t>(digit));
}

/// Of a streaming run: draws that are held, or values that are counted one by one and counts by bin.
inline void write_sketch(byte_writer& out, const sketch_contents& sketch) {
    out.number(static_cast<std::uint8_t>(sketch.how));
    std::vector<double> few = sketch.few;
    std::sort(few.begin(), few.end());
    out.number(static_cast<std::uint32_t>(few.size()));
    for (const double x : few) out.number(x);
    out.number(static_cast<std::uint32_t>(sketch.values.size()));
    for (const counted_value& v : sketch.values) {
        out.number(v.value);
        out.short_number(v.count() << 1U | (v.expected() ? 1U : 0U));
        out.short_number(v.below_in_bin);
    }
    out.number(static_cast<std::uint64_t>(sketch.bins.bytes().size()));
    out.raw(sketch.bins.bytes());
    if (sketch.bins.count() == 0) return;
    const bin_edges& e = sketch.edges;
    for (const double x : {e.least, e.greatest, e.below_zero, e.above_zero, e.below_pivot, e.above_pivot}) out.number(x);
    out.short_number(e.least_count);
    out.short_number(e.greatest_count);
}

/// Kept draws tell everything; the counts beside them make a file grow with what it announces. A streaming run has its
/// sums and its sketch.
inline void write_column(byte_writer& out, const draw_column& c) {
    out.number(c.pivot());
    for (const moments& m : c.replicates()) {
        out.number(m.count);
        if (c.keeps_draws()) continue;
        out.number(m.never);
        out.number(m.least);
        out.number(m.greatest);
        write_sum(out, m.sum);
        write_sum(out, m.sum_of_squares);
    }
    if (c.keeps_draws()) {
        for (const auto& range : c.kept()) {
            for (const double x : range.draws()) out.number(x);
        }
    } else {
        c.sketch().with_contents([&](const sketch_contents& sketch) { write_sketch(out, sketch); });
    }
}

template <any_outcome Outcome>
[[nodiscard]] std::string outcome_payload(const Outcome& outcome) {
    using layout = outcome_layout<Outcome>;
    const run_identity& run = layout::identity(outcome);
    if (run.condition != 0) {
        throw std::domain_error(
            "save: the outcome is the part of a run that meets a condition; save the run, load it, then ask given(...)");
    }
    byte_writer out;
    out.number(run.forecast);
    out.number(run.seed);
    out.number(static_cast<std::uint8_t>(run.method));
    out.number(run.draws);
    out.number(run.draws_per_replicate);
    out.number(static_cast<std::uint8_t>(run.keep));
    out.number(static_cast<std::uint64_t>(run.covered.size()));
    for (const draw_range& range : run.covered) {
        out.number(range.first);
        out.number(range.last);
    }
    out.number(static_cast<std::uint8_t>(layout::over_time));
    const std::vector<date>& dates = layout::dates(outcome);
    out.number(static_cast<std::uint64_t>(dates.size()));
    for (const date& d : dates) out.number(d.seconds_since_1970());
    const auto labels = layout::labels();
    out.number(static_cast<std::uint32_t>(labels.size()));
    for (const auto& label : labels) {
        out.text(label.name);
        out.text(label.dimension);
    }
    layout::each_column(outcome, [&](const draw_column& c) { write_column(out, c); });
    return out.bytes();
}

// ---- Reading ---------------------------------------------------------------------------------------------------------

inline void require_in_file(const byte_reader& in, bool holds, const char* otherwise) {
    if (!holds) in.refuse(otherwise);
}

[[nodiscard]] inline exact_sum read_sum(byte_reader& in) {
    std::array<std::int64_t, exact_sum::size> digits;
    for (auto& digit : digits) digit = in.number<std::uint32_t>();
    digits.back() = static_cast<std::int32_t>(digits.back());
    // 2^52 numbers of at most 2^1024 stay below this, so later sums have room.
    constexpr std::int64_t most = 1 << 8;
    require_in_file(in, digits.back() >= -most && digits.back() <= most, "a sum is out of range");
    return exact_sum::from_digits(digits);
}

[[nodiscard]] inline packed_bins read_bins(byte_reader& in, const value_bins& bins, std::uint64_t most) {
    byte_reader part(in.raw(in.room_for(in.number<std::uint64_t>(), 1)), in.file());
    packed_bins all;
    all.reserve(part.left());
    for (std::uint64_t bin = 0; part.left() > 0;) {
        const std::uint64_t step = part.short_number();
        require_in_file(part, step > 0 && step < (1ULL << value_bins::key_bits) - bin, "its bins are not in order");
        bin += step;
        const std::uint64_t count = part.short_number();
        require_in_file(part, count > 0 && count <= most - all.count(), "its bins count more draws than it has");
        require_in_file(part, bins.has_values(static_cast<std::uint32_t>(bin)), "a bin can hold no value");
        all.append(static_cast<std::uint32_t>(bin), count);
    }
    return all;
}

/// What lies in the bins below the values that divide them is no more than is there, and nothing where no number is.
inline void require_dividers(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins) {
    std::size_t v = 0;
    std::uint32_t key = sketch.values.empty() ? 0 : bins.key_of(sketch.values[0].value);
    const auto divide = [&](std::uint32_t bin, std::uint64_t count) {
        std::uint64_t below = 0;
        const value_bins::range range = v < sketch.values.size() && key == bin ? bins.range_of(bin) : value_bins::range{};
        double from = range.least;
        while (v < sketch.values.size() && key == bin) {
            const counted_value& divider = sketch.values[v++];
            require_in_file(in, divider.below_in_bin >= below && divider.below_in_bin <= count &&
                                    (from < divider.value || divider.below_in_bin == below),
                            "a value divides its bin otherwise than its count");
            below = divider.below_in_bin;
            from = next_above(divider.value);
            key = v < sketch.values.size() ? bins.key_of(sketch.values[v].value) : 0;
            require_in_file(in, key == bin || from <= range.greatest || below == count, "a bin counts what it cannot hold");
        }
    };
    for (packed_bins::reader bin(sketch.bins); bin.next();) {
        while (v < sketch.values.size() && key < bin.bin()) divide(key, 0);
        divide(bin.bin(), bin.count());
    }
    while (v < sketch.values.size()) divide(key, 0);
}

/// The values known in the bins lie in bins that have as many, and none lies outside the ends.
inline void require_edges(const byte_reader& in, const sketch_contents& sketch, const value_bins& bins) {
    const bin_edges& e = sketch.edges;
    const auto known = sketch_statistics::known_in_bins(sketch, bins);
    const auto holds = [&](bool there, double x, bool inside) {
        require_in_file(in, there ? e.least <= x && x <= e.greatest && inside : !(x - x == 0.0),
                        "the values beside zero or its central value do not fit its ends");
    };
    require_in_file(in, e.least - e.least == 0.0 && e.greatest - e.greatest == 0.0 && e.least <= e.greatest &&
                            e.least_count > 0 && e.greatest_count > 0 &&
                            (e.least < e.greatest || e.least_count == e.greatest_count),
                    "the ends of its bins are out of range");
    const double pivot = bins.pivot();
    holds(e.least < 0.0, e.below_zero, e.below_zero < 0.0);
    holds(e.greatest > 0.0, e.above_zero, e.above_zero > 0.0);
    holds(e.least < pivot, e.below_pivot, e.below_pivot < pivot);
    holds(e.greatest > pivot, e.above_pivot, e.above_pivot > pivot);
    std::size_t k = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    for (packed_bins::reader bin(sketch.bins); bin.next();) {
        first = first == 0 ? bin.bin() : first;
        last = bin.bin();
        std::uint64_t left = bin.count();
        for (; k < known.size() && known[k].key == bin.bin(); ++k) {
            require_in_file(in, known[k].count <= left, "a value is known more often than its bin counts");
            left -= known[k].count;
        }
        require_in_file(in, k == known.size() || known[k].key > bin.bin(), "a value is known whose bin is empty");
    }
    require_in_file(in, k == known.size() && first == bins.key_of(e.least) && last == bins.key_of(e.greatest),
                    "its bins reach beyond their ends");
}

/// `count` is how many draws happen, in `run` draws.
[[nodiscard]] inline sketch_contents read_sketch(byte_reader& in, double pivot, std::uint64_t count, std::uint64_t run) {
    const value_bins bins(pivot);
    sketch_contents sketch;
    const auto how = in.number<std::uint8_t>();
    require_in_file(in, how <= static_cast<std::uint8_t>(counting_plan::form::binned), "its way of counting is unknown");
    sketch.how = static_cast<counting_plan::form>(how);
    const bool is_few = sketch.how == counting_plan::form::few;
    const std::size_t few = in.room_for(in.number<std::uint32_t>(), sizeof(double));
    require_in_file(in, few == 0 || (is_few && run <= counting_plan::most_few), "it holds draws of a long run");
    sketch.few.reserve(few);
    for (std::size_t i = 0; i < few; ++i) {
        const double x = in.real();
        require_in_file(in, x - x == 0.0 && (i == 0 || sketch.few.back() <= x), "its draws are not in order");
        sketch.few.push_back(x + 0.0);
    }
    const std::size_t values = in.room_for(in.number<std::uint32_t>(), sizeof(double) + 2);
    require_in_file(in, values == 0 || !is_few, "it both holds draws and counts values");
    sketch.values.reserve(values);
    std::uint64_t left = count;
    for (std::size_t i = 0; i < values; ++i) {
        const double x = in.real() + 0.0;
        const std::uint64_t packed = in.short_number();
        const bool expected = (packed & 1U) != 0;
        require_in_file(in, x - x == 0.0 && (i == 0 || sketch.values.back().value < x), "its values are not in order");
        require_in_file(in, packed >> 1U <= left, "its values count more draws than it has");
        require_in_file(in, expected || (packed > 0 && sketch.how == counting_plan::form::distinct),
                        "a value is counted that should not be");
        left -= packed >> 1U;
        sketch.values.emplace_back(x, packed >> 1U, expected, in.short_number());
    }
    sketch.bins = read_bins(in, bins, left);
    require_in_file(in, sketch.bins.count() == 0 || sketch.how == counting_plan::form::binned,
                    "it counts by bin what it holds");
    require_in_file(in, sketch.count() == count, "it counts fewer draws than it has");
    require_dividers(in, sketch, bins);
    if (sketch.bins.count() == 0) return sketch;
    bin_edges& e = sketch.edges;
    for (double* x : {&e.least, &e.greatest, &e.below_zero, &e.above_zero, &e.below_pivot, &e.above_pivot}) {
        *x = in.real() + 0.0;
    }
    e.least_count = in.short_number();
    e.greatest_count = in.short_number();
    require_edges(in, sketch, bins);
    return sketch;
}

/// How many of the covered draws belong to a replicate.
[[nodiscard]] inline std::uint64_t covered_draws(const run_identity& run, std::uint64_t replicate) noexcept {
    const auto [first, last] = run.draws_of_replicate(replicate);
    std::uint64_t all = 0;
    for (const draw_range& range : run.covered) {
        const std::uint64_t from = std::max(first, range.first);
        const std::uint64_t to = std::min(last, range.last);
        all += from < to ? to - from : 0;
    }
    return all;
}

[[nodiscard]] inline moments read_streamed_moments(byte_reader& in, std::uint64_t draws) {
    moments m;
    m.count = in.number<std::uint64_t>();
    m.never = in.number<std::uint64_t>();
    m.least = in.real();
    m.greatest = in.real();
    m.sum = read_sum(in);
    m.sum_of_squares = read_sum(in);
    require_in_file(in, m.count <= draws && m.never == draws - m.count, "its counts are not those of its draws");
    const bool finite_least = m.least - m.least == 0.0;
    const bool finite_greatest = m.greatest - m.greatest == 0.0;
    require_in_file(in, finite_least == (m.count > 0) && finite_greatest == (m.count > 0 && m.never == 0) &&
                            (m.least <= m.greatest || draws == 0),
                    "the least and greatest values do not fit its counts");
    return m;
}

/// The least and greatest values counted are those of the moments.
inline void require_ends(const byte_reader& in, const sketch_contents& sketch, const std::vector<moments>& replicates) {
    double least = never_value;
    double greatest = -never_value;
    const auto note = [&](double x) {
        least = std::min(least, x);
        greatest = std::max(greatest, x);
    };
    if (!sketch.few.empty()) note(sketch.few.front()), note(sketch.few.back());
    for (const counted_value& v : sketch.values) {
        if (v.count() > 0) note(v.value);
    }
    if (sketch.bins.count() > 0) note(sketch.edges.least), note(sketch.edges.greatest);
    double least_of_all = never_value;
    double greatest_of_all = -never_value;
    bool never = false;
    for (const moments& m : replicates) {
        least_of_all = std::min(least_of_all, m.least);
        greatest_of_all = std::max(greatest_of_all, m.greatest);
        never = never || m.never > 0;
    }
    require_in_file(in, least == least_of_all && (never || greatest == greatest_of_all),
                    "the least and greatest values are not those it counts");
}

[[nodiscard]] inline draw_column read_streamed_column(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                                                 double pivot) {
    std::vector<moments> all;
    std::uint64_t count = 0;
    for (std::uint64_t r = 0; r < replicates; ++r) {
        all.push_back(read_streamed_moments(in, covered_draws(run, r)));
        count += all.back().count;
    }
    sketch_contents sketch = read_sketch(in, pivot, count, run.draws);
    require_ends(in, sketch, all);
    return {pivot, std::move(all), quantile_sketch(pivot, std::move(sketch))};
}

/// Draws go through the sums again block by block as in the run, which gives its very bits.
[[nodiscard]] inline draw_column read_kept_column(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                                             double pivot) {
    std::vector<std::uint64_t> counts(in.room_for(replicates, sizeof(std::uint64_t)));
    for (auto& count : counts) count = in.number<std::uint64_t>();
    draw_column c(pivot, counts.size(), true);
    for (const draw_range& range : run.covered) {
        const std::size_t size = in.room_for(range.last - range.first, sizeof(double));
        double* const draws = c.keep_range(range.first, size);
        for (std::size_t i = 0; i < size; ++i) {
            draws[i] = in.real();
            require_in_file(in, draws[i] > -never_value, "a draw is undefined");
        }
        for (std::size_t i = 0; i < size; i += batch::size) {
            const std::size_t valid = std::min<std::size_t>(batch::size, size - i);
            const std::uint64_t replicate = (range.first + i) / run.draws_per_replicate;
            c.add_block(draws + i, static_cast<int>(valid), static_cast<std::size_t>(replicate));
        }
    }
    for (std::size_t r = 0; r < counts.size(); ++r) {
        require_in_file(in, c.replicates()[r].count == counts[r], "its counts are not those of its draws");
    }
    return c;
}

[[nodiscard]] inline run_identity read_identity(byte_reader& in) {
    run_identity run;
    run.forecast = in.number<std::uint64_t>();
    run.seed = in.number<std::uint64_t>();
    const auto method = in.number<std::uint8_t>();
    require_in_file(in, method <= static_cast<std::uint8_t>(headway::method::sobol), "its sampling method is unknown");
    run.method = static_cast<headway::method>(method);
    run.draws = in.number<std::uint64_t>();
    run.draws_per_replicate = in.number<std::uint64_t>();
    require_in_file(in, run.draws >= 1 && run.draws <= sampler::max_draws, "its number of draws is out of range");
    require_in_file(in,
                    run.draws_per_replicate == run.draws ||
                        (run.method == headway::method::sobol && run.draws_per_replicate > 0 &&
                         run.draws_per_replicate < run.draws && run.draws_per_replicate % batch::size == 0),
                    "its number of draws per replicate is out of range");
    const auto keep = in.number<std::uint8_t>();
    require_in_file(in, keep <= 1, "it neither keeps nor streams its draws");
    run.keep = keep == 1;
    const std::size_t ranges = in.room_for(in.number<std::uint64_t>(), 2 * sizeof(std::uint64_t));
    for (std::size_t i = 0; i < ranges; ++i) {
        const auto first = in.number<std::uint64_t>();
        const auto last = in.number<std::uint64_t>();
        const bool in_order = i == 0 || first > run.covered.back().last;
        const bool whole_blocks = first % batch::size == 0 && (last % batch::size == 0 || last == run.draws);
        require_in_file(in, in_order && whole_blocks && first < last && last <= run.draws,
                        "its ranges of draws are not in order");
        run.covered.push_back({first, last});
    }
    return run;
}

[[nodiscard]] inline outcome_contents read_outcome_payload(std::string_view bytes, std::string_view file) {
    byte_reader in(bytes, file);
    outcome_contents contents;
    contents.identity = read_identity(in);
    const run_identity& run = contents.identity;
    const auto over_time = in.number<std::uint8_t>();
    contents.over_time = over_time == 1;
    const std::size_t dates = in.room_for(in.number<std::uint64_t>(), sizeof(double));
    require_in_file(in, over_time <= 1 && contents.over_time == (dates > 0), "its dates do not fit its kind");
    for (std::size_t i = 0; i < dates; ++i) {
        contents.dates.push_back(date::from_seconds_since_1970(in.real()));
        require_in_file(in, contents.dates.back() == contents.dates.back(), "a date is undefined");
    }
    const std::size_t outputs = in.room_for(in.number<std::uint32_t>(), 2 * sizeof(std::uint32_t));
    require_in_file(in, outputs > 0, "it has no outputs");
    for (std::size_t i = 0; i < outputs; ++i) {
        std::string name = in.text();
        contents.labels.push_back({std::move(name), in.text()});
    }
    const std::uint64_t replicates = (run.draws - 1) / run.draws_per_replicate + 1;
    const std::size_t columns = (dates > 0 ? dates : 1) * outputs;
    for (std::size_t i = 0; i < columns; ++i) {
        const double pivot = in.real();
        require_in_file(in, pivot - pivot == 0.0, "a central value is not finite");
        contents.columns.push_back(run.keep ? read_kept_column(in, run, replicates, pivot)
                                            : read_streamed_column(in, run, replicates, pivot));
    }
    require_in_file(in, in.left() == 0, "more follows after its contents");
    return contents;
}

}  // namespace headway::detail
#include <headway/core/detail/macros_on.hpp>
