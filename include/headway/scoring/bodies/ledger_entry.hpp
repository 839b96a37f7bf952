// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/ledger_entry.hpp>

#include <headway/header_begin.hpp>

namespace headway {

HEADWAY_OUT_OF_LINE quantity<dim::time> ledger_entry::horizon() const {
    if (!due.is_never()) return due - said;
    return is_resolved() ? answer->on - said : quantity<dim::time>::from_base_value(detail::infinity);
}

}  // namespace headway

#include <headway/header_end.hpp>
