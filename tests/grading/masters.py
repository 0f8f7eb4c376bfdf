"""The course's masters, whose text takes a while to read: when a test asks for it, and once for all of a process."""

from functools import cache

from fcnkit.authoring.places import read_master
from fcnkit.course import Course


@cache
def code_of(number):
    """The sources of the code cells of an assignment's English master, with its solutions."""
    master = read_master(Course.find().assignment(number))
    return tuple(cell.source for cell in master.cells_in("en") if cell.kind == "code")
