// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <headway/process/process_record.hpp>
#include <headway/text/text.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A process in words; `amount` writes a value given in base units.
template <class = void>
[[nodiscard, gnu::cold]] std::string process_in_words(const process_record& p, std::string (*amount)(double));

template <class Dimension>
[[gnu::cold]] std::string process_text(const process_record& record) {
    return process_in_words(record, [](double base) { return to_text(quantity_or_number<Dimension>(base)); });
}

}  // namespace headway::detail

#include <headway/header_end.hpp>

#if HEADWAY_BODIES
#include <headway/process/bodies/detail/process_text.hpp>
#endif
