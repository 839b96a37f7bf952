# SPDX-License-Identifier: BSL-1.0
"""In lldb, with headway_lldb.py: what it shows of each variable of the caller, a line each as shown.cpp writes them."""

import lldb


def __lldb_init_module(debugger, _):
    frame = debugger.GetSelectedTarget().GetProcess().GetSelectedThread().GetFrameAtIndex(1)
    for value in frame.GetVariables(False, True, False, True):
        if value.GetTypeName().replace("const ", "").startswith("sizes<"):
            values = value.GetChildMemberWithName("value")
            for i in range(values.GetNumChildren()):
                print("{}[{}] = {}".format(value.GetName(), i, values.GetChildAtIndex(i).GetSummary()))
        else:
            print("{} = {}".format(value.GetName(), value.GetSummary()))
