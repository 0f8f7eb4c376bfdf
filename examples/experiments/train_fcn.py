"""Trains the lecture's fully convolutional network, and compares it with others.

    python examples/experiments/train_fcn.py train
    python examples/experiments/train_fcn.py train --pets oxford-iiit-pet --on-error skip
    python examples/experiments/train_fcn.py compare
    python examples/experiments/train_fcn.py tables

`train` leaves curves, a figure and a checkpoint in `--out`; the same command goes on after a kill. `compare` does the
trainings of fcn_experiments.py with several seeds; exit 1 where drawn animals fall short of what they should reach.
Without `--pets` the animals are drawn.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # before Keras is imported: notices that nobody can act on

import fcn_data
import fcn_experiments
from fcn_data import Tell
from fcn_scores import mean
from fcn_training import Schedule, Training, reference_fcn
from fcnlab import Picture, loss_curve, masks

from fcnkit.commands.terminal_lang import OPTION, choose_lang, detect_lang
from fcnkit.errors import UserError
from fcnkit.text import LANGS, Lang, Text

SHOWN = 6
"""Pictures of the figure."""

HELP = {
    "train": Text(ko="강의의 FCN을 학습시킵니다", en="train the lecture's FCN"),
    "compare": Text(
        ko="모델들을 시드마다 학습시켜 견줍니다: " + ", ".join(fcn_experiments.EXPERIMENTS),
        en="train and compare models with several seeds: " + ", ".join(fcn_experiments.EXPERIMENTS),
    ),
    "tables": Text(ko="결과를 Markdown 표로 보여 줍니다", en="print results as Markdown tables"),
    "pets": Text(
        ko="images/와 annotations/trimaps/가 있는 폴더. 없으면 그림을 그립니다",
        en="folder with images/ and annotations/trimaps/; without it, animals are drawn",
    ),
    "on_error": Text(
        ko="쓸 수 없는 파일이나 다른 체크포인트를 만나면: skip은 빼고 계속, stop은 멈춤",
        en="what to do about files that cannot be used and other trainings' checkpoints: leave them out, or stop",
    ),
    "images": Text(ko="쓸 사진의 수", en="how many pictures to use"),
    "size": Text(ko="사진의 한 변(8의 배수)", en="side of the pictures, a multiple of 8"),
    "filters": Text(
        ko="줄이는 층마다의 필터 수. 강의에서는 64 128 256", en="of each layer down; the lecture: 64 128 256"
    ),
    "epochs": Text(ko="에포크 수", en="how many epochs"),
    "seed": Text(ko="시드", en="seed"),
    "seeds": Text(ko="시드들", en="seeds"),
    "out": Text(ko="결과와 체크포인트가 남는 폴더", en="folder for results and checkpoints"),
    "lang": Text(ko="터미널의 언어", en="language of the terminal"),
    "results": Text(ko="results.json", en="results.json"),
    "which": Text(ko="실험(기본: 모두)", en="which comparisons (default: all)"),
}
NOT_A_MULTIPLE = Text(ko="--size {size}: 8의 배수를 쓰세요.", en="--size {size}: give a multiple of 8")
NO_RESULTS = Text(
    ko="{path}: 결과가 없습니다. 먼저 compare를 실행하세요.", en="{path}: no results there; run compare first"
)
NOT_REACHED = Text(ko="목표에 이르지 못했습니다: {names}", en="fell short of what it should reach: {names}")
DONE = Text(
    ko="평균 IoU {mean:.3f}. 곡선과 그림: {out}/loss.png, {out}/predictions.png",
    en="mean IoU {mean:.3f}; curves and a figure: {out}/loss.png, {out}/predictions.png",
)
INTERRUPTED = Text(
    ko="멈췄습니다. 같은 명령을 다시 실행하면 이어서 합니다.", en="stopped; the same command goes on from here"
)
TRUE, PREDICTED = Text(ko="정답", en="trimap"), Text(ko="예측", en="predicted")


class NotReached(UserError):
    """A comparison came out otherwise than it should."""

    exit_status = 1


def main(arguments: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if arguments is None else list(arguments)
    choose_lang(words)
    lang = detect_lang()
    options = _parser(lang).parse_args(words)
    try:
        options.run(options, lang, lambda text: print(text[lang], flush=True))
    except UserError as error:
        print(error.text[lang], file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print(INTERRUPTED[lang], file=sys.stderr)
        return 1
    return 0


def _train(options: argparse.Namespace, lang: Lang, tell: Tell) -> None:
    filters, out = tuple(options.filters), Path(options.out) / "train"
    train, test = _data(options, tell)(options.images, options.seed)
    described = {"images": len(train.images), "size": options.size, "filters": list(filters), "data": train.source.en}
    training = Training(
        lambda: reference_fcn((options.size, options.size), fcn_data.NUM_CLASSES, filters),
        train,
        test,
        Schedule(epochs=options.epochs, seed=options.seed),
        described,
    )
    history = training.run(out, options.on_error, tell)
    loss_curve([epoch["loss"] for epoch in history], epochs=options.epochs, lang=lang).save(out / "loss.png")
    rows = {TRUE[lang]: test.masks[:SHOWN], PREDICTED[lang]: training.predictions()[:SHOWN]}
    figure = masks(list(test.images[:SHOWN]), {name: list(row) for name, row in rows.items()}, lang=lang)
    assert isinstance(figure, Picture), "arrays of that shape can be drawn"
    figure.save(out / "predictions.png")
    (out / "history.json").write_text(json.dumps(history, indent=1) + "\n", encoding="utf-8")
    tell(DONE.format(mean=mean(history[-1]["ious"]), out=out))


def _compare(options: argparse.Namespace, lang: Lang, tell: Tell) -> None:
    data, missed = _data(options, tell), list[str]()
    for name in options.which or fcn_experiments.EXPERIMENTS:
        out = Path(options.out)
        out.mkdir(parents=True, exist_ok=True)
        result = fcn_experiments.run(name, data, options.seeds, options.size, out, options.on_error, tell)
        print("\n" + fcn_experiments.table(name, result, lang) + "\n", flush=True)
        aim = fcn_experiments.AIMS.get(name)
        if aim and options.pets is None:
            tell(aim.told(result))
            missed += [name] * aim.missed(result)
    if missed:
        raise NotReached(NOT_REACHED, names=", ".join(missed))


def _tables(options: argparse.Namespace, lang: Lang, _tell: Tell) -> None:
    path = Path(options.results)
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(NO_RESULTS, path=path) from error
    for name, result in results.items():
        print(fcn_experiments.table(name, result, lang) + "\n")


def _data(options: argparse.Namespace, tell: Tell) -> fcn_experiments.Data:
    """Where pictures come from. Those of a folder are read once, whole, before anything is trained."""
    if options.size < 8 or options.size % 8:
        raise UserError(NOT_A_MULTIPLE, size=options.size)
    if options.pets is None:
        return lambda count, seed: fcn_data.drawn(count, options.size, seed)
    limit = getattr(options, "images", None)
    train, test = fcn_data.from_folder(Path(options.pets), options.size, options.on_error, tell, limit)
    return lambda count, _seed: (train.first(count), test)


def _parser(lang: Lang) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    commands = parser.add_subparsers(required=True, metavar="|".join(("train", "compare", "tables")))
    for name, run in (("train", _train), ("compare", _compare), ("tables", _tables)):
        command = commands.add_parser(name, help=HELP[name][lang], description=HELP[name][lang])
        command.set_defaults(run=run)
        command.add_argument(OPTION, choices=LANGS, help=HELP["lang"][lang])
        if name == "tables":
            results = Path(__file__).with_name(fcn_experiments.RESULTS)
            command.add_argument("results", nargs="?", default=results, help=HELP["results"][lang])
            continue
        command.add_argument("--pets", metavar="FOLDER", help=HELP["pets"][lang])
        command.add_argument("--on-error", choices=("skip", "stop"), default="stop", help=HELP["on_error"][lang])
        command.add_argument("--size", type=int, default=64, help=HELP["size"][lang])
        command.add_argument("--out", default="out/experiments", help=HELP["out"][lang])
        if name == "train":
            command.add_argument("--images", type=int, default=600, help=HELP["images"][lang])
            command.add_argument("--filters", type=int, nargs="+", default=[32, 64, 128], help=HELP["filters"][lang])
            command.add_argument("--epochs", type=int, default=12, help=HELP["epochs"][lang])
            command.add_argument("--seed", type=int, default=0, help=HELP["seed"][lang])
        else:
            command.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2], help=HELP["seeds"][lang])
            names = list(fcn_experiments.EXPERIMENTS)
            command.add_argument("--which", nargs="+", choices=names, default=names, help=HELP["which"][lang])
    return parser


if __name__ == "__main__":
    sys.exit(main())
