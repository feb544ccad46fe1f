"""How well and how fast targets of descriptors are met in the bundled space.

Each target lies in the calibrated range at its pitch, uniform as it is heard (by ratio; loudness in dB); several at
once are what one of the space's notes has there. It is sought from another instrument, or, in small steps of the first
descriptor, from where the last one was met, as a control sends them, while the others are to stay what they were. The
way is in standard deviations of the space's points; time is what the process has computed, not the clock's.
"""

import argparse
import time
from collections.abc import Iterator

import numpy as np

from rt_timbre.descriptors.seeking.seeker import Seeker
from rt_timbre.space_store import open_space

_PITCHES = 40.0, 50.0, 60.0, 70.0, 80.0, 88.0
_STEP = 0.04  # of the range: standard deviation of a small step
_SETS = (
    *(("centroid",), ("bandwidth",), ("flatness",), ("rolloff",), ("loudness",)),
    *(("centroid", "loudness"), ("centroid", "flatness"), ("centroid", "bandwidth")),
    ("centroid", "bandwidth", "flatness"),
)


class Trial:
    """Counts what is reached of one set of descriptors."""

    def __init__(self, seeker: Seeker, names: tuple[str, ...], seed: int) -> None:
        self._seeker = seeker
        self._space = open_space("orchestra").space
        self._names = names
        self._random = np.random.default_rng(seed)
        points = self._space.points.latent.astype(float)
        self._covariance = np.cov(points.T, ddof=0)
        self.rows: list[tuple[float, float, float]] = []  # worst miss in ranges, standard deviations, milliseconds

    def seek(self, latent: np.ndarray, pitch: float, targets: dict[str, float]) -> np.ndarray:
        """Seek, count, and return where that has led."""
        start = time.process_time()
        found = self._seeker.seek(latent, pitch, targets)
        elapsed = 1000.0 * (time.process_time() - start)
        misses = []
        for name, target in targets.items():
            low, high = self._space.calibration.range_at(name, pitch)
            misses.append(abs(found.reached[name] - target) / max(high - low, 1.0 if name == "loudness" else 0.0))
        way = found.latent.astype(float) - latent
        self.rows.append((max(misses), float(np.sqrt(way @ np.linalg.solve(self._covariance, way))), elapsed))
        return found.latent

    def from_others(self, count: int) -> None:
        """From one instrument to what is anywhere in the range."""
        for index in range(count):
            pitch = _PITCHES[index % len(_PITCHES)]
            start = self._random.choice(self._space.anchors).latent
            if len(self._names) == 1:
                targets = {self._names[0]: self._inside(self._names[0], pitch, self._random.uniform())}
            else:
                note = self._seeker.seek(self._random.choice(self._space.points.latent), pitch, {}).reached
                targets = {name: note[name] for name in self._names}
            self.seek(start, pitch, targets)

    def in_steps(self, count: int) -> None:
        """Of the first descriptor, while the others are held."""
        for index, pitch in enumerate(_PITCHES):
            latent = self._space.anchors[2 * index].latent
            here = self._seeker.seek(latent, pitch, {}).reached
            targets = {name: here[name] for name in self._names}
            share = self._random.uniform(0.3, 0.7)
            for _ in range(count // len(_PITCHES)):
                share = min(max(share + _STEP * self._random.standard_normal(), 0.0), 1.0)
                targets[self._names[0]] = self._inside(self._names[0], pitch, share)
                latent = self.seek(latent, pitch, targets)

    def _inside(self, name: str, pitch: float, share: float) -> float:
        low, high = self._space.calibration.range_at(name, pitch)
        return (
            low + share * (high - low)
            if name == "loudness"
            else float(np.geomspace(max(low, 1e-9), high, 1001)[round(1000 * share)])
        )

    def summary(self) -> str:
        """Return the figures of a row."""
        misses, ways, elapsed = np.transpose(self.rows)
        return (
            f"{np.mean(misses < 0.01):.1%} | {np.mean(misses < 0.05):.1%} | {np.median(ways):.1f} | "
            f"{np.median(elapsed):.1f} | {np.percentile(elapsed, 99):.1f}"
        )


def lines(count: int, seed: int) -> Iterator[str]:
    """Give the lines of a Markdown table."""
    seeker = Seeker(open_space("orchestra").space)
    seeker.warm()
    yield "| Targets | From | Within 1 % of the range | 5 % | Median way | Median ms | 99th percentile ms |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for names in _SETS:
        for way in ("another instrument", "small steps"):
            trial = Trial(seeker, names, seed)
            (trial.from_others if way == "another instrument" else trial.in_steps)(count)
            yield f"| {', '.join(names)} | {way} | {trial.summary()} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=600, help="targets a row (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of targets and starts (default %(default)s)")
    options = parser.parse_args()
    for line in lines(options.count, options.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
