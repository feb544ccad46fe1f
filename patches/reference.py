"""What each abstraction takes and gives, in Pd and in Max: the help patches and the README's table are made from it."""

from dataclasses import dataclass

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstraction:
    """One abstraction, for people.

    Attributes
    ----------
    summary : str
        One line.
    arguments : tuple of (str, str)
        Its creation arguments and what they mean.
    takes : tuple of (str, str)
        Messages as a patch sends them, all of which the help patch has, and what they do.
    gives : tuple of (str, str)
        One for each outlet, from the left.
    example : str
        Arguments in the help patch.
    pd_arguments : tuple of (str, str)
        Further creation arguments that it has in Pd alone, where boxes are also reached without wires.
    max_arguments : tuple of (str, str)
        The same in Max, where what is sent and what is heard have ports of their own.
    programs : tuple of str
        Where it exists.
    """

    summary: str
    arguments: Lines = ()
    takes: Lines
    gives: Lines
    example: str = ""
    pd_arguments: Lines = ()
    max_arguments: Lines = ()
    programs: tuple[str, ...] = ("Pd", "Max")


_VOICE = ("voice", "which voice, 1 unless said, * for all")
_OTHER_VOICE = ("voice 1", "speak to another voice from now on, voice * to all")
_REFUSED = ("fail", "what is refused, and why: fail ADDRESS REASON. What is finished: done ADDRESS")
_WIRELESS = ("name", "of its wireless ends: [s NAME-in] is its inlet, [r NAME-out] its outlet")

REFERENCE: dict[str, Abstraction] = {
    "timbre.voice": Abstraction(
        summary="a voice of the server: notes, timbre, envelope, level",
        arguments=(_VOICE,),
        takes=(
            ("note 60 0.8", "a note: MIDI number (fractions are cents) and velocity, 0 to 1 (0 releases it)"),
            ("67 0.6", "the same without its name"),
            ("midi 64 100", "a note as [notein] gives it"),
            ("at Oboe", "go to a named point of the space: an instrument or a preset"),
            ("macro/1 0.5", "an axis of the space. So with every address that begins with /voice/"),
            ("gain -6", "level in dB, -90 to 6"),
            ("gain", "a name without a value asks, the answer comes out on the left"),
            _OTHER_VOICE,
        ),
        gives=(("answers", "such as gain -6, or macro 1 0.5"), _REFUSED),
        example="1",
    ),
    "timbre.morph": Abstraction(
        summary="travel from one point of the space to another",
        arguments=(
            _VOICE,
            ("from", "name of the first point"),
            ("to", "name of the second"),
            ("seconds", "how long it takes"),
            ("curve", "linear, spherical or expressive, linear unless said"),
        ),
        takes=(
            ("bang", "go from the first point to the second"),
            ("back", "go from the second to the first"),
            ("0.25", "be at a place between them, 0 to 1, by hand"),
            ("from Trumpet", "another first point: an instrument or a preset"),
            ("to Clarinet", "another second point"),
            ("time 2", "how long it takes, in seconds"),
            ("curve expressive", "how: linear, spherical or expressive"),
            _OTHER_VOICE,
        ),
        gives=(("position", "0 to 1, while it travels"), _REFUSED),
        example="1 Violin Flute 6 spherical",
    ),
    "timbre.descriptor": Abstraction(
        summary="move to where the sound measures what you ask for",
        arguments=(_VOICE, ("descriptor", "the one that a bare number sets")),
        takes=(
            ("centroid 1200", "centre of the spectrum in Hz: brightness"),
            ("bandwidth 900", "its width in Hz"),
            ("flatness 0.001", "0 pure to 1 noise"),
            ("rolloff 3000", "below it lies most of the sound, in Hz"),
            ("loudness -20", "in dB, A-weighted"),
            ("2000", "a bare number sets the descriptor of the second argument"),
            _OTHER_VOICE,
        ),
        gives=(("reached", "what is reached, and how much that is above the target: centroid 1184 -16"), _REFUSED),
        example="1 centroid",
    ),
    "timbre.plane": Abstraction(
        summary="a plane between four points, with a puck",
        arguments=(_VOICE,),
        pd_arguments=(_WIRELESS,),
        takes=(
            ("0.9 0.1", "a place: across 0 to 1, up 0 to 1"),
            ("show 0.5 0.5", "show a place without going there"),
            ("ask", "ask the server for the points at the corners, should others have changed them"),
            (
                "corner 1 Tuba",
                "the point at corner 1, 2, 3 or 4 (by hand: in Pd a click on its circle takes the next, in Max a menu)",
            ),
            _OTHER_VOICE,
        ),
        gives=(("place", "across and up, 0 to 1"), ("fail", "what the server refuses, and why")),
        example="1",
    ),
    "timbre.status": Abstraction(
        summary="the light: is the server there, and how does it do",
        arguments=(("host", "where the server is, 127.0.0.1 unless said"), ("port", "57130 unless said")),
        takes=(("connect 127.0.0.1 57130", "talk to another server. All other timbre objects follow"),),
        gives=(
            ("up", "1 when the server answers, 0 when it stops, also by [r timbre.up]"),
            ("told", "what the server tells: status.reply, meter, event, and changes that others make"),
        ),
    ),
    "timbre.osc": Abstraction(
        summary="any message of the server, as its table of addresses has it",
        max_arguments=(
            ("port", "it listens from here on, at one that no other object has; 0: from 41000"),
            ("changes", "1: it gives what others change, too"),
        ),
        takes=(
            ("/note 60 0.8", "a note on a free voice"),
            ("/note 60 0", "its end"),
            ("/voice/*/glide 0.2", "all voices at once, by a pattern"),
            ("/preset/list", "a question"),
            ("connect 127.0.0.1 57130", "this object alone talks to another server"),
        ),
        gives=(("answers", "the address and its values as one list: voice 1 gain -6"),),
    ),
    "timbre.menu": Abstraction(
        summary="a list of names, of which one is clicked",
        arguments=(("title", "what stands above it"),),
        pd_arguments=(_WIRELESS,),
        takes=(
            ("names Piano Oboe Tuba", "what can be chosen"),
            ("choose Oboe", "show one as chosen, without a word"),
            ("title instruments", "another title"),
        ),
        gives=(("chosen", "the name that was clicked"),),
        example="points",
        programs=("Pd",),
    ),
}


def table_markdown() -> str:
    """Return what each abstraction takes as Markdown."""
    blocks = []
    for name, it in REFERENCE.items():
        arguments = " ".join(f"*{argument}*" for argument, _ in it.arguments + it.pd_arguments + it.max_arguments)
        where = "" if len(it.programs) > 1 else f" ({it.programs[0]} alone)"
        title = f"### [{name}{' ' + arguments if arguments else ''}]{where}"
        lines = [title, "", f"{it.summary[0].upper()}{it.summary[1:]}.", "", "| | | |", "|---|---|---|"]
        rows = [("argument", f"*{argument}*", meaning) for argument, meaning in it.arguments]
        rows += [("argument in Pd", f"*{argument}*", meaning) for argument, meaning in it.pd_arguments]
        rows += [("argument in Max", f"*{argument}*", meaning) for argument, meaning in it.max_arguments]
        rows += [("takes", f"`{message}`", meaning) for message, meaning in it.takes]
        rows += [(f"outlet {number}", given, meaning) for number, (given, meaning) in enumerate(it.gives, 1)]
        lines += [f"| {kind} | {what} | {meaning} |" for kind, what, meaning in rows]
        blocks.append("\n".join(lines).replace("| * is", r"| \* is"))
    return "\n\n".join(blocks)
