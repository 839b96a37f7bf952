# SPDX-License-Identifier: BSL-1.0
"""In gdb, with headway_gdb.py: what it shows of each variable of the caller, a line each as shown.cpp writes them."""

import gdb

gdb.execute("up", to_string=True)
frame = gdb.selected_frame()
for symbol in frame.block():
    value = symbol.value(frame)
    if value.type.strip_typedefs().unqualified().tag.startswith("sizes<"):
        values = value["value"]
        for i in range(values.type.range()[1] + 1):
            print("{}[{}] = {}".format(symbol.name, i, values[i].format_string()))
    else:
        print("{} = {}".format(symbol.name, value.format_string()))
