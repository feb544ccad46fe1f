"""``rt-timbre bench``."""

import argparse
import os
import sys
from pathlib import Path

from rt_timbre.commands.arguments import Commands, add_space, number
from rt_timbre.errors import TimbreError


def register(commands: Commands) -> None:
    """Add the commands of this module."""
    measures = commands.group("bench", "Measure on this machine.", "WHAT")
    text = "All phase methods on the same frames, or the oscillator bank on a folder of recordings."
    phase = measures.add("phase", _bench_phase, text)
    phase.add_argument(
        "sounds", type=Path, nargs="*", metavar="WAV", help="sound files to take frames from (default: the space's own)"
    )
    add_space(phase)
    phase.add_argument("-o", "--out", type=Path, metavar="PICTURE", help="draw the table, too")
    phase.add_argument(
        "--corpus", type=Path, metavar="DIR", help="play the notes that DIR/metadata.csv lists by the bank instead"
    )
    phase.add_argument(
        "--limit", type=number(int, 1, 10**6), metavar="N", help="notes of each instrument of the corpus"
    )

    text = "What the sounds keep that a space makes of recorded notes: spectrum, pitch, loudness."
    encode = measures.add("encode", _bench_encode, text)
    encode.add_argument(
        "--corpus", type=Path, required=True, metavar="DIR", help="encode the notes that DIR/metadata.csv lists"
    )
    add_space(encode)
    encode.add_argument(
        "--limit", type=number(int, 1, 10**6), metavar="N", help="notes of each instrument of the corpus"
    )
    encode.add_argument(
        "--processes", type=number(int, 1, 256), default=2, metavar="N", help="how many (default: %(default)s)"
    )


def _bench_encode(options: argparse.Namespace) -> int:
    from rt_timbre.benchmarks import corpus, encoding
    from rt_timbre.encoding.pitch_tracking import check_installed
    from rt_timbre.space_store import open_space

    check_installed()
    space = open_space(options.space).space
    notes = corpus.list_notes(options.corpus, options.limit)
    print(encoding.table(encoding.measure_notes(notes, options.space, options.processes, _tell_notes), space))
    return 0


def _tell_notes(count: int, total: int) -> None:
    print(f"\r{count} of {total} notes", end="" if count < total else "\n", file=sys.stderr, flush=True)


def _bench_phase(options: argparse.Namespace) -> int:
    from rt_timbre.benchmarks import corpus, methods
    from rt_timbre.space_store import open_space

    if options.corpus is not None:
        notes = corpus.list_notes(options.corpus, options.limit)
        print(corpus.table(corpus.measure_corpus(notes, os.cpu_count() or 1, _tell_notes)))
        return 0
    space = open_space(options.space).space
    if options.sounds:
        examples = [methods.file_example(path, space.transform) for path in options.sounds]
    else:
        examples = methods.space_examples(space)
    peers = True
    try:
        methods.check_peers()
    except TimbreError as error:
        print(error, file=sys.stderr)
        peers = False
    results = methods.measure(
        space.transform, examples, peers=peers, progress=lambda name: print(f"{name} …", file=sys.stderr, flush=True)
    )
    print(f"Frames of {space.transform.kind}, {space.transform.rate} Hz: {', '.join(e.name for e in examples)}\n")
    print(methods.table(results))
    if options.out is not None:
        methods.draw(results, options.out)
        print(f"\n{options.out}: the table, drawn")
    return 0
