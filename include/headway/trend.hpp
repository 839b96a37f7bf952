// SPDX-License-Identifier: BSL-1.0
#pragma once

// Amounts over time: a date in, a quantity out. Its page is trend/README.md.

#include <headway/trend/accelerating.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/already_past.hpp>
#include <headway/trend/amount.hpp>
#include <headway/trend/bass.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/experience_curve.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/first_time.hpp>
#include <headway/trend/from.hpp>
#include <headway/trend/gompertz.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/piecewise.hpp>
#include <headway/trend/point.hpp>
#include <headway/trend/ramp.hpp>
#include <headway/trend/series.hpp>
#include <headway/trend/steps.hpp>
#include <headway/trend/substitution.hpp>
#include <headway/trend/trend.hpp>
