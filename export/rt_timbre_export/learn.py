"""From a folder of sounds to a playable space: the steps, and what is said on the way."""

import os
import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tqdm import tqdm

from rt_timbre.audiofile import write_audio
from rt_timbre.card import card
from rt_timbre.controlfile import read_control_file
from rt_timbre.fields import one_line
from rt_timbre.render import render
from rt_timbre.space import NAME_PATTERN, SUFFIX, Space, write_space
from rt_timbre_export import demonstration, pitch_detection
from rt_timbre_export.corpus_recipe import FolderCorpus
from rt_timbre_export.errors import LearnError, StaleCheckpointError
from rt_timbre_export.folder_notes import Sound, find_sounds, guessed_sounds, labelled_sounds, table_text
from rt_timbre_export.learned_recipe import FEWEST_PITCHES, Collection, recipe_text
from rt_timbre_export.listening import Heard, listen
from rt_timbre_export.parallel import in_order
from rt_timbre_export.pipeline import analysed, build
from rt_timbre_export.recipe import Recipe, read_recipe
from rt_timbre_export.verdicts import Judged, judged, left_out, too_few, understanding

_TABLE = "metadata.csv"
_FILES_A_PROCESS = 16  # at least: to start one takes longer than to listen to a few
_UNKNOWN = Heard(rate=0, seconds=0.0, pitch=float("nan"), label_fits=False, problem="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for.

    Attributes
    ----------
    folder : Path
        Folder of sounds.
    name : str
        Of the space.
    labels : Path or None
        Table of labels, in place of the names.
    out : Path
        The .timbre file to write.
    work : Path
        Folder for what is made on the way; all of it goes into the folder `name` there.
    processes : int
        How many listen to sounds.
    """

    folder: Path
    name: str
    labels: Path | None
    out: Path
    work: Path
    processes: int

    @property
    def place(self) -> Path:
        """Folder of the table, the recipe, checkpoints and logs."""
        return self.work / self.name

    @property
    def recipe(self) -> Path:
        """The recipe's file."""
        return self.place / f"{self.name}.toml"

    @property
    def demo(self) -> Path:
        """Sound of the demo, beside the space."""
        return self.out.with_name(f"{self.name}-demo.wav")


def learn(wish: Wish, say: Callable[[str], None]) -> Space:
    """Learn a space from a folder of sounds, write it, and play a demo of it.

    Parameters
    ----------
    wish : Wish
        What is asked for.
    say : callable
        Called with lines for the user.

    Returns
    -------
    Space
        The space, as written.

    Raises
    ------
    TimbreError
        In one line: something is missing or wrong with the wish, or too few notes are left.
    """
    _check(wish)
    recipe = _edited_recipe(wish, say)
    files = find_sounds(wish.folder, without=(wish.place, wish.demo))
    problems: list[str] = []
    if wish.labels is None:
        beside = wish.folder / _TABLE
        if beside.is_file():
            say(f"{beside} is not read: pass it by --labels if it says what these sounds are")
        sounds = guessed_sounds(wish.folder, files)
    else:
        sounds, problems = labelled_sounds(wish.labels, wish.folder, files)
    notes, remarks = judged(sounds, _listened(wish, sounds))
    table = wish.place / _TABLE
    for line in (*understanding(notes), *(f"left out: {problem}" for problem in problems), *remarks):
        say(line)
    _write_table(wish, table, notes)
    say(f"{table} says all this: correct it, and pass it by --labels")
    used = [note for note in notes if note.is_used]
    if not used:
        raise LearnError(f"no note of {wish.folder} can be used; the first is {left_out(notes[0])}")
    recipe = recipe or _made_recipe(wish, table, used, say)
    build_again = ["rt-timbre-export", "build", str(wish.recipe), "--work", str(wish.place), "--out", str(wish.out)]
    say(f"edit the recipe if you like, and build by: {shlex.join(build_again)}")
    _check_analysed(recipe, wish, table, say)
    space = _built(recipe, wish, say)
    digest = write_space(space, wish.out)
    say(f"\n{card(space, digest)}\n")
    say(f"{wish.out}: the space")
    _demonstrate(space, digest, wish, say)
    return space


def _check(wish: Wish) -> None:
    """Refuse what cannot be done before anything is done."""
    if not NAME_PATTERN.fullmatch(wish.name):
        raise LearnError(
            f"--name is {wish.name!r}; it must be 1 to 64 letters, digits, - and _, the first a letter or a digit"
        )
    if wish.folder.is_dir() and not str(wish.folder.resolve()).isprintable():
        raise LearnError(f"the path of {one_line(str(wish.folder))} has characters that cannot be printed; rename it")
    parent = wish.out.parent
    if wish.out.suffix != SUFFIX:
        raise LearnError(f"--out is {wish.out}; it must end in {SUFFIX}")
    if not parent.is_dir():
        raise LearnError(f"{wish.out} cannot be written: there is no folder {parent}")
    for path in (wish.out, wish.demo):
        if path.is_dir() or not os.access(path if path.exists() else parent, os.W_OK):
            raise LearnError(f"{path} cannot be written: {'it is a folder' if path.is_dir() else 'permission denied'}")
    pitch_detection.check_installed()


def _edited_recipe(wish: Wish, say: Callable[[str], None]) -> Recipe | None:
    """Return the recipe of an earlier run, as its user may have edited it."""
    if not wish.recipe.exists():
        return None
    recipe = read_recipe(wish.recipe)
    folders = [recipe.directory / corpus.path for corpus in recipe.corpora if isinstance(corpus, FolderCorpus)]
    if not any(folder.resolve() == wish.folder.resolve() for folder in folders):
        raise LearnError(
            f"{wish.recipe} is there, for other sounds than {wish.folder}: take another --name, or remove it"
        )
    say(f"{wish.recipe} is there and is used as it is; remove it to have one made for these notes")
    return recipe


def _listened(wish: Wish, sounds: Sequence[Sound]) -> list[Heard]:
    """Listen to all sounds that are not refused already."""
    wanted = [sound for sound in sounds if not sound.problem]
    processes = max(1, min(wish.processes, len(wanted) // _FILES_A_PROCESS))
    heard = in_order(partial(_listen_to, wish.folder.absolute()), wanted, processes=processes)
    found = list(tqdm(heard, desc="listening", unit="file", total=len(wanted)))
    by_file = {sound.file: result for sound, result in zip(wanted, found, strict=True)}
    return [by_file.get(sound.file, _UNKNOWN) for sound in sounds]


def _listen_to(folder: Path, sound: Sound) -> Heard:
    return listen(folder / sound.file, sound.label)


def _write_table(wish: Wish, table: Path, notes: Iterable[Judged]) -> None:
    """Write the table, unless that would lose what its user has corrected."""
    text = table_text((note.sound, note.verdict.midi, note.verdict.known_by, note.verdict.remark) for note in notes)
    try:
        if wish.labels is None and table.exists() and table.read_text("utf-8") != text:
            raise LearnError(
                f"{table} is there and says otherwise: pass it by --labels if you have corrected it, or else remove it"
            )
        wish.place.mkdir(parents=True, exist_ok=True)
        table.write_text(text, "utf-8")
    except UnicodeDecodeError:
        raise LearnError(f"{table} is there and is no text in UTF-8: remove it") from None
    except OSError as error:
        raise LearnError(f"{table} cannot be written: {error.strerror}") from None


def _made_recipe(wish: Wish, table: Path, used: Sequence[Judged], say: Callable[[str], None]) -> Recipe:
    """Write a recipe for these notes, and read it."""
    path = wish.recipe
    pitches: dict[str, list[int]] = {}
    for note in used:
        if note.verdict.midi is not None:
            pitches.setdefault(note.sound.instrument, []).append(note.verdict.midi)
    slowest = min(used, key=lambda note: note.heard.rate)
    text = recipe_text(
        Collection(
            name=wish.name,
            folder=os.path.relpath(wish.folder.resolve(), wish.place.resolve()),
            table=table.name,
            licences=tuple(dict.fromkeys(note.sound.licence for note in used)),
            pitches={name: tuple(own) for name, own in pitches.items()},
            rate=slowest.heard.rate,
            seconds=[note.heard.seconds for note in used],
        )
    )
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise LearnError(f"{path} cannot be written: {error.strerror}") from None
    if len({note.heard.rate for note in used}) > 1:
        say(f"the lowest rate, of {slowest.sound.file} and maybe others, is that of all: {slowest.heard.rate} Hz")
    say(f"{path}: the recipe")
    return read_recipe(path)


def _check_analysed(recipe: Recipe, wish: Wish, table: Path, say: Callable[[str], None]) -> None:
    """Analyse the notes, say which are lost on the way, and stop if an instrument has too few left."""
    dataset = analysed(recipe, wish.place)
    for problem in dataset.problems:
        if not problem.startswith(f"{wish.place / table.name}:"):  # rows without midi: they have been named before
            say(f"left out: {problem}")
    pitches = Counter(name for name, _ in {(note.instrument, note.midi) for note in dataset.notes})
    for name, count in pitches.items():
        if count < FEWEST_PITCHES:
            raise LearnError(f"{too_few(name, count)}: remove its rows from {table} and pass that by --labels")


def _built(recipe: Recipe, wish: Wish, say: Callable[[str], None]) -> Space:
    """Train, going on from an earlier run unless that was of other notes."""
    try:
        return build(recipe, wish.place, None)
    except StaleCheckpointError:
        say("the notes or the recipe are others than last time: training begins anew")
        for path in (*wish.place.glob(f"{recipe.space.name}-*.pt"), *wish.place.glob(f"{recipe.space.name}-*.jsonl")):
            path.unlink()
        return build(recipe, wish.place, None)


def _demonstrate(space: Space, digest: str, wish: Wish, say: Callable[[str], None]) -> None:
    """Write the demo as a control file and as sound, and play it where there is a sound device."""
    score = wish.place / f"{wish.name}-demo.control"
    try:
        score.write_text(demonstration.demo_score(space, digest), "utf-8")
    except OSError as error:
        raise LearnError(f"{score} cannot be written: {error.strerror}") from None
    header, events = read_control_file(score)
    sound = render(space, header, events, score)
    write_audio(wish.demo, sound, header.rate)
    say(f"{wish.demo}: a demo of it, {sound.shape[0] / header.rate:.1f} s")
    reason = demonstration.play(score, wish.out)
    if reason:
        say(f"the demo is not played: {reason}")
    say(f"play it by: {shlex.join(['rt-timbre', 'play', str(score), '--space', str(wish.out)])}")
