// SPDX-License-Identifier: BSL-1.0
#pragma once

// The mathematics of beliefs on plain numbers, of any dimension: a record of a shape and its parameters (component.hpp),
// lists of them (component_list.hpp), quantiles, probabilities, moments and draws of each shape. Its page is
// distribution/README.md.

#include <headway/distribution/shape.hpp>
