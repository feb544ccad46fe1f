"""How well descriptors follow curves along paths through a space: by Algorithm 1 of the paper, and by `follow`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from rt_timbre.paths.follow import follow
from rt_timbre.paths.followed import Followed
from rt_timbre.paths.printed import COUNT, printed
from rt_timbre.space import Space
from rt_timbre_export import networks
from rt_timbre_export.classifier import Classifier
from rt_timbre_export.dataset import TRAIN, Dataset
from rt_timbre_export.descriptor_cases import Case
from rt_timbre_export.errors import EvaluationError
from rt_timbre_export.parallel import in_order

RADII = (0.05, 0.1, 0.2, 0.4)
"""Of the neighbourhood of Algorithm 1, in standard deviations; the paper states none."""

FOLLOW = "follow"
"""Name of the method that is ours."""

_CLASSIFIER_SEED = 1
_AT_ONCE = 5  # curves that a process is given: a space is not sent for each

Method = Callable[[Space, Case], Followed]
Judge = Callable[[NDArray[np.float32], float], list[str]]
"""Takes frames float32 [N, K] and their MIDI note, gives the names of instruments."""


def _printed(space: Space, case: Case, radius: float) -> Followed:
    return printed(
        space, case.origin, case.pitch, case.descriptor, case.target, case.times, radius=radius, seed=0, count=COUNT
    )


def _follow(space: Space, case: Case) -> Followed:
    return follow(space, case.origin, case.pitch, case.descriptor, case.target, case.times)


METHODS: dict[str, Method] = {
    f"Algorithm 1, radius {radius:g}": partial(_printed, radius=radius) for radius in RADII
} | {FOLLOW: _follow}
"""What is compared, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a path is like.

    Attributes
    ----------
    error : float
        Root mean square of what is missed, over the range of the case.
    length : float
        Sum of the distances of its points, from the origin on, in the latent space.
    largest : float
        The largest of them.
    kept : float
        Share of its frames that a classifier gives the origin's instrument.
    """

    error: float
    length: float
    largest: float
    kept: float


def trained_judge(space: Space, dataset: Dataset) -> Judge:
    """Train a classifier on the training frames of a dataset.

    Parameters
    ----------
    space : Space
        The space whose frames it is to judge.
    dataset : Dataset
        Analysed with the space's transform.

    Returns
    -------
    callable
        Takes frames float32 [N, K] and their MIDI note, and gives the names of instruments.

    Raises
    ------
    EvaluationError
        The frames are of other bands.
    """
    if not np.array_equal(space.transform.centres, dataset.transform.centres):
        raise EvaluationError(f"{space.name} has other bands than the notes of the recipe were analysed with")
    train = dataset.select(TRAIN)
    frames, pitch, label = dataset.frames[train], dataset.pitch[train], dataset.instrument[train]
    classifier = Classifier(frames, pitch, label, dataset.transform.centres, seed=_CLASSIFIER_SEED)

    def judge(frames: NDArray[np.float32], pitch: float) -> list[str]:
        return [
            dataset.instruments[index] for index in classifier.name(frames, np.full(len(frames), pitch, np.float32))
        ]

    return judge


def follow_all(
    space: Space, cases: Sequence[Case], methods: Mapping[str, Method], *, processes: int
) -> dict[str, list[Followed]]:
    """Follow the curves of all cases by all methods.

    Parameters
    ----------
    space : Space
        The space.
    cases : sequence of Case
        The curves.
    methods : mapping of str to callable
        The methods by name.
    processes : int
        How many take part.

    Returns
    -------
    dict of str to list of Followed
        Of each method, for every case.
    """
    jobs = [(method, case) for method in methods.values() for case in cases]
    parts = [jobs[i : i + _AT_ONCE] for i in range(0, len(jobs), _AT_ONCE)]
    found = [one for part in in_order(partial(_done, space), parts, processes=processes) for one in part]
    return {name: found[i * len(cases) : (i + 1) * len(cases)] for i, name in enumerate(methods)}


def _done(space: Space, jobs: Sequence[tuple[Method, Case]]) -> list[Followed]:
    return [method(space, case) for method, case in jobs]


def score(space: Space, case: Case, found: Followed, judge: Judge) -> Score:
    """Measure a path.

    Parameters
    ----------
    space : Space
        The space.
    case : Case
        What was to be followed.
    found : Followed
        The path.
    judge : callable
        See `trained_judge`.

    Returns
    -------
    Score
        What it is like.
    """
    points = np.vstack([case.origin, found.path.latents])
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    names = judge(decoded(space, found.path.latents, case.pitch), case.pitch)
    return Score(
        error=found.error / (case.high - case.low),
        length=float(steps.sum()),
        largest=float(steps.max()),
        kept=names.count(case.instrument) / len(names),
    )


def decoded(space: Space, latents: NDArray[np.floating], pitch: float) -> NDArray[np.float32]:
    """Return the frames, float32 [N, K], of points [N, D] at a MIDI note."""
    points = np.asarray(latents, np.float32)
    pitches = np.full(len(points), pitch, np.float32)
    return networks.decode(space.decoder, points, pitches, conditioned=space.conditioned)
