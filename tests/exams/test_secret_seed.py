"""The seed is its owner's alone, and nothing that is written lets it be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcnkit.errors import UserError
from fcnkit.exams.seed import code, secret_seed


def test_it_is_made_at_first_use_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "exam.seed"
    seed = secret_seed(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert secret_seed(path) == seed
    assert secret_seed(tmp_path / "other.seed") != seed


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "exam.seed"
    secret_seed(path)
    path.chmod(0o644)
    with pytest.raises(UserError, match="chmod 600"):
        secret_seed(path)


@pytest.mark.parametrize("content", ["", "12345", "x" * 32, "0" * 31 + "é"])
def test_any_other_file_is_refused_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(content, encoding="utf-8")
    path.chmod(0o600)
    with pytest.raises(UserError, match="no secret seed"):
        secret_seed(path)
    assert path.read_text(encoding="utf-8") == content


def test_codes_differ_and_follow_from_the_seed() -> None:
    codes = {code(7, f"{sheet}/{page}") for sheet in range(300) for page in range(3)}
    assert len(codes) == 900
    assert code(7, "1/1") != code(8, "1/1")
