"""Korean labels without Korean system fonts."""

from collections.abc import Iterator

import pytest
from fcnlab import fonts
from matplotlib import font_manager


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    fonts._korean_family.cache_clear()
    yield
    fonts._korean_family.cache_clear()


def test_korean_comes_with_the_carried_font_and_a_fallback_for_symbols() -> None:
    assert fonts.families("ko") == ["NanumGothic", "DejaVu Sans"]
    path = font_manager.findfont(font_manager.FontProperties(family="NanumGothic"), fallback_to_default=False)
    assert "koreanize_matplotlib" in path or "Nanum" in path


def test_a_system_font_serves_where_the_package_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    monkeypatch.setattr(font_manager, "get_font_names", lambda: ["AppleGothic", "Arial"])
    assert fonts.families("ko") == ["AppleGothic", "DejaVu Sans"]


def test_no_korean_font_at_all_warns_once_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    monkeypatch.setattr(font_manager, "get_font_names", lambda: ["Arial"])
    with pytest.warns(UserWarning, match="pip install koreanize-matplotlib") as caught:
        families = [fonts.families("ko") for _ in range(2)]
    assert families == [["DejaVu Sans"]] * 2
    assert len(caught) == 1
