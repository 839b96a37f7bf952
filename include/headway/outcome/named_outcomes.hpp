// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/outcome/named_results.hpp>
#include <headway/outcome/outcome.hpp>

#include <headway/header_begin.hpp>

namespace headway {

/// The outcomes of a model with several named outputs: `get<"cost">(result).median()`.
template <class... Outputs>
using named_outcomes = named_results<outcome, Outputs...>;

}  // namespace headway

#include <headway/header_end.hpp>
