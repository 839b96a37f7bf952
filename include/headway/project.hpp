// SPDX-License-Identifier: BSL-1.0
#pragma once

// Stages one after the other and side by side, lead times, orders. Its page is project/README.md.

#include <headway/project/crew.hpp>
#include <headway/project/lead_time.hpp>
#include <headway/project/lead_time_changes.hpp>
#include <headway/project/load_project_network.hpp>
#include <headway/project/procurement.hpp>
#include <headway/project/project_network.hpp>
#include <headway/project/stages.hpp>
