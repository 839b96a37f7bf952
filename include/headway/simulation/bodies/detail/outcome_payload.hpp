// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/detail/outcome_payload.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void write_sum(byte_writer& out, const exact_sum& sum) {
    // All digits lie in [0, 2^32) but the last, which is small and carries the sign.
    for (const std::int64_t digit : sum.digits()) out.number(static_cast<std::uint32_t>(digit));
}
HEADWAY_INSTANTIATE(void write_sum<>(byte_writer& out, const exact_sum& sum));

template <class>
void write_column(byte_writer& out, const draw_column& c) {
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
HEADWAY_INSTANTIATE(void write_column<>(byte_writer& out, const draw_column& c));

template <class>
exact_sum read_sum(byte_reader& in) {
    std::array<std::int64_t, exact_sum::size> digits;
    for (auto& digit : digits) digit = in.number<std::uint32_t>();
    digits.back() = static_cast<std::int32_t>(digits.back());
    // 2^52 numbers of at most 2^1024 stay below this, so later sums have room.
    constexpr std::int64_t most = 1 << 8;
    require_in_file(in, digits.back() >= -most && digits.back() <= most, "a sum is out of range");
    return exact_sum::from_digits(digits);
}
HEADWAY_INSTANTIATE(exact_sum read_sum<>(byte_reader& in));

template <class>
std::uint64_t covered_draws(const run_identity& run, std::uint64_t replicate) noexcept {
    const auto [first, last] = run.draws_of_replicate(replicate);
    std::uint64_t all = 0;
    for (const draw_range& range : run.covered) {
        const std::uint64_t from = std::max(first, range.first);
        const std::uint64_t to = std::min(last, range.last);
        all += from < to ? to - from : 0;
    }
    return all;
}
HEADWAY_INSTANTIATE(std::uint64_t covered_draws<>(const run_identity& run, std::uint64_t replicate));

template <class>
moments read_streamed_moments(byte_reader& in, std::uint64_t draws) {
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
HEADWAY_INSTANTIATE(moments read_streamed_moments<>(byte_reader& in, std::uint64_t draws));

template <class>
void require_ends(const byte_reader& in, const sketch_contents& sketch, const std::vector<moments>& replicates) {
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
HEADWAY_INSTANTIATE(void require_ends<>(const byte_reader& in, const sketch_contents& sketch,
                    const std::vector<moments>& replicates));

template <class>
draw_column read_streamed_column(byte_reader& in, const run_identity& run, std::uint64_t replicates, double pivot) {
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
HEADWAY_INSTANTIATE(draw_column read_streamed_column<>(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                    double pivot));

template <class>
draw_column read_kept_column(byte_reader& in, const run_identity& run, std::uint64_t replicates, double pivot) {
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
HEADWAY_INSTANTIATE(draw_column read_kept_column<>(byte_reader& in, const run_identity& run, std::uint64_t replicates,
                    double pivot));

template <class>
run_identity read_identity(byte_reader& in) {
    run_identity run;
    run.forecast = in.number<std::uint64_t>();
    run.seed = in.number<std::uint64_t>();
    const auto method = in.number<std::uint8_t>();
    require_in_file(in, method <= static_cast<std::uint8_t>(headway::method::sobol), "its sampling method is unknown");
    run.method = static_cast<headway::method>(method);
    run.draws = in.number<std::uint64_t>();
    run.draws_per_replicate = in.number<std::uint64_t>();
    require_in_file(in, run.draws >= 1 && run.draws <= sampling_plan::max_draws, "its number of draws is out of range");
    require_in_file(in,
                    run.draws_per_replicate == run.draws ||
                        (run.method == headway::method::sobol && run.draws_per_replicate > 0 &&
                         run.draws_per_replicate < run.draws && run.draws_per_replicate % batch::size == 0),
                    "its number of draws per replicate is out of range");
    const auto keep = in.number<std::uint8_t>();
    require_in_file(in, keep <= 1, "it neither keeps nor streams its draws");
    run.keep = keep == 1;
    run.arithmetic.probe = in.number<std::uint64_t>();
    const auto may_fuse = in.number<std::uint8_t>();
    require_in_file(in, may_fuse <= 1, "its arithmetic is unknown");
    run.arithmetic.may_fuse = may_fuse == 1;
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
HEADWAY_INSTANTIATE(run_identity read_identity<>(byte_reader& in));

template <class>
outcome_contents read_outcome_payload(std::string_view bytes, std::string_view file) {
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
HEADWAY_INSTANTIATE(outcome_contents read_outcome_payload<>(std::string_view bytes, std::string_view file));

}  // namespace headway::detail

#include <headway/header_end.hpp>
