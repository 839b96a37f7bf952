// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/simulation/outcome_file.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string framed_outcome(std::string_view payload, std::string_view mark) {
    byte_writer out;
    out.raw(mark);
    for (const unsigned n : {unsigned{outcome_file_format}, unsigned{HEADWAY_VERSION_MAJOR},
                             unsigned{HEADWAY_VERSION_MINOR}, unsigned{HEADWAY_VERSION_PATCH}}) {
        out.number(static_cast<std::uint16_t>(n));
    }
    out.number(static_cast<std::uint64_t>(payload.size()));
    out.raw(payload);
    out.number(crc64(out.bytes()));
    return out.bytes();
}
HEADWAY_INSTANTIATE(std::string framed_outcome<>(std::string_view payload, std::string_view mark));

template <class>
std::string_view unframed_outcome(std::string_view bytes, std::string_view file, std::string_view mark) {
    const auto refuse = [&](const std::string& what) { throw outcome_file_error(file, what); };
    const auto truncated = [&](const std::string& whole) {
        refuse("is truncated: it has " + std::to_string(bytes.size()) + " bytes of " + whole + "; run its shard again");
    };
    if (bytes.empty()) refuse("is empty; run its shard again");
    const std::string_view begins = bytes.substr(0, mark.size());
    if (begins != mark && begins == weighted_file_mark) {
        refuse("is of a forecast updated by observations; give it to load(f.updated(...), ...)");
    }
    if (begins != mark && begins == outcome_file_mark) {
        refuse("is of a forecast without observations, whose draws have no weights; give it to load(f, ...)");
    }
    if (begins != mark.substr(0, bytes.size())) {
        refuse("is not an outcome file; give a file that save(...) wrote");
    }
    if (bytes.size() < outcome_file_header) truncated("at least " + std::to_string(outcome_file_header + 8));
    byte_reader in(bytes.substr(outcome_file_mark.size()), file);
    const auto format = in.number<std::uint16_t>();
    const auto major = in.number<std::uint16_t>();
    const auto minor = in.number<std::uint16_t>();
    const auto patch = in.number<std::uint16_t>();
    if (format != outcome_file_format || major != HEADWAY_VERSION_MAJOR || minor != HEADWAY_VERSION_MINOR) {
        refuse("is of format " + std::to_string(format) + ", written by headway " + std::to_string(major) + "." +
               std::to_string(minor) + "." + std::to_string(patch) + "; this is format " +
               std::to_string(outcome_file_format) + " of headway " + headway::version +
               ": run all shards with one version");
    }
    const auto size = in.number<std::uint64_t>();
    const std::size_t beyond_header = bytes.size() - outcome_file_header;
    if (beyond_header < 8 || size > beyond_header - 8) {
        const bool sensible = size < ~std::uint64_t{0} - outcome_file_header - 8;
        truncated(sensible ? std::to_string(size + outcome_file_header + 8) : "more than a file can have");
    }
    if (size < beyond_header - 8) refuse("is damaged: bytes follow after its end; run its shard again");
    byte_reader end(bytes.substr(bytes.size() - 8), file);
    if (end.number<std::uint64_t>() != crc64(bytes.substr(0, bytes.size() - 8))) {
        refuse("is damaged: its checksum is not that of its bytes; run its shard again");
    }
    return bytes.substr(outcome_file_header, static_cast<std::size_t>(size));
}
HEADWAY_INSTANTIATE(std::string_view unframed_outcome<>(std::string_view bytes, std::string_view file,
                                                        std::string_view mark));

template <class>
std::string spelled(const std::vector<output_label>& labels, bool over_time) {
    std::string all;
    for (const auto& label : labels) {
        all += (all.empty() ? "" : ", ") + (label.name.empty() ? "" : "\"" + label.name + "\": ") + label.dimension;
    }
    return all + (over_time ? " over time" : "");
}
HEADWAY_INSTANTIATE(std::string spelled<>(const std::vector<output_label>& labels, bool over_time));

template <class>
void require_run_of(const model_call& model, const outcome_contents& contents, std::string_view file) {
    if (const char* const how = other_arithmetic(contents.identity.arithmetic, arithmetic_here())) {
        throw outcome_file_error(file, "was run " + std::string(how) + " (this program differs)");
    }
    if (model_evaluation(model, contents.dates).fingerprint() != contents.identity.forecast) {
        throw outcome_file_error(file, "is of another forecast, or of this one with other assumptions or another "
                                       "model; run its shard again with this one");
    }
}
HEADWAY_INSTANTIATE(void require_run_of<>(const model_call& model, const outcome_contents& contents, std::string_view file));

}  // namespace headway::detail

#include <headway/header_end.hpp>
