"""Tables in web pages: what many campus systems and learning platforms call an Excel file (.xls)."""

from __future__ import annotations

from html.parser import HTMLParser

from fcnkit.roster.columns import header_words

_HEADINGS = 2
"""Known headings in one row, of which a list of students has at least so many; pages to log in with have none."""
_WIDEST = 200


def rows_in(text: str) -> list[tuple[int, list[str]]]:
    """Numbers and cells of all rows from the first with headings of a roster; empty where no row has them."""
    parser = _Rows()
    parser.feed(text)
    parser.close()
    start = next((at for at, (_, cells) in enumerate(parser.rows) if header_words(cells) >= _HEADINGS), None)
    return [] if start is None else parser.rows[start:]


class _Rows(HTMLParser):
    """HTML's tables, and those of Excel's own XML of 2003, whose rows and cells are called otherwise."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[str]]] = []
        self._cells: list[str] | None = None
        self._text: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in ("tr", "row", "ss:row"):
            self._end_row()
            self._cells = []
        elif tag in ("td", "th", "cell", "ss:cell") and self._cells is not None:
            self._end_cell()
            self._text, self._span = [], _number(said.get("colspan"))
            if place := said.get("ss:index"):  # cells before it are left out
                self._cells += [""] * (_number(place) - 1 - len(self._cells))
        elif tag in ("br", "p", "div") and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "cell", "ss:cell"):
            self._end_cell()
        elif tag in ("tr", "row", "ss:row", "table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None and self._cells is not None:
            self._cells += ["".join(self._text), *[""] * (self._span - 1)]
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells:
            self.rows.append((len(self.rows) + 1, self._cells))
        self._cells = None


def _number(said: str | None) -> int:
    return min(int(said), _WIDEST) if said and said.isascii() and said.isdecimal() else 1
