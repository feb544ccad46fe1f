"""What the names of a sound file and of its folders say: instrument, pitch, dynamic."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

_SEMITONES = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11, "h": 11}
_SHARPS = ("#", "##", "s", "is", "sharp")
_SIGN = r"##|#|sharp|is|s|flat|es|b"
_NOTE = re.compile(rf"([A-Ha-h])({_SIGN})?(\d)")
_NOTE_AFTER_WORD = re.compile(rf"(.*[a-z])([A-G])({_SIGN})?(\d)(?!\d)(.*)")
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[^\w#]+|_+")
_LOWEST_NUMBER, _HIGHEST_NUMBER = 21, 108  # a piano's keys: other numbers are takes and the like
_HIGHEST = 127

_DYNAMICS = ("pppp", "ppp", "pp", "p", "mp", "mf", "f", "ff", "fff", "ffff")
_DYNAMIC_WORDS = (("pianissimo", "pp"), ("fortissimo", "ff"), ("mezzo[ _-]?piano", "mp"), ("mezzo[ _-]?forte", "mf"))
# Words that say how, when or where a note was recorded, not by which instrument.
_ASIDE = frozenset(
    """
    ord ordinario arco pizz pizzicato normal sustain sus sustained long short stac staccato legato tenuto vib
    vibrato novib nonvib non no vel velocity midi note notes take rr mono stereo left right loop sample
    samples sound sounds audio recording recordings wav flac aif aiff mp3 ogg data trem tremolo muted con sord
    sul train test valid dry wet sula sulb sulc suld sule sulf sulg file files single khz hz bit
    """.split()  # noqa: SIM905
)

_KNOWN = {
    "Accordion": "acc",
    "Alto Flute": "",
    "Alto Saxophone": "altosax asax",
    "Baritone Saxophone": "baritonesax barisax",
    "Bass Clarinet": "bcl",
    "Bass Flute": "",
    "Bass Trombone": "btbn",
    "Bass Tuba": "btb",
    "Bassoon": "bn bsn fagott",
    "Celesta": "",
    "Cello": "vc vlc violoncello",
    "Clarinet": "cl clbb bbclarinet clarinetbb",
    "Contrabass": "cb doublebass stringbass uprightbass",
    "Contrabassoon": "cbn doublebassoon",
    "Cornet": "",
    "English Horn": "eh englishhorn coranglais",
    "Euphonium": "",
    "Flugelhorn": "",
    "Flute": "fl",
    "French Horn": "hn horn",
    "Glockenspiel": "",
    "Guitar": "gtr",
    "Harmonica": "",
    "Harp": "hp",
    "Harpsichord": "",
    "Mandolin": "",
    "Marimba": "",
    "Oboe": "ob",
    "Organ": "",
    "Piano": "pianoforte pno",
    "Piccolo": "picc",
    "Recorder": "",
    "Saxophone": "sax",
    "Soprano Saxophone": "sopranosax ssax",
    "Tenor Saxophone": "tenorsax tsax",
    "Trombone": "tbn trb",
    "Trumpet": "tp tpt tpc trumpetc",
    "Tuba": "tb tba",
    "Vibraphone": "vibes",
    "Viola": "va vla",
    "Violin": "vn vln",
    "Voice": "singer vocal",
    "Xylophone": "",
}
_ALIASES = {
    alias: name for name, others in _KNOWN.items() for alias in (name.replace(" ", "").casefold(), *others.split())
}
_MOST_WORDS = 3  # of an alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What names say of a note.

    Attributes
    ----------
    instrument : str
        Its name; empty if they give none.
    midi : int or None
        Pitch, if they give exactly one.
    is_number : bool
        Whether that is a mere number, which may count takes as well.
    dynamic : str
        "pp" to "ff", or "velocity N"; empty if they give none.
    """

    instrument: str
    midi: int | None
    is_number: bool
    dynamic: str


def guess(path: PurePosixPath, root: str = "") -> Guess:
    """Guess what a note is from the names of its file and of the folders it is in.

    Instruments: a folder says the class of its sounds, in its own words, as long as these are not all of the kind of
    "samples", "arco" or "ff"; but a well-known instrument in the file's name goes before a folder that names none
    ("philharmonia/flute_A4.wav"). A well-known instrument or its abbreviation is called by its usual name. Pitches: a
    note with its octave (C4 is MIDI 60; sharps as #, s, is; flats as b, es, flat), or else a number of a key of the
    piano; of two numbers at the end, the first, and the second is the velocity.

    Parameters
    ----------
    path : PurePosixPath
        The file, relative to the folder that was asked for.
    root : str
        Name of that folder: it counts only if it is a well-known instrument's, and no other name says more.

    Returns
    -------
    Guess
        What was understood.
    """
    words, notes, numbers = _read(path.stem)
    folders = [_read(part) for part in reversed(path.parts[:-1])]
    labels = [(name, _label(name)) for name in reversed(path.parts[:-1])]
    label = next((label for _, label in labels if label), "")
    own = _known(words)
    if own and not _known(_read(label)[0]):
        instrument = own
    else:
        instrument = label or own or _plain(words) or _ALIASES.get(_squashed(_read(root)[0]), "")
    midi = notes[0] if len(set(notes)) == 1 else None
    velocity = None
    if not notes:
        midi, velocity = _key_number(numbers)
    dynamic = _dynamic([words, *(found for found, _, _ in folders)], instrument)
    return Guess(
        instrument=instrument,
        midi=midi,
        is_number=midi is not None and not notes,
        dynamic=dynamic if dynamic or velocity is None else f"velocity {velocity}",
    )


def _read(name: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words, the notes (MIDI) and the numbers of a name, each in their order."""
    text = unicodedata.normalize("NFC", name).replace("♯", "#").replace("♭", "b")
    for word, short in _DYNAMIC_WORDS:
        text = re.sub(rf"(?<![a-z]){word}(?![a-z])", f" {short} ", text, flags=re.IGNORECASE)
    words: list[str] = []
    notes: list[int] = []
    numbers: list[int] = []
    for token in filter(None, _BETWEEN.split(text)):
        whole = _NOTE.fullmatch(token)
        within = None if whole else _NOTE_AFTER_WORD.fullmatch(token)
        rest = "" if whole else token
        if whole:
            notes += _midi(*whole.groups())
        elif within:
            before, letter, sign, octave, after = within.groups()
            notes += _midi(letter, sign, octave)
            rest = f"{before} {after}"
        elif token.casefold() in _ALIASES:
            words.append(token)  # "TpC" is one word
            rest = ""
        for part in _WORD.findall(rest):
            if part.isdecimal():
                numbers += [int(part)] if len(part) <= 3 else []
            else:
                words.append(part)
    return words, notes, numbers


def _midi(letter: str, sign: str | None, octave: str) -> list[int]:
    """Return the MIDI number of a note in a list, or an empty one if there is none."""
    step = 0
    if sign:
        # "Es" is E flat to those who write so; nobody writes E sharp.
        flat = sign not in _SHARPS or (sign == "s" and letter in "eE")
        step = -1 if flat else len(sign) if sign[0] == "#" else 1
    midi = 12 * (int(octave) + 1) + _SEMITONES[letter.lower()] + step
    return [midi] if midi <= _HIGHEST else []


def _key_number(numbers: list[int]) -> tuple[int | None, int | None]:
    """Return a pitch and a velocity from the numbers of a name, as far as they give them."""

    def plausible(number: int) -> bool:
        return _LOWEST_NUMBER <= number <= _HIGHEST_NUMBER

    if len(numbers) >= 2 and plausible(numbers[-2]) and numbers[-1] <= _HIGHEST:
        return numbers[-2], numbers[-1]
    keys = [number for number in numbers if plausible(number)]
    return (keys[0], None) if len(keys) == 1 else (None, None)


def _aside(word: str) -> bool:
    return word.casefold() in _ASIDE or word in _DYNAMICS or word.casefold() == "forte"


def _squashed(words: list[str]) -> str:
    return "".join(words).casefold()


def _label(folder: str) -> str:
    """Return what class of sounds a folder's name gives; empty if it gives none."""
    words, notes, _ = _read(folder)
    if notes or all(_aside(word) for word in words):
        return ""
    text = " ".join(re.sub(r"[_\s]+", " ", unicodedata.normalize("NFC", folder)).split())
    return _ALIASES.get(_squashed(words), text)


def _known(words: list[str]) -> str:
    """Return the well-known instrument that words name in most words; the first, if several do."""
    for count in range(_MOST_WORDS, 0, -1):
        for first in range(len(words) - count + 1):
            joined = words[first : first + count]
            if count > 1 and any(len(word) == 1 for word in joined):
                continue  # single letters are notes and strings: "C" and "B" are no contrabass
            name = _ALIASES.get(_squashed(joined), "")
            if name and not (name == "Piano" and _other_than_piano(words)):
                return name
    return ""


def _other_than_piano(words: list[str]) -> bool:
    """Say whether "piano" is a dynamic among these words, because they name another instrument."""
    return any(_ALIASES.get(word.casefold(), "Piano") != "Piano" for word in words)


def _plain(words: list[str]) -> str:
    """Return the words that are left of a file's name; empty if these are none of two letters."""
    left = [word for word in words if not _aside(word) and len(word) > 1]
    return " ".join(left)


def _dynamic(names: list[list[str]], instrument: str) -> str:
    """Return the dynamic that the nearest name with exactly one gives."""
    meant = {dynamic: dynamic for dynamic in _DYNAMICS} | {"forte": "f"}
    if "piano" not in instrument.casefold():
        meant["piano"] = "p"
    for words in names:
        found = {meant[word] if word in meant else meant[word.casefold()] for word in words if _is_in(word, meant)}
        if len(found) == 1:
            return found.pop()
    return ""


def _is_in(word: str, meant: dict[str, str]) -> bool:
    return word in meant or (len(word) > 4 and word.casefold() in meant)
