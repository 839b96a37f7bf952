# SPDX-License-Identifier: BSL-1.0
# The layers, lowest first: a room may include itself and the rooms before it.
set(headway_rooms core trend belief figures history model forecast testing report)
