"""Training goes on after a kill as if nothing had happened, and never from what is not its own."""

from __future__ import annotations

import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scripts import FOLDER, script

from fcnkit.errors import UserError
from fcnkit.text import LANGS, Lang, Text

pytestmark = pytest.mark.xdist_group("keras")


class _Killed(Exception):
    """Stands for a kill between two epochs."""


@cache
def _drawn() -> Any:
    """Pictures to train on and to be tested with, which nobody changes: drawing them takes longer than a model."""
    return script("fcn_data").drawn(6, 16, 0)


def _training(epochs: int = 2, filters: tuple[int, ...] = (2, 3), seed: int = 0) -> Any:
    training = script("fcn_training")
    train, test = _drawn()
    return training.Training(
        lambda: training.reference_fcn((16, 16), 3, filters),
        train,
        test.first(4),
        training.Schedule(epochs=epochs, batch=4, seed=seed),
        {"size": 16, "filters": list(filters)},
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    training = _training()
    training.run(tmp_path_factory.mktemp("whole"), "stop", lambda _: None)
    return training


def test_a_training_that_was_killed_gives_what_an_uninterrupted_one_gives(whole: Any, tmp_path: Path) -> None:
    def killed_after_the_first(text: Text) -> None:
        raise _Killed(text.en)

    with pytest.raises(_Killed, match="epoch 1 of 2"):
        _training().run(tmp_path, "stop", killed_after_the_first)
    (tmp_path / "checkpoint.npz.part").write_bytes(b"killed while it wrote the next one")
    told: list[Text] = []
    resumed = _training()
    history = resumed.run(tmp_path, "stop", told.append)
    assert "going on after epoch 1" in told[0].en
    assert len(told) == 2
    assert [epoch["loss"] for epoch in history] == [epoch["loss"] for epoch in whole.history]
    assert [epoch["ious"] for epoch in history] == [epoch["ious"] for epoch in whole.history]
    for one, other in zip(resumed.model.get_weights(), whole.model.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def _save(path: Path, training: Any) -> None:
    script("fcn_checkpoint").save(path, training.model, training.settings, [])


def _other_seed(path: Path) -> None:
    _save(path, _training(seed=5))


def _other_model(path: Path) -> None:
    _save(path, _training(filters=(2, 4)))


def _same_settings_other_weights(path: Path) -> None:
    _save(path, _training())
    with np.load(path) as file:
        arrays: dict[str, Any] = dict(file)
    np.savez(path, **(arrays | {"weight_0": np.zeros((5, 5, 3, 2), np.float32)}))


def _cut_off(path: Path) -> None:
    _save(path, _training())
    path.write_bytes(path.read_bytes()[:-300])


def _pickled(path: Path) -> None:
    np.savez(path, state=np.array([{"settings": {}}], dtype=object))


def _something_else(path: Path) -> None:
    path.write_bytes(b"weights")


def _zip_of_something_else(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("model.json", "{}")


def _state_of_another_form(path: Path) -> None:
    np.savez(path, state=np.array(json.dumps([1, 2])))


@pytest.mark.parametrize(
    "left",
    [
        _other_seed,
        _other_model,
        _same_settings_other_weights,
        _cut_off,
        _pickled,
        _something_else,
        _zip_of_something_else,
        _state_of_another_form,
    ],
    ids=lambda left: left.__name__,
)
def test_a_checkpoint_that_is_not_its_own_is_named_and_refused_or_put_aside(
    left: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    epoch = {"loss": 1.0, "ious": [0.5, 0.5, 0.5], "seconds": 0.0, "cpu_seconds": 0.0}
    monkeypatch.setattr(
        script("fcn_training").Training, "_epoch", lambda *_, **__: epoch
    )  # nothing needs to be learned
    path = tmp_path / "checkpoint.npz"
    left(path)
    before = path.read_bytes()
    with pytest.raises(UserError) as refused:
        _training().run(tmp_path, "stop", lambda _: None)
    assert all(str(path) in refused.value.text[lang] for lang in LANGS)
    assert path.read_bytes() == before, "what was found there is left alone"
    told: list[Text] = []
    history = _training().run(tmp_path, "skip", told.append)
    assert str(path) in told[0].en
    assert len(history) == 2
    assert (tmp_path / "checkpoint.other.npz").read_bytes() == before


def test_what_is_measured_is_what_keras_measures() -> None:
    keras = pytest.importorskip("keras")
    scores = script("fcn_scores")
    rng = np.random.default_rng(0)
    for classes in (2, 3, 5):
        truth, guess = rng.integers(0, classes, (2, 6, 7)), rng.integers(0, max(classes - 1, 1), (2, 6, 7))
        metric = keras.metrics.MeanIoU(classes)
        metric.update_state(truth, guess)
        assert scores.mean(scores.ious(truth, guess, classes)) == pytest.approx(float(metric.result()), rel=1e-6)
    assert scores.interval([0.5, 0.6, 0.7]) == "0.600 ± 0.248"
    assert scores.interval([0.5]) == "0.500"


@pytest.mark.parametrize("lang", LANGS)
def test_mistakes_at_the_command_line_are_one_sentence(lang: str, tmp_path: Path, capsys: Any) -> None:
    main = script("train_fcn").main
    assert main(["train", "--ui-lang", lang, "--pets", str(tmp_path / "nowhere")]) == 2
    assert main(["train", "--ui-lang", lang, "--size", "60"]) == 2
    assert main(["tables", "--ui-lang", lang, str(tmp_path / "nothing.json")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert str(tmp_path / "nowhere") in said[0]


def test_the_command_leaves_curves_a_figure_and_scores(tmp_path: Path, capsys: Any) -> None:
    arguments = ["--ui-lang", "ko", "--size", "16", "--images", "4", "--filters", "2", "--epochs", "1"]
    assert script("train_fcn").main(["train", *arguments, "--out", str(tmp_path)]) == 0
    assert {path.name for path in (tmp_path / "train").iterdir()} == {
        "checkpoint.npz",
        "history.json",
        "loss.png",
        "predictions.png",
    }
    assert "평균 IoU" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_the_tables_that_the_results_give(lang: Lang) -> None:
    experiments = script("fcn_experiments")
    page = (
        FOLDER.parents[1] / "docs" / "explanation" / ("experiments.md" if lang == "en" else "experiments.ko.md")
    ).read_text(encoding="utf-8")
    results = json.loads((FOLDER / experiments.RESULTS).read_text(encoding="utf-8"))
    assert results.keys() >= {"reference", "transfer"}
    for name, result in results.items():
        assert experiments.table(name, result, lang) in page, f"print it: {FOLDER / 'train_fcn.py'} tables"


@pytest.mark.parametrize("lang", LANGS)
def test_assignment_03_tells_what_was_measured(lang: Lang) -> None:
    experiments, scores = script("fcn_experiments"), script("fcn_scores")
    runs = json.loads((FOLDER / experiments.RESULTS).read_text(encoding="utf-8"))["down"]["runs"]
    (notebook,) = (FOLDER.parents[1] / "assignments").glob(f"03-*/*.{lang}.ipynb")
    told = notebook.read_text(encoding="utf-8")
    for case in {run["case"] for run in runs}:
        ious = zip(*(run["ious"] for run in runs if run["case"] == case), strict=True)
        _, background, contour = map(scores.interval, ious)
        assert f"| {background} | {contour} |" in told, case


def test_the_numbers_that_were_aimed_at_are_reached() -> None:
    aims = script("fcn_experiments").AIMS
    results = json.loads((FOLDER / "results.json").read_text(encoding="utf-8"))
    assert {name: aim.least for name, aim in aims.items()} == {"reference": 0.80, "transfer": 0.05}
    assert [name for name, aim in aims.items() if aim.missed(results[name])] == []
    assert all(len(aim.by_seed(results[name])) == 3 for name, aim in aims.items())


def test_a_comparison_that_falls_short_is_said_so_and_exits_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    runs = [
        {"case": "fcn", "seed": seed, "ious": [0.9, 0.9, last], "cpu_seconds": 1}
        for seed, last in enumerate((0.7, 0.5))
    ]
    result = {"size": 64, "data": {"ko": "그림", "en": "drawn"}, "runs": runs}
    monkeypatch.setattr(script("fcn_experiments"), "run", lambda *_: result)
    assert script("train_fcn").main(["compare", "--which", "reference", "--out", str(tmp_path), "--ui-lang", "en"]) == 1
    told = capsys.readouterr()
    assert "mean IoU by seed: 0.833, 0.767 (aim: 0.80)" in told.out
    assert told.err == "fell short of what it should reach: reference\n"
