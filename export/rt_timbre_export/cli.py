"""The command line: ``rt-timbre-export``."""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rt_timbre import __version__
from rt_timbre.card import card, figures
from rt_timbre.errors import TimbreError
from rt_timbre.space import read_space, write_space
from rt_timbre_export import dissimilarity
from rt_timbre_export.dataset import Dataset
from rt_timbre_export.errors import CorpusError, ExportError
from rt_timbre_export.recipe import Recipe, read_recipe

_NEEDED = ("torch", "sklearn", "tqdm", "matplotlib")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: 0, or 1 after one line that says what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        _check_installed()
        command: Callable[[argparse.Namespace], int] = options.command
        _check_ranks(command)
        return command(options)
    except TimbreError as error:
        print(f"rt-timbre-export: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rt-timbre-export", description="Learn timbre spaces from notes and export them as .timbre files."
    )
    parser.add_argument("--version", action="version", version=f"rt-timbre-export {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(command=function)
        return command

    def add_recipe(command: argparse.ArgumentParser) -> None:
        command.add_argument("recipe", type=Path, metavar="RECIPE", help="recipe, a TOML file")
        command.add_argument(
            "--work",
            type=Path,
            default=Path("runs"),
            metavar="FOLDER",
            help="folder for analysed notes, checkpoints and logs (default: %(default)s)",
        )
        command.add_argument(
            "--corpus",
            type=Path,
            metavar="FOLDER",
            help="sounds with a metadata.csv, where the recipe leaves this open",
        )
        command.add_argument("--threads", type=_count, metavar="N", help="threads of the training (default: all cores)")
        command.add_argument(
            "--scheduler",
            metavar="ADDRESS",
            help="analyse on the Dask cluster of this scheduler, as 127.0.0.1:8786, not in processes of this machine",
        )

    def add_strict(command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "--strict",
            action="store_true",
            help="stop if a note cannot be used, for example because its label and its sound disagree",
        )

    def add_recordings(command: argparse.ArgumentParser) -> None:
        command.add_argument(
            "--unseen",
            type=Path,
            metavar="FOLDER",
            help="measure also on these sounds, with a metadata.csv, of sources that are not in the recipe",
        )

    build = add("build", _build, "Do all that a recipe asks for and write the space.")
    add_recipe(build)
    build.add_argument("--out", type=Path, required=True, metavar="FILE", help="the .timbre file to write")
    add_recordings(build)
    add_strict(build)

    analyse = add("analyse", _analyse, "Build and analyse the corpus of a recipe, and say what it holds.")
    add_recipe(analyse)
    add_strict(analyse)

    train = add("train", _train, "Train the model of a recipe, and a plain auto-encoder to compare it with.")
    add_recipe(train)
    add_strict(train)
    train.add_argument("--resume", action="store_true", help="go on from the checkpoints in the working folder")

    learn = add("learn", _learn, "Make a playable space of a folder of sounds.")
    learn.add_argument("folder", type=Path, metavar="FOLDER", help="sounds, in folders as deep as you like")
    learn.add_argument("--name", required=True, metavar="NAME", help="what the space is called")
    learn.add_argument("--labels", type=Path, metavar="CSV", help="table of file, instrument and, if you like, midi")
    learn.add_argument("--out", type=Path, metavar="FILE", help="the .timbre file to write (default: NAME.timbre)")
    learn.add_argument(
        "--work",
        type=Path,
        default=Path("runs"),
        metavar="FOLDER",
        help="where NAME/ is made, for the table, the recipe and checkpoints (default: %(default)s)",
    )
    learn.add_argument("--threads", type=_count, metavar="N", help="threads of the training (default: all cores)")

    evaluate = add("evaluate", _evaluate, "Measure a space on the test notes of its recipe.")
    evaluate.add_argument("space", type=Path, metavar="FILE", help="the .timbre file")
    add_recipe(evaluate)
    add_recordings(evaluate)

    transfer = add(
        "transfer", _transfer, "Measure whether sounds of other instruments that a space plays sound like the space."
    )
    transfer.add_argument("space", type=Path, metavar="FILE", help="the .timbre file")
    add_recipe(transfer)
    transfer.add_argument("--recordings", type=Path, required=True, metavar="FOLDER", help="sounds with a metadata.csv")
    transfer.add_argument("--limit", type=_count, metavar="N", help="notes of each instrument (default: all)")

    reproduce = add("reproduce", _reproduce, "Reproduce the experiments of Esling et al. (DAFx 2018).")
    reproduce.add_argument("experiment", choices=("table1", "regularisation"), help="what to reproduce")
    add_recipe(reproduce)
    reproduce.add_argument(
        "--recordings", type=Path, metavar="FOLDER", help="sounds with a metadata.csv beside the recipe's own"
    )
    reproduce.add_argument(
        "--seeds", type=_count, default=3, metavar="N", help="of which figures are means (default: %(default)s)"
    )
    reproduce.add_argument(
        "--processes", type=_count, default=2, metavar="N", help="models trained at a time (default: %(default)s)"
    )

    paths = add("paths", _paths, "Measure how well descriptors follow curves along paths through a space.")
    paths.add_argument("space", metavar="SPACE", help='a .timbre file, or the name of a space, as "orchestra"')
    add_recipe(paths)
    paths.add_argument("--cases", type=_count, default=100, metavar="N", help="curves to follow (default: %(default)s)")
    paths.add_argument("--seed", type=_count, default=1, metavar="N", help="of these (default: %(default)s)")
    paths.add_argument("--figure", type=Path, metavar="FILE", help="draw figure 5 of the paper, as .png, .pdf or .svg")

    ratings = add(
        "dissimilarities", _dissimilarities, "Show a table of perceived dissimilarities and its timbre space."
    )
    ratings.add_argument(
        "table",
        nargs="?",
        default=dissimilarity.COMBINED,
        metavar="TABLE",
        help=f'"{dissimilarity.COMBINED}" (the default), "{dissimilarity.AS_PUBLISHED}", '
        f"one of {', '.join(dissimilarity.STUDIES)}, or a CSV file with instrument_a, instrument_b, mean",
    )
    ratings.add_argument(
        "--weights", type=_weights, metavar="STUDY=W,…", help="weight of each study's means; others are left out"
    )
    ratings.add_argument(
        "--dimensions", type=_dimensions, default=3, metavar="N", help="of the timbre space (default: %(default)s)"
    )
    ratings.add_argument(
        "--figures", type=Path, metavar="FOLDER", help="draw table, timbre space and the spaces of all studies there"
    )

    figures = add("figures", _figures, "Draw a space in figures, and measure what they show.")
    figures.add_argument("space", metavar="SPACE", help='a .timbre file, or the name of a space, as "orchestra"')
    figures.add_argument("--beside", metavar="SPACE", help="a second space, drawn and measured beside the first")
    figures.add_argument(
        "--novel",
        type=Path,
        metavar="FOLDER",
        help="sounds with a metadata.csv: their instruments are set between the anchors",
    )
    figures.add_argument(
        "--out", type=Path, default=Path("figures"), metavar="FOLDER", help="where to write (default: %(default)s)"
    )
    figures.add_argument("--animate", action="store_true", help="animate the topology of descriptors as well")
    return parser


def _weights(text: str) -> dict[str, float]:
    weights = {}
    for part in text.split(","):
        name, equals, value = part.partition("=")
        try:
            weights[name] = float(value if equals else "1")
        except ValueError:
            raise argparse.ArgumentTypeError(f"{part!r} is no weight; write STUDY=NUMBER") from None
    return weights


def _dimensions(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 16")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 1024):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 1024")
    return int(text)


def _check_installed() -> None:
    for name in _NEEDED:
        try:
            importlib.import_module(name)
        except ImportError:
            raise ExportError(f"{name} is not installed: pip install 'rt-timbre[export]'") from None


def _check_ranks(command: Callable[[argparse.Namespace], int]) -> None:
    from rt_timbre_export.ranks import started

    if started() and command is not _train:
        raise ExportError("torchrun starts several processes, which only the command train can share; run this alone")


def _recipe(options: argparse.Namespace) -> Recipe:
    import torch

    from rt_timbre_export.pipeline import with_folder

    if options.threads:
        torch.set_num_threads(options.threads)
    return with_folder(read_recipe(options.recipe), options.corpus)


def _build(options: argparse.Namespace) -> int:
    from rt_timbre_export.pipeline import build

    if not options.out.parent.is_dir():
        raise ExportError(f"{options.out} cannot be written: there is no folder {options.out.parent}")
    recipe = _recipe(options)

    def inspect(dataset: Dataset) -> None:
        _list_left_out(dataset, strict=options.strict)
        _list_unrated(recipe, dataset)

    space = build(
        recipe,
        options.work,
        options.unseen,
        scheduler=options.scheduler,
        inspect=inspect,
    )
    print(card(space, write_space(space, options.out)))
    return 0


def _analyse(options: argparse.Namespace) -> int:
    from rt_timbre_export.pipeline import analysed

    dataset = analysed(_recipe(options), options.work, scheduler=options.scheduler)
    print(f"{'instrument':<20} {'notes':>6} {'frames':>7}  MIDI")
    for index, name in enumerate(dataset.instruments):
        midi = [note.midi for note in dataset.notes if note.instrument == name]
        frames = int((dataset.instrument == index).sum())
        print(f"{name:<20} {len(midi):>6} {frames:>7}  {min(midi)} to {max(midi)}")
    _list_left_out(dataset, strict=options.strict)
    return 0


def _list_left_out(dataset: Dataset, *, strict: bool) -> None:
    for problem in dataset.problems:
        print(f"left out: {problem}")
    if strict and dataset.problems:
        count = "1 note is" if len(dataset.problems) == 1 else f"{len(dataset.problems)} notes are"
        raise CorpusError(f"{count} left out, which --strict does not allow; the first: {dataset.problems[0]}")


def _list_unrated(recipe: Recipe, dataset: Dataset) -> None:
    """Say which instruments the regularisation leaves alone."""
    from rt_timbre_export.train import wanted_distances

    wanted = wanted_distances(recipe, dataset.instruments)
    if wanted is not None and recipe.regulariser is not None:
        table = recipe.regulariser.dissimilarities
        if wanted.unrated:
            print(f"not rated in {table}, so not placed by it: {', '.join(wanted.unrated)}")
        if wanted.unheard:
            print(f"rated in {table}, but not in the corpus: {', '.join(wanted.unheard)}")


def _train(options: argparse.Namespace) -> int:
    from rt_timbre_export.pipeline import analysed, trained
    from rt_timbre_export.ranks import joined, leave

    recipe = _recipe(options)
    ranks = joined()
    try:
        dataset = ranks.first_then_others(lambda: analysed(recipe, options.work, scheduler=options.scheduler))
        if ranks.first:
            _list_left_out(dataset, strict=options.strict)
            _list_unrated(recipe, dataset)
        ranks.wait()
        trained(recipe, dataset, options.work, resume=options.resume)
    finally:
        leave()
    return 0


def _learn(options: argparse.Namespace) -> int:
    import torch

    from rt_timbre_export.learn import Wish, learn

    if options.threads:
        torch.set_num_threads(options.threads)
    wish = Wish(
        folder=options.folder,
        name=options.name,
        labels=options.labels,
        out=options.out or Path(f"{options.name}.timbre"),
        work=options.work,
        processes=options.threads or os.cpu_count() or 1,
    )
    learn(wish, lambda line: print(line, flush=True))
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from rt_timbre_export.pipeline import measured

    space = read_space(options.space)
    found = measured(space, _recipe(options), options.work, options.unseen, scheduler=options.scheduler)
    print("\n".join(figures(found)))
    return 0


def _transfer(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from rt_timbre.benchmarks.corpus import list_notes
    from rt_timbre_export.pipeline import analysed
    from rt_timbre_export.transfer import report, transferred

    space = read_space(options.space)
    notes = list_notes(options.recordings, options.limit)
    dataset = analysed(_recipe(options), options.work, scheduler=options.scheduler)
    with tqdm(desc="transfer", unit="note") as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        rows = transferred(space, dataset, notes, progress)
    print("\n".join(report(rows)))
    return 0


def _reproduce(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from rt_timbre_export import reproduce

    recipe, splits = reproduce.with_recordings(_recipe(options), options.recordings)
    if recipe.regulariser is None:
        raise ExportError(f"{options.recipe} has no section [regulariser]; the experiments compare with and without")
    bars: dict[tuple[str, int], tqdm] = {}

    def progress(what: str, done: int, total: int) -> None:
        if done == 1:
            bars[what, total] = tqdm(desc=what, total=total)
        bars[what, total].update(done - bars[what, total].n)
        bars[what, total].refresh()

    laboratory = reproduce.Laboratory(
        recipe=recipe,
        folder=options.work,
        seeds=tuple(range(1, options.seeds + 1)),
        splits=splits,
        processes=options.processes,
        progress=progress,
    )
    experiments = {"table1": reproduce.table1, "regularisation": reproduce.regularisation}
    lines = experiments[options.experiment](laboratory)
    for bar in bars.values():
        bar.close()
    print("\n".join(lines))
    return 0


def _paths(options: argparse.Namespace) -> int:
    from rt_timbre.space_store import open_space
    from rt_timbre_export.descriptor_path_figures import draw
    from rt_timbre_export.descriptor_path_tables import measured
    from rt_timbre_export.pipeline import analysed

    space = open_space(options.space).space
    processes = options.threads or os.cpu_count() or 1
    if options.figure is not None:
        draw(space, options.figure)
        print(f"wrote {options.figure}")
    dataset = analysed(_recipe(options), options.work, scheduler=options.scheduler)
    print("\n".join(measured(space, dataset, count=options.cases, seed=options.seed, processes=processes)))
    return 0


def _dissimilarities(options: argparse.Namespace) -> int:
    from rt_timbre_export import reports
    from rt_timbre_export.scaling import scale

    table = dissimilarity.named(options.table, Path(), options.weights)
    print("\n".join(reports.ratings(table)))
    space = scale(table, options.dimensions)
    print("\n".join(reports.space(space)))
    if options.figures is not None:
        from rt_timbre_export.dissimilarity_figures import draw_all

        for path in draw_all(table, space, options.figures):
            print(path)
    return 0


def _figures(options: argparse.Namespace) -> int:
    from rt_timbre.space_store import open_space
    from rt_timbre_export.figures import make_figures, spaces_by_name
    from rt_timbre_export.measures import report

    first, *others = (open_space(name) for name in (options.space, options.beside) if name is not None)
    named = [(loaded.path.stem, loaded.space) for loaded in (first, *others)]
    spaces = spaces_by_name(named[0], named[1] if others else None)
    measures = make_figures(spaces, options.out, novel=options.novel, animate=options.animate, say=print)
    print("\n".join(report(measures)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
