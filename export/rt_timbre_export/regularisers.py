r"""Terms R(z, T) that make distances in the latent space those that listeners perceive.

Esling, Chemla-Romeu-Santos and Bitton (DAFx 2018) write their objective as a bound to be maximised, plus α R (equation
8); as R is a mismatch, that would reward it. Here the loss −ELBO + α R is minimised.

T are distances between instruments: those of a space made by multi-dimensional scaling of the ratings (as in the
paper), or the mean ratings themselves; in both cases divided by the largest and multiplied by `target_scale`. z are
means of posteriors: one for each instrument, the mean over its frames in the batch (matching "classes", as in the
paper), or every frame's own ("elements").

student
    R = Σ_i Σ_j≠i p(j|i) log(p(j|i) / t(j|i)), where p(j|i) = exp(−‖z_i − z_j‖² / 2σ²) / Σ_k≠i exp(−‖z_i − z_k‖² / 2σ²),
    σ = 1/√2 (equation 9), and t(j|i) = (1 + T_ij²)⁻¹ / Σ_k≠i (1 + T_ik²)⁻¹. Equation 10 divides by the sum over all
    pairs instead of those of i; rows that sum to 1, as those of equation 9, make R a sum of divergences, and so never
    negative. The published code's form has no squares.
l2
    R = √(Σ_i Σ_j (‖z_i − z_j‖ − T_ij)²), as in the published code.
gaussian
    As l2, with T_ij drawn anew for every batch from a normal distribution with the mean and the deviation of the
    ratings of i and j, as in the published code; but drawn once for (i, j) and (j, i), and not divided by the greatest
    draw.
prior
    R = mean over frames of KL(q(z|x) ‖ N(m_c, s_c²)) − KL(q(z|x) ‖ N(0, 1)): with α = β this is the published code's
    class prior in the place of the normal one. m_c are points of the scaling; s_c is the mean deviation of the ratings
    of instrument c, in units of T (the published code rescales it to 0.01…2).

As with target_scale = 1 the rows t are nearly flat, points that are all equally far from each other have a small R
already (`of_equal_distances`): figures are to be read beside that.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rt_timbre.instrument_names import matched_names
from rt_timbre_export.dissimilarity import Dissimilarities
from rt_timbre_export.errors import DissimilarityError
from rt_timbre_export.regulariser_recipe import RegulariserRecipe
from rt_timbre_export.scaling import Scaling, distances, scale

_VARIANCE = 0.5  # σ², σ = 1/√2
_LEAST_SQUARE = 1e-9  # added to squares before a root: its slope stays finite
_FEWEST = 3  # instruments: with two there is but one distance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """The distances wanted between the instruments of a corpus.

    Attributes
    ----------
    names : tuple of str [N]
        Instruments, as the corpus calls them.
    distance : ndarray of float64 [N, N]
        T; the largest between any two instruments of the table is the target scale.
    deviation : ndarray of float64 [N, N]
        Standard deviation of the ratings, in the same units.
    points : ndarray of float64 [N, M]
        The instruments in the scaling, in the same units; M is 0 where the dissimilarities themselves are the target.
    unrated, unheard : tuple of str
        Instruments of the corpus that the table lacks, and of the table that the corpus lacks: they do not count.
    """

    names: tuple[str, ...]
    distance: NDArray[np.float64]
    deviation: NDArray[np.float64]
    points: NDArray[np.float64]
    unrated: tuple[str, ...]
    unheard: tuple[str, ...]


def target(
    table: Dissimilarities, instruments: tuple[str, ...], *, dimensions: int = 3, scale_to: float = 1.0
) -> Target:
    """Return the distances wanted between the instruments of a corpus.

    Parameters
    ----------
    table : Dissimilarities
        The ratings.
    instruments : tuple of str
        The corpus's; those that the table lacks are left out, as its own that the corpus lacks.
    dimensions : int
        Of the scaling; 0: the dissimilarities themselves.
    scale_to : float
        The largest distance in the table.

    Returns
    -------
    Target
        In the order of `instruments`.

    Raises
    ------
    DissimilarityError
        Fewer than three instruments are in both, or the table lacks pairs of these.
    """
    called = matched_names(instruments, table.names)
    known = [name for name in instruments if called[name] in table.names]
    if len(known) < _FEWEST:
        raise DissimilarityError(
            f"{table.title} and the corpus have {len(known)} instruments in common ({', '.join(known) or 'none'}); "
            f"at least {_FEWEST} are needed. The corpus has {', '.join(instruments)}; "
            f"the table has {', '.join(table.names)}"
        )
    own = table.only(called[name] for name in known)
    own.require_complete()
    scaling = (
        scale(own, dimensions)
        if dimensions
        else Scaling(names=own.names, positions=np.zeros((len(known), 0)), stress=0)
    )
    distance = distances(scaling.positions) if dimensions else own.mean
    unit = scale_to / distance.max()
    return Target(
        names=tuple(known),
        distance=distance * unit,
        deviation=own.deviation * unit,
        points=scaling.positions * unit,
        unrated=tuple(name for name in instruments if name not in known),
        unheard=tuple(name for name in table.names if name not in own.names),
    )


def neighbourhoods(points: Tensor) -> Tensor:
    """Return log p(j|i) [N, N] of points [N, D] (equation 9); −inf on the diagonal."""
    return _rows(-_squares(points) / (2.0 * _VARIANCE))


def target_neighbourhoods(distance: Tensor) -> Tensor:
    """Return log t(j|i) [N, N] of distances [N, N] (equation 10, rows normalised); −inf on the diagonal."""
    return _rows(-torch.log1p(distance.square()))


def student(points: Tensor, distance: Tensor) -> Tensor:
    """Return R [] of points [N, D] and distances wanted [N, N], in nats."""
    found, wanted = neighbourhoods(points), target_neighbourhoods(distance)
    others = ~torch.eye(len(points), dtype=torch.bool, device=points.device)
    return (found.exp()[others] * (found[others] - wanted[others])).sum()


def squared_error(points: Tensor, distance: Tensor) -> Tensor:
    """Return √(Σ (‖z_i − z_j‖ − T_ij)²) [] of points [N, D] and distances wanted [N, N]."""
    others = ~torch.eye(len(points), dtype=torch.bool, device=points.device)
    found = torch.sqrt(_squares(points)[others] + _LEAST_SQUARE)
    return torch.sqrt((found - distance[others]).square().sum() + _LEAST_SQUARE)


def class_prior(mean: Tensor, log_variance: Tensor, centre: Tensor, deviation: Tensor) -> Tensor:
    """Return the mean over frames of KL(q ‖ class prior) − KL(q ‖ standard normal), in nats.

    Parameters
    ----------
    mean, log_variance : Tensor [B, D]
        Of the posteriors.
    centre, deviation : Tensor [B, D], [B, 1]
        Of the priors of the frames' classes.

    Returns
    -------
    Tensor []
        The difference.
    """
    variance = deviation.square()
    square, spread = (mean - centre).square(), log_variance.exp()
    own = (square + spread) / variance + torch.log(variance)
    return 0.5 * (own - mean.square() - spread).sum(dim=1).mean()


def of_equal_distances(wanted: Target) -> float:
    """Return R of "student" for points that are all equally far from each other: a space that says nothing."""
    count = len(wanted.names)
    distance = torch.from_numpy(wanted.distance)
    others = ~torch.eye(count, dtype=torch.bool)
    return float(-np.log(count - 1) * count - target_neighbourhoods(distance)[others].sum() / (count - 1))


class Regulariser:
    """The term of a recipe.

    Parameters
    ----------
    recipe : RegulariserRecipe
        The section.
    wanted : Target
        The distances.
    instruments : tuple of str
        The corpus's, in the order of their labels.
    device : torch.device
        Where the frames are.
    """

    def __init__(
        self, recipe: RegulariserRecipe, wanted: Target, instruments: tuple[str, ...], device: torch.device
    ) -> None:
        self._recipe = recipe
        self._distance = torch.from_numpy(wanted.distance.astype(np.float32)).to(device)
        self._deviation = torch.from_numpy(wanted.deviation.astype(np.float32)).to(device)
        self._points = torch.from_numpy(wanted.points.astype(np.float32)).to(device)
        place = [wanted.names.index(name) if name in wanted.names else -1 for name in instruments]
        self._place = torch.tensor(place, device=device)

    def choose(self, means: Tensor) -> Tensor:
        """Return the latent dimensions, int64 [S], that are shaped, from the means [N, D] of the training frames."""
        recipe, size = self._recipe, means.shape[1]
        if recipe.dimensions == "all":
            return torch.arange(size, device=means.device)
        if recipe.dimensions == "first":
            return torch.arange(recipe.dimension_count, device=means.device)
        order = torch.argsort(means.var(dim=0), descending=recipe.dimensions == "most variant", stable=True)
        return order[: recipe.dimension_count]

    def __call__(self, mean: Tensor, log_variance: Tensor, label: Tensor, chance: torch.Generator) -> Tensor:
        """Return R of a batch.

        Parameters
        ----------
        mean, log_variance : Tensor [B, S]
            Of the posteriors, in the dimensions that are shaped.
        label : Tensor of int64 [B]
            Instruments of the corpus.
        chance : torch.Generator
            What is drawn is drawn from this.

        Returns
        -------
        Tensor []
            0 where the batch has fewer than two instruments of the table.
        """
        place = self._place[label]
        known = place >= 0
        mean, log_variance, place = mean[known], log_variance[known], place[known]
        present = torch.unique(place)
        if len(present) < 2:
            return mean.sum() * 0.0
        if self._recipe.kind == "prior":
            centre = torch.nn.functional.pad(self._points[place], (0, mean.shape[1] - self._points.shape[1]))
            own = self._deviation.sum(dim=1, keepdim=True) / (len(self._deviation) - 1)
            return class_prior(mean, log_variance, centre, own[place])
        if self._recipe.match == "classes":
            one_hot = (place == present[:, None]).to(mean.dtype)
            mean, place = one_hot @ mean / one_hot.sum(dim=1, keepdim=True), present
        wanted = self._wanted(chance)[place][:, place]
        return student(mean, wanted) if self._recipe.kind == "student" else squared_error(mean, wanted)

    def _wanted(self, chance: torch.Generator) -> Tensor:
        if self._recipe.kind != "gaussian":
            return self._distance
        noise = torch.randn(self._distance.shape, generator=chance).triu(1).to(self._distance.device)
        return self._distance + self._deviation * (noise + noise.T)


def _squares(points: Tensor) -> Tensor:
    return (points[:, None, :] - points[None, :, :]).square().sum(dim=2)


def _rows(scores: Tensor) -> Tensor:
    own = torch.eye(len(scores), dtype=torch.bool, device=scores.device)
    return torch.log_softmax(scores.masked_fill(own, -torch.inf), dim=1)
