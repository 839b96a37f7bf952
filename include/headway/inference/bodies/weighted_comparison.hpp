// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/inference/weighted_comparison.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
void require_whole_comparison(const simulation& options) {
    if (options.shard.count == 1) return;
    throw std::domain_error("compare: of an updated forecast it takes a whole run, for no part of one tells what its draws are "
                            "worth; leave out .shard");
}
HEADWAY_INSTANTIATE(void require_whole_comparison<>(const simulation& options));

}  // namespace headway::detail

#include <headway/header_end.hpp>
