# SPDX-License-Identifier: BSL-1.0
"""Shows values of headway in lldb as the library writes them: `command script import path/to/headway_lldb.py`, in
~/.lldbinit for always.

`frame variable --raw x` shows the members as they are. examples/guide/debugging.md has what it looks like.
"""

import os
import sys

import lldb

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
try:
    import headway_text
finally:
    sys.path.pop(0)


class Node:
    """An SBValue as headway_text reads it."""

    def __init__(self, value):
        value = value.GetNonSyntheticValue()
        if value.GetType().IsReferenceType():
            value = value.Dereference()
        self.value = value

    def __getitem__(self, name):
        found = self.value.GetChildMemberWithName(name)
        if not found.IsValid():
            raise KeyError(name)
        return Node(found)

    def base(self, word):
        for i in range(self.value.GetNumChildren()):
            child = self.value.GetChildAtIndex(i)
            if word in (child.GetName() or ""):
                return Node(child)
        raise KeyError(word)

    def at(self, i):
        kind = self.value.GetType()
        if not kind.IsPointerType():
            return Node(self.value.GetChildAtIndex(i))
        pointee = kind.GetPointeeType()
        address = self.value.GetValueAsUnsigned() + i * pointee.GetByteSize()
        return Node(self.value.CreateValueFromAddress("", address, pointee))

    def number(self):
        error = lldb.SBError()
        number = self.value.GetData().GetDouble(error, 0)
        if error.Fail():
            raise ValueError(error.GetCString())
        return number

    def integer(self):
        error = lldb.SBError()
        number = self.value.GetValueAsSigned(error, 0)
        if error.Fail():
            raise ValueError(error.GetCString())
        return number

    def bytes(self, count):
        # By way of its section, because a core file has not what the program's file has unchanged.
        target = self.value.GetTarget()
        address = target.ResolveLoadAddress(self.value.GetValueAsUnsigned())
        error = lldb.SBError()
        data = target.ReadMemory(address, count, error)
        if error.Fail() or data is None or len(data) != count:
            raise ValueError(error.GetCString())
        return bytes(data)

    def type(self):
        kind = self.value.GetType().GetCanonicalType().GetUnqualifiedType()
        name = kind.GetName()
        if "<>" not in name:
            return name
        # lldb 14 leaves out the arguments of templates that are never defined, as those of a dimension; the names of member
        # functions have them, most of them.
        start = name[: name.find("<") + 1]
        for i in range(kind.GetNumberOfMemberFunctions()):
            function = kind.GetMemberFunctionAtIndex(i).GetDemangledName() or ""
            if function.startswith(start) and "<>" not in function:
                return function
        return name


def summary(tell):
    def of_value(value, _):
        return headway_text.shown(tell, Node(value))

    return of_value


for word, has_arguments, tell in headway_text.TYPES:
    globals()["tell_" + word] = summary(tell)


def __lldb_init_module(debugger, _):
    for word, has_arguments, _ in headway_text.TYPES:
        names = '-x "^headway::{}<.*>$"' if has_arguments else '"headway::{}"'
        debugger.HandleCommand("type summary add -w headway -F {}.tell_{} {}".format(__name__, word, names.format(word)))
    debugger.HandleCommand("type category enable headway")
