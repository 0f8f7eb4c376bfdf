"""All items, found by looking into the folder `items`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any

from fcnkit.errors import UserError
from fcnkit.practice import items
from fcnkit.practice.item import Item
from fcnkit.text import Text

NO_ITEM = Text(ko="{name!r} 문항이 없습니다. 있는 문항: {items}", en="no item {name!r}; there are: {items}")


@cache
def bank() -> dict[str, Item[Any]]:
    """Every item by its id, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(items.__path__))
    found = (importlib.import_module(f"{items.__name__}.{name}").ITEM for name in names)
    return {item.id: item for item in found}


def find_item(name: str) -> Item[Any]:
    """The item of that id. Raises UserError."""
    try:
        return bank()[name]
    except KeyError:
        raise UserError(NO_ITEM, name=name, items=", ".join(bank())) from None
