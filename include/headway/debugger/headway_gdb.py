# SPDX-License-Identifier: BSL-1.0
"""Shows values of headway in gdb as the library writes them: `source path/to/headway_gdb.py`, in ~/.gdbinit for always.

`print/r x` shows the members as they are. examples/guide/debugging.md has what it looks like.
"""

import os
import sys

import gdb
import gdb.printing

sys.path.insert(0, os.path.dirname(os.path.abspath(os.path.expanduser(__file__))))
try:
    import headway_text
finally:
    sys.path.pop(0)


class Node:
    """A gdb.Value as headway_text reads it."""

    def __init__(self, value):
        if value.type.strip_typedefs().code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
            value = value.referenced_value()
        self.value = value

    def __getitem__(self, name):
        value = self.value
        if value.type.strip_typedefs().code == gdb.TYPE_CODE_PTR:
            value = value.dereference()
        try:
            return Node(value[name])
        except gdb.MemoryError:
            raise
        except gdb.error:
            raise KeyError(name) from None

    def base(self, word):
        for field in self.value.type.strip_typedefs().fields():
            if field.is_base_class and word in field.name:
                return Node(self.value[field])
        raise KeyError(word)

    def at(self, i):
        return Node(self.value[i])

    def number(self):
        return float(self.value)

    def integer(self):
        return int(self.value)

    def bytes(self, count):
        return bytes(gdb.selected_inferior().read_memory(int(self.value), count))

    def type(self):
        return str(self.value.type.strip_typedefs().unqualified())


class Printer:
    def __init__(self, tell, value):
        self.tell = tell
        self.value = value

    def to_string(self):
        try:
            return headway_text.shown(self.tell, Node(self.value))
        except gdb.error as error:
            return "<not a value of headway: {}>".format(error)


def maker(tell):
    return lambda value: Printer(tell, value)


printers = gdb.printing.RegexpCollectionPrettyPrinter("headway")
for word, has_arguments, tell in headway_text.TYPES:
    pattern = "^headway::" + word + ("<.*>$" if has_arguments else "$")
    printers.add_printer(word, pattern, maker(tell))
gdb.printing.register_pretty_printer(None, printers, replace=True)
