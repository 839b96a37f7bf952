// SPDX-License-Identifier: BSL-1.0
#pragma once

// Everything, lowest layer first. A program that wants to compile faster includes the rooms it uses.

#include <headway/version.hpp>

#include <headway/core/batch.hpp>
#include <headway/core/beta.hpp>
#include <headway/core/date.hpp>
#include <headway/core/dimension.hpp>
#include <headway/core/dual.hpp>
#include <headway/core/elementary.hpp>
#include <headway/core/error_function.hpp>
#include <headway/core/gamma.hpp>
#include <headway/core/growth.hpp>
#include <headway/core/label.hpp>
#include <headway/core/math.hpp>
#include <headway/core/number.hpp>
#include <headway/core/parse_error.hpp>
#include <headway/core/quantity.hpp>
#include <headway/core/text.hpp>
#include <headway/core/unit_ladder.hpp>
#include <headway/core/units.hpp>
#include <headway/core/value.hpp>
#include <headway/core/value_kind.hpp>

#include <headway/trend/accelerating.hpp>
#include <headway/trend/algebra.hpp>
#include <headway/trend/bass.hpp>
#include <headway/trend/crossing.hpp>
#include <headway/trend/cumulative.hpp>
#include <headway/trend/experience_curve.hpp>
#include <headway/trend/exponential.hpp>
#include <headway/trend/from.hpp>
#include <headway/trend/gompertz.hpp>
#include <headway/trend/lagged.hpp>
#include <headway/trend/logistic.hpp>
#include <headway/trend/piecewise.hpp>
#include <headway/trend/point.hpp>
#include <headway/trend/series.hpp>
#include <headway/trend/steps.hpp>
#include <headway/trend/substitution.hpp>
#include <headway/trend/trend.hpp>

#include <headway/belief/any_belief.hpp>
#include <headway/belief/belief.hpp>
#include <headway/belief/discrete.hpp>
#include <headway/belief/empirical.hpp>
#include <headway/belief/interval.hpp>
#include <headway/belief/makers.hpp>
#include <headway/belief/mixture.hpp>
#include <headway/belief/pool.hpp>
#include <headway/belief/sampler.hpp>
#include <headway/belief/shape.hpp>
#include <headway/belief/truncated.hpp>

#include <headway/figures/amodei.hpp>
#include <headway/figures/catalogue.hpp>
#include <headway/figures/conflicts.hpp>
#include <headway/figures/figure.hpp>
#include <headway/figures/figure_text.hpp>
#include <headway/figures/graylin_triolo.hpp>
#include <headway/figures/krishnan.hpp>
#include <headway/figures/microsoft.hpp>
#include <headway/figures/published.hpp>
#include <headway/figures/published_compute.hpp>
#include <headway/figures/published_costs.hpp>
#include <headway/figures/published_fabs.hpp>
#include <headway/figures/reading.hpp>
#include <headway/figures/schmidt.hpp>
#include <headway/figures/source.hpp>

#include <headway/history/observations.hpp>

#include <headway/model/access.hpp>
#include <headway/model/cadence.hpp>
#include <headway/model/capital.hpp>
#include <headway/model/chip_generation.hpp>
#include <headway/model/fab.hpp>
#include <headway/model/fleet.hpp>
#include <headway/model/fleet_flow.hpp>
#include <headway/model/frontier.hpp>
#include <headway/model/generation_diffusion.hpp>
#include <headway/model/lead.hpp>
#include <headway/model/lead_control.hpp>
#include <headway/model/lead_time.hpp>
#include <headway/model/lead_time_scenario.hpp>
#include <headway/model/levelised_cost.hpp>
#include <headway/model/load_project_network.hpp>
#include <headway/model/price_life.hpp>
#include <headway/model/procurement.hpp>
#include <headway/model/project.hpp>
#include <headway/model/project_network.hpp>
#include <headway/model/regular_roadmap.hpp>
#include <headway/model/retirement.hpp>
#include <headway/model/roadmap.hpp>
#include <headway/model/run_cost.hpp>
#include <headway/model/supply.hpp>
#include <headway/model/token_share.hpp>
#include <headway/model/training_cost.hpp>
#include <headway/model/yield.hpp>

#include <headway/forecast/assumption.hpp>
#include <headway/forecast/branching.hpp>
#include <headway/forecast/correlation.hpp>
#include <headway/forecast/forecast.hpp>
#include <headway/forecast/inputs.hpp>
#include <headway/forecast/latin_hypercube.hpp>
#include <headway/forecast/merge.hpp>
#include <headway/forecast/outcome.hpp>
#include <headway/forecast/outputs.hpp>
#include <headway/forecast/override_list.hpp>
#include <headway/forecast/random_stream.hpp>
#include <headway/forecast/sampler.hpp>
#include <headway/forecast/simulate.hpp>
#include <headway/forecast/sobol.hpp>

#include <headway/report/paragraph.hpp>
#include <headway/report/sources.hpp>
#include <headway/report/text_table.hpp>
