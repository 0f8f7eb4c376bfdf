"""The review page's server: who may ask it, what it tells, and that every click is in the journal."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from marked_by_hand import ASSIGNMENT, QUESTION, graded, graded_by_checks
from recorded_marks import record

from fcnkit.commands.review import _listening, review
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.reviews import review_sheet
from fcnkit.reviews.access import Access
from fcnkit.reviews.alike import places
from fcnkit.reviews.app import review_app
from fcnkit.reviews.corrections import ReviewError
from fcnkit.reviews.desk import Desk, Marks
from fcnkit.reviews.importer import is_imported
from fcnkit.reviews.page_texts import TEXTS
from fcnkit.reviews.review_page import page_policy, review_page
from fcnkit.reviews.rubric_items import rubric_items
from fcnkit.text import LANGS, Text

T = TypeVar("T")
PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"
FROM_THE_PAGE = {"origin": HERE, "sec-fetch-site": "same-origin", "content-type": "application/json"}
CLASS = {
    "김하늘": "튜플의 +는 이어 붙이기입니다.",
    "이서준": "튜플의  +는\n이어 붙이기입니다.",
    "박지호": "튜플의 +는 이어 붙이기입니다!",
    "Ava": "<img src=x onerror=alert(1)>",
    "최하은": "",
}


@contextmanager
def opened(out: Path) -> Iterator[tuple[Desk, Access]]:
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        yield Desk(gradebook, ASSIGNMENT, "kim"), Access(PORT)


def asking(desk: Desk, access: Access, ask: Callable[[httpx.AsyncClient], Awaitable[T]]) -> T:
    async def run() -> T:
        transport = httpx.ASGITransport(review_app(desk, access, "en"))
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await ask(client)

    return asyncio.run(run())


async def enter(client: httpx.AsyncClient, access: Access) -> None:
    response = await client.get(access.link)
    assert (response.status_code, response.headers["location"]) == (303, f"{access.folder}/")


async def give(client: httpx.AsyncClient, access: Access, **marks: Any) -> httpx.Response:
    body = {"question": QUESTION.id, "points": 0.0, "comment": "", "ticked": [], **marks}
    return await client.post(f"{access.folder}/marks", content=json.dumps(body), headers=FROM_THE_PAGE)


async def answers(client: httpx.AsyncClient, access: Access) -> list[dict[str, Any]]:
    response = await client.get(f"{access.folder}/answers", headers={"sec-fetch-site": "same-origin"})
    (question,) = response.json()["questions"]
    return list(question["answers"])


def test_the_link_works_once_and_nothing_is_answered_without_it(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> list[int]:
        places = (
            "/",
            "/?token=",
            "/?token=wrong",
            "/answers",
            access.folder,
            f"{access.folder}/answers",
            "/favicon.ico",
        )
        before = [(await client.get(place)).status_code for place in places]
        await enter(client, access)
        inside = (await client.get(f"{access.folder}/")).status_code
        client.cookies.clear()
        again = [(await client.get(place)).status_code for place in (access.link, f"{access.folder}/")]
        return [*before, inside, *again]

    with opened(graded(tmp_path / "out", CLASS)) as (desk, access):
        assert asking(desk, access, ask) == [403] * 7 + [200] + [403] * 2


def test_the_cookie_is_bound_to_a_path_that_other_ports_do_not_know(tmp_path: Path) -> None:
    with opened(graded(tmp_path / "out", CLASS)) as (desk, access):
        cookie = asking(desk, access, lambda client: client.get(access.link)).headers["set-cookie"]
    assert f"Path={access.folder}/" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert len(access.folder) > 20


@pytest.mark.parametrize(
    "headers",
    [
        {"host": f"evil.example:{PORT}"},  # a name that was rebound to 127.0.0.1
        {"host": f"localhost:{PORT}"},
        {"host": "127.0.0.1"},
        {"host": "127.0.0.1:9999"},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=lambda headers: " ".join(f"{name}={value}" for name, value in headers.items()),
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_other_origins_and_names_are_refused_even_with_the_cookie(
    headers: dict[str, str], method: str, tmp_path: Path
) -> None:
    async def ask(client: httpx.AsyncClient) -> int:
        await enter(client, access)
        place = f"{access.folder}/{'answers' if method == 'GET' else 'marks'}"
        sent = {**(FROM_THE_PAGE if method == "POST" else {}), **headers}
        return (
            await client.request(method, place, headers=sent, content="{}" if method == "POST" else None)
        ).status_code

    with opened(graded(tmp_path / "out", CLASS)) as (desk, access):
        assert asking(desk, access, ask) == 403


def test_what_sends_marks_names_its_origin(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> int:
        await enter(client, access)
        return (await client.post(f"{access.folder}/marks", content="{}")).status_code

    with opened(graded(tmp_path / "out", CLASS)) as (desk, access):
        assert asking(desk, access, ask) == 403


def test_a_click_is_in_the_journal_at_once_and_the_sheet_has_it(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> dict[str, Any]:
        await enter(client, access)
        ids = {each["text"]: each["id"] for each in await answers(client, access)}
        saved = await give(
            client, access, answers=[ids[CLASS["김하늘"]]], points=9.0, comment=" 좋습니다. ", ticked=[2, 0, 0]
        )
        assert saved.status_code == 200, saved.text
        (marks,) = saved.json()["saved"].values()
        return dict(marks)

    out = graded(tmp_path / "out", CLASS)
    with opened(out) as (desk, access):
        assert asking(desk, access, ask) == {"points": 9, "comment": "좋습니다.", "ticked": [0, 2]}
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        results = {result.student: result for result in gradebook.latest(ASSIGNMENT.name)}
        (answer,) = results["김하늘"].answers
        assert answer.review is not None
        assert (answer.review.points, answer.review.comment, answer.review.by) == (9, "좋습니다.", "kim")
        assert results["김하늘"].score == 9
        assert results["이서준"].unreviewed
        sheet = tmp_path / "reviews.csv"
        sheet.write_text(
            review_sheet.write(list(results.values()), ASSIGNMENT.scores.rubrics), encoding="utf-8", newline=""
        )
        assert "좋습니다." in sheet.read_text(encoding="utf-8")
        assert is_imported(gradebook, ASSIGNMENT.name, review_sheet.read(sheet), ())
    with opened(out) as (desk, _):
        (shown,) = [each for each in desk.questions("ko")[0]["answers"] if each["comment"]]
        assert (shown["points"], shown["ticked"]) == (9, (0, 2))


def test_one_click_gives_several_that_say_the_same_their_marks_and_takes_them_back(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> None:
        await enter(client, access)
        first, *_ = shown = await answers(client, access)
        same = [each["id"] for each in shown if each["same"] == first["same"]]
        assert len(same) == 2
        await give(client, access, answers=same, points=15.0)
        assert {each["id"] for each in await answers(client, access) if each["points"] == 15} == set(same)
        await give(client, access, answers=same, points=None)
        assert not any(each["points"] for each in await answers(client, access))

    out = graded(tmp_path / "out", CLASS)
    with opened(out) as (desk, access):
        asking(desk, access, ask)
        assert desk.waiting == 4
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        assert sum(len(result.unreviewed) for result in gradebook.latest(ASSIGNMENT.name)) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": 15.5},
        {"points": -1.0},
        {"points": "9"},
        {"answers": []},
        {"answers": ["a00"]},
        {"question": "q1"},
        {"comment": "x" * 5001},
        {"by": "somebody else"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_marks_that_cannot_be_are_refused_in_a_sentence_and_nothing_is_written(
    wrong: dict[str, Any], tmp_path: Path
) -> None:
    async def ask(client: httpx.AsyncClient) -> httpx.Response:
        await enter(client, access)
        first, *_ = await answers(client, access)
        return await give(client, access, **{"answers": [first["id"]], "points": 1.0, **wrong})

    out = graded(tmp_path / "out", CLASS)
    with opened(out) as (desk, access):
        response = asking(desk, access, ask)
        assert response.status_code == 400
        assert response.json()["error"].strip()
        assert not any(result.score for result in desk.gradebook.latest(ASSIGNMENT.name))


def test_marks_for_an_answer_that_was_handed_in_again_meanwhile_do_not_count(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> None:
        await enter(client, access)
        ids = {each["text"]: each["id"] for each in await answers(client, access)}
        graded(out, {"김하늘": "다른 답입니다."}, "second")
        assert (await give(client, access, answers=[ids[CLASS["김하늘"]]], points=9.0)).status_code == 200

    out = graded(tmp_path / "out", CLASS)
    with opened(out) as (desk, access):
        asking(desk, access, ask)
        (result,) = [each for each in desk.gradebook.latest(ASSIGNMENT.name) if each.student == "김하늘"]
        assert result.unreviewed


def test_where_no_text_was_written_the_names_come_with_the_file(tmp_path: Path) -> None:
    with opened(graded(tmp_path / "out", {"김하늘": "답", "Ava": ""})) as (desk, _):
        names = desk.names()
        assert [names[id] for id in desk.hand_ins()] == ["Ava"]


def test_a_page_that_is_loaded_again_has_what_others_have_given_meanwhile(tmp_path: Path) -> None:
    out = graded(tmp_path / "out", {"김하늘": "답"})
    with opened(out) as (desk, _), opened(out) as (other, _):
        ((id, _),) = desk.names().items()
        for _ in range(2):
            desk.save(Marks(question=QUESTION.id, answers=[id], points=9, ticked=[0, 2]))
        assert len(desk.gradebook.given_marks.of_answer(ASSIGNMENT.name, id)) == 1
        assert [each["points"] for each in other.questions("ko")[0]["answers"]] == [9]
        record(other.gradebook, ASSIGNMENT.name, "김하늘", QUESTION.id, 3, "", "lee")  # as a sheet does
        (shown,) = desk.questions("ko")[0]["answers"]
        assert (shown["points"], shown["ticked"]) == (3, ())
        assert desk.save(Marks(question=QUESTION.id, answers=[id], points=None))[id]["points"] is None
        assert desk.waiting == 1


def test_marks_that_checks_gave_are_corrected_with_a_reason_and_taken_back(tmp_path: Path) -> None:
    out = graded_by_checks(tmp_path / "out", {"김하늘": True, "Ava": False, "이서준": True})
    asked, most = ASSIGNMENT.config.questions[0].id, ASSIGNMENT.config.questions[0].points
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        desk = Desk(gradebook, ASSIGNMENT, "kim", [asked])
        (question,) = desk.questions("en")
        one, other, right = question["answers"]
        assert question["by_checks"]
        assert (one["same"], one["points"], one["without"]) == (other["same"], 0, 0)
        assert "<b>Shape</b>" in one["text"]
        assert (desk.names()[right["id"]], right["points"]) == ("Ava", most)
        assert desk.hand_ins()[right["id"]] == "Ava.ipynb"
        with pytest.raises(ReviewError, match="give a reason"):
            desk.save(Marks(question=asked, answers=[one["id"]], points=1))
        both = [one["id"], other["id"]]
        desk.save(Marks(question=asked, answers=both, points=most, comment="Too strict."))
        assert {result.score for result in gradebook.latest(ASSIGNMENT.name)} == {most}
        shown = desk.questions("en")[0]["answers"]
        assert [(each["id"], each["points"], each["without"]) for each in shown[:2]] == [(id, most, 0) for id in both]
        desk.save(Marks(question=asked, answers=[one["id"]], points=None))
        assert desk.questions("en")[0]["answers"][0]["points"] == 0
        assert sum(result.score for result in gradebook.latest(ASSIGNMENT.name)) == 2 * most
        assert desk.waiting == 0


def test_a_question_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="no question 'q99'; write q1 or q2"):
        review(graded_by_checks(tmp_path / "out", {"Ava": True}), 0, None, ["q99"])
    with pytest.raises(UserError, match="--question q1"):
        review(tmp_path / "out", 0, None)


def test_names_are_told_only_when_asked_for(tmp_path: Path) -> None:
    async def ask(client: httpx.AsyncClient) -> tuple[str, str, set[str]]:
        await enter(client, access)
        page, told = [(await client.get(f"{access.folder}/{part}")).text for part in ("", "answers")]
        names = (await client.get(f"{access.folder}/names")).json()["names"]
        return page, json.dumps(json.loads(told), ensure_ascii=False), set(names.values())

    with opened(graded(tmp_path / "out", CLASS)) as (desk, access):
        page, told, names = asking(desk, access, ask)
    assert names == set(CLASS)
    assert not any(name in page or name in told for name in CLASS)


def test_half_a_character_breaks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Desk, "questions", lambda *_: [{"answers": [{"text": "half \ud83d of one"}]}])
    with opened(graded(tmp_path / "out", {"Ava": "text"})) as (desk, access):

        async def ask(client: httpx.AsyncClient) -> str:
            await enter(client, access)
            return str((await answers(client, access))[0]["text"])

        assert asking(desk, access, ask).startswith("half ")


def test_pages_carry_a_policy_under_which_nothing_else_runs() -> None:
    policy = page_policy()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    for lang in LANGS:
        page = review_page(Text(ko="</script><b>", en="</script><b>"), lang)
        assert "<b>" not in page
        assert page.count("</script>") == 2
        assert f'<html lang="{lang}">' in page


def test_the_script_writes_text_and_never_html() -> None:
    page = review_page(ASSIGNMENT.config.title, "en")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser", " on"):
        assert f"{word}=" not in page
        assert word == " on" or word not in page
    used = set(json.loads(page.partition('id="texts">')[2].partition("</script>")[0]))
    assert used == set(TEXTS)


def test_a_rubrics_items_are_what_adds_up_in_both_languages() -> None:
    assert QUESTION.rubric is not None
    assert [item.points for item in rubric_items(QUESTION.rubric, QUESTION.points)] == [5, 4, 4, 2]
    line = Text(ko="이어 붙인다는 점(20점), 예(20점)", en="Says that tuples are joined (20), gives an example (20)")
    items = rubric_items(line, 40)
    assert [(item.text.ko, item.text.en) for item in items] == [
        ("이어 붙인다는 점", "Says that tuples are joined"),
        ("예", "gives an example"),
    ]
    assert rubric_items(line, 30) == ()
    assert rubric_items(Text(ko="예(40점)", en="An example"), 40) == ()
    assert rubric_items(Text(ko="자유롭게", en="As you like"), 40) == ()


def test_answers_that_say_the_same_stand_together_and_empty_ones_last() -> None:
    found = places(
        {"a": "(3,) is a tuple", "b": " (3,)  is\na tuple", "c": "(3) is a tuple", "d": "", "e": "", "f": "no"}
    )
    assert found["a"] == found["b"]
    assert found["c"].group == found["a"].group
    assert found["c"].same != found["a"].same
    assert found["d"] == found["e"]
    assert max(place.group for place in found.values()) == found["d"].group
    assert found["f"].group not in (found["a"].group, found["d"].group)


def test_the_server_listens_on_this_machines_own_address_alone() -> None:
    with _listening(0) as listener:
        host, port = listener.getsockname()
        assert host == "127.0.0.1"
        listener.listen()
        with pytest.raises(UserError, match=f"--port {port}"):
            _listening(port)


def test_a_class_without_texts_has_nothing_to_review(tmp_path: Path) -> None:
    out = graded(tmp_path / "out", {})
    with pytest.raises(UserError, match="no results"):
        review(out, 0, None)
