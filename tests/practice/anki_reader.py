"""Reads Anki packages with nothing but zip, SQLite and JSON, as Anki's manual and database describe them."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    guid: str
    model: str
    deck: str
    fields: dict[str, str]
    tags: list[str]
    cards: int
    modified: int


@dataclass(frozen=True)
class Package:
    notes: dict[str, Note]
    """By their GUIDs."""
    media: dict[str, bytes]
    decks: dict[int, str]
    models: dict[int, str]


def read(content: bytes) -> Package:
    archive = zipfile.ZipFile(io.BytesIO(content))
    named = json.loads(archive.read("media"))
    assert set(archive.namelist()) == {"collection.anki2", "media", *named}
    with closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(archive.read("collection.anki2"))
        assert collection.execute("pragma integrity_check").fetchone() == ("ok",)
        models, decks = (
            {int(key): value for key, value in json.loads(text).items()}
            for text in collection.execute("select models, decks from col").fetchone()
        )
        rows = collection.execute(
            "select guid, mid, min(did), flds, tags, count(cards.id), notes.mod "
            "from notes join cards on nid = notes.id group by notes.id"
        ).fetchall()
        assert len({row[0] for row in rows}) == collection.execute("select count(*) from notes").fetchone()[0]
    notes = {
        guid: Note(
            guid,
            models[model]["name"],
            decks[deck]["name"],
            dict(zip([field["name"] for field in models[model]["flds"]], fields.split("\x1f"), strict=True)),
            tags.split(),
            cards,
            modified,
        )
        for guid, model, deck, fields, tags, cards, modified in rows
    }
    return Package(
        notes,
        {name: archive.read(number) for number, name in named.items()},
        {key: deck["name"] for key, deck in decks.items()},
        {key: model["name"] for key, model in models.items()},
    )
