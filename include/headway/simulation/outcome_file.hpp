// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include <headway/forecast/forecast.hpp>
#include <headway/simulation/detail/arithmetic.hpp>
#include <headway/simulation/detail/crc64.hpp>
#include <headway/simulation/detail/outcome_payload.hpp>
#include <headway/simulation/evaluation.hpp>
#include <headway/simulation/result_shape.hpp>
#include <headway/text/readable_stream.hpp>
#include <headway/version.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// \defgroup outcome_file Outcome files
/// An outcome (`outcome<T>`, `named_outcomes` or a `fan`, of a run or of a shard, kept or streaming) as a sequence of
/// bytes that another machine reads back to the same bits:
///
/// | bytes | what |
/// |---|---|
/// | 12 | "\x89headway\r\n\x1a\n", which a transfer as text would damage visibly |
/// | 2 × 4 | format version (2), library version: major, minor, patch |
/// | 8 | size of the contents in bytes |
/// | that many | contents: the run (forecast, seed, method, draws, how the program rounds and whether it was compiled with HEADWAY_FUSED_ARITHMETIC, which draws are here), dates, outputs with their dimensions, and each output's draws where they are kept, else its exact sums, the values that are counted one by one, and counts by bin |
/// | 8 | CRC-64/XZ of all before |
///
/// Whole numbers are little-endian, reals IEEE 754 binary64 in the same order. A kept run takes 8 bytes per draw and
/// output. Reading memory is bounded by a fixed multiple of the bytes that are there, whatever they announce.
/// Files of another format version or of another major.minor of the library are refused: their draws may differ.
/// *Not for* results that people or other programs read: see table/csv.hpp and table/json.hpp.
/// @{

namespace detail {

inline constexpr std::string_view outcome_file_mark = "\x89headway\r\n\x1a\n";
/// Of outcomes whose draws have weights, see inference/posterior_file.hpp.
inline constexpr std::string_view weighted_file_mark = "\x89headwtd\r\n\x1a\n";
static_assert(weighted_file_mark.size() == outcome_file_mark.size());
inline constexpr std::uint16_t outcome_file_format = 2;
inline constexpr std::size_t outcome_file_header = outcome_file_mark.size() + 4 * 2 + 8;

/// The contents of a file with what stands before and after them.
template <class = void>
[[nodiscard, gnu::cold]] std::string framed_outcome(std::string_view payload, std::string_view mark = outcome_file_mark);

/// The contents of a file that is whole and of this version.
template <class = void>
[[nodiscard, gnu::cold]] std::string_view unframed_outcome(std::string_view bytes, std::string_view file,
                                                           std::string_view mark = outcome_file_mark);

template <class = void>
[[nodiscard, gnu::cold]] std::string spelled(const std::vector<output_label>& labels, bool over_time);

template <any_outcome Outcome>
[[gnu::cold]] void require_layout(const outcome_contents& contents, std::string_view file) {
    using layout = outcome_layout<Outcome>;
    const auto labels = layout::labels();
    if (contents.labels == labels && contents.over_time == layout::over_time) return;
    throw outcome_file_error(file, "holds the outcome of another forecast (" +
                                       spelled(contents.labels, contents.over_time) + "; asked for: " +
                                       spelled(labels, layout::over_time) + ")");
}

template <any_outcome Outcome>
[[nodiscard, gnu::cold]] Outcome outcome_of(outcome_contents& contents) {
    const auto identity = std::make_shared<const run_identity>(std::move(contents.identity));
    return outcome_layout<Outcome>::make(identity, contents.dates, contents.columns.data());
}

/// All that a stream holds; no more of what is not an outcome file than the first bytes.
template <byte_source Stream>
[[nodiscard, gnu::cold]] std::string all_bytes(Stream& in, std::string_view file) {
    std::string bytes;
    const std::string why = read_stream(in, [&bytes](std::string_view piece) {
        bytes += piece;
        const std::string_view start = std::string_view(bytes).substr(0, outcome_file_mark.size());
        return start == outcome_file_mark.substr(0, start.size()) || start == weighted_file_mark.substr(0, start.size());
    });
    if (!why.empty()) throw outcome_file_error(file, "cannot be read: " + why);
    return bytes;
}

}  // namespace detail

/// An outcome as the bytes of an outcome file. \throws std::domain_error for the part of a run that `given(...)` chose.
template <detail::any_outcome Outcome>
[[nodiscard, gnu::cold]] std::string outcome_bytes(const Outcome& outcome) {
    return detail::framed_outcome(detail::outcome_payload(outcome));
}

/// The outcome in the bytes of a file; `file` is its name in messages.
/// \throws outcome_file_error, and nothing else but std::bad_alloc, for any other bytes.
template <detail::any_outcome Outcome>
[[nodiscard, gnu::cold]] Outcome outcome_from_bytes(std::string_view bytes, std::string_view file) {
    auto contents = detail::read_outcome_payload(detail::unframed_outcome(bytes, file), file);
    detail::require_layout<Outcome>(contents, file);
    return detail::outcome_of<Outcome>(contents);
}

/// Writes an outcome to a stream, which must be binary where the system makes a difference.
/// \throws std::runtime_error when the stream does not take it all; std::domain_error as `outcome_bytes`.
template <detail::any_outcome Outcome, class Traits>
[[gnu::cold]] void save(const Outcome& outcome, std::basic_ostream<char, Traits>& out) {
    const std::string bytes = outcome_bytes(outcome);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) {
        throw std::runtime_error("save: the stream did not take the " + std::to_string(bytes.size()) +
                                 " bytes of the outcome; is the disk full?");
    }
}

/// Reads an outcome of a known type from a stream, to its end; `file` is its name in messages:
/// `load<outcome<date>>(in, "part3.hw")`. \throws outcome_file_error.
template <detail::any_outcome Outcome, detail::byte_source Stream>
[[nodiscard, gnu::cold]] Outcome load(Stream& in, std::string_view file) {
    return outcome_from_bytes<Outcome>(detail::all_bytes(in, file), file);
}

namespace detail {

/// Refuses the contents of a file that are not of a run of this very model, by this program's arithmetic.
template <class = void>
[[gnu::cold]] void require_run_of(const model_call& model, const outcome_contents& contents, std::string_view file);

}  // namespace detail

/// Reads an outcome of this very forecast: what `simulate(forecast, ...)` returns. A file of another forecast is refused,
/// also where only a belief or the model differs. \throws outcome_file_error.
template <class Model, class... Assumptions, detail::byte_source Stream>
[[nodiscard]] auto load(const basic_forecast<Model, Assumptions...>& forecast, Stream& in, std::string_view file) {
    using forecast_type = basic_forecast<Model, Assumptions...>;
    const std::string bytes = detail::all_bytes(in, file);
    auto contents = detail::read_outcome_payload(detail::unframed_outcome(bytes, file), file);
    using model = detail::typed_model<forecast_type>;
    using one_date = typename detail::result_shape<typename model::result_type>::template arranged<outcome>;
    using outcome_type = std::conditional_t<forecast_type::over_time, fan<one_date>, one_date>;
    detail::require_layout<outcome_type>(contents, file);
    detail::require_run_of(model::call(forecast), contents, file);
    return detail::outcome_of<outcome_type>(contents);
}
/// @}

}  // namespace headway

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/simulation/bodies/outcome_file.hpp>
#endif
