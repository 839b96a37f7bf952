// SPDX-License-Identifier: BSL-1.0
#pragma once

// Generations of chips, who may buy which, what they cost over their life, fleets of them. Its page is chip/README.md.

#include <headway/chip/access_policy.hpp>
#include <headway/chip/access_rule.hpp>
#include <headway/chip/access_window.hpp>
#include <headway/chip/buyer.hpp>
#include <headway/chip/cadence.hpp>
#include <headway/chip/chip_generation.hpp>
#include <headway/chip/cohort.hpp>
#include <headway/chip/fleet.hpp>
#include <headway/chip/fleet_by_owner.hpp>
#include <headway/chip/fleet_flow.hpp>
#include <headway/chip/from_figures.hpp>
#include <headway/chip/frontier.hpp>
#include <headway/chip/generation_diffusion.hpp>
#include <headway/chip/levy.hpp>
#include <headway/chip/price_life.hpp>
#include <headway/chip/quota.hpp>
#include <headway/chip/regular_roadmap.hpp>
#include <headway/chip/retirement.hpp>
#include <headway/chip/roadmap.hpp>
#include <headway/chip/rule_book.hpp>
#include <headway/chip/scarcity.hpp>
#include <headway/chip/scarcity_episode.hpp>
#include <headway/chip/share_of_world.hpp>
#include <headway/chip/shipment_cap.hpp>
