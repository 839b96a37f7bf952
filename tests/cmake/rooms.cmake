# SPDX-License-Identifier: BSL-1.0
# The rooms, lowest first: a room may include itself and the rooms before it. The folder `debugger` has no
# headers and so is no room.
set(headway_rooms math sampling distribution quantity text trend belief process outcome source figures chip project economics history
    assumption scoring forecast simulation table scenario sensitivity decision inference testing chart report)
