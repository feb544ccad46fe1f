"""Section ``[regulariser]`` of a recipe: how perceived dissimilarities shape the latent space."""

from dataclasses import dataclass, field

from rt_timbre_export.dissimilarity import COMBINED
from rt_timbre_export.errors import RecipeError
from rt_timbre_export.toml_section import between, filled_text, one_of

KINDS = ("student", "l2", "gaussian", "prior")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulariserRecipe:
    """Section ``[regulariser]``; see `rt_timbre_export.regularisers` for the equations.

    Attributes
    ----------
    kind : str
        "student": divergence of neighbourhoods (Esling et al. 2018, section 3); "l2", "gaussian", "prior": those of
        their published code.
    dissimilarities : str
        "combined", "as published", a study, or a CSV file relative to the recipe.
    study_weights : dict of str to float
        Weight of each study's means; empty: every rating counts the same.
    alpha : float
        Weight of the regularisation.
    start : int
        Epochs that are trained without it at first.
    target_scale : float
        Factor on all target distances; at 1 the largest is 1.
    target_dimensions : int
        Dimensions of the scaling whose distances are the target; 0: the dissimilarities themselves.
    match : str
        "classes": the instruments' means are compared; "elements": every frame with every other.
    dimensions : str
        Which latent dimensions are shaped: "all", the "first", or those of the "most variant" or "least variant" means
        of training frames when the regularisation begins.
    dimension_count : int
        How many, unless all.
    """

    kind: str = one_of(*KINDS)
    dissimilarities: str = filled_text(default=COMBINED)
    study_weights: dict[str, float] = field(default_factory=dict)
    alpha: float = between(0.0, 1e6)
    start: int = between(0, 100000, " epochs")
    target_scale: float = between(1e-3, 1e3, default=1.0)
    target_dimensions: int = between(0, 64, default=3)
    match: str = one_of("classes", "elements", default="classes")
    dimensions: str = one_of("all", "first", "most variant", "least variant", default="all")
    dimension_count: int = between(1, 512, default=3)


def check_regulariser(regulariser: RegulariserRecipe, epochs: int, dimension: int) -> None:
    """Check what concerns more than one key.

    Parameters
    ----------
    regulariser : RegulariserRecipe
        The section.
    epochs, dimension : int
        ``train.epochs`` and ``model.dimension``.

    Raises
    ------
    RecipeError
        Keys do not go together.
    """
    shaped = dimension if regulariser.dimensions == "all" else regulariser.dimension_count
    if regulariser.start >= epochs:
        raise RecipeError(
            f"regulariser.start is {regulariser.start}; it must be less than train.epochs ({epochs}), "
            "or nothing is regularised"
        )
    if shaped > dimension:
        raise RecipeError(f"regulariser.dimension_count is {shaped}; it must be at most model.dimension ({dimension})")
    if regulariser.kind == "gaussian" and regulariser.target_dimensions:
        raise RecipeError(
            f"regulariser.target_dimensions is {regulariser.target_dimensions}; "
            'kind "gaussian" draws from the ratings themselves: it must be 0'
        )
    if regulariser.kind == "prior" and not 1 <= regulariser.target_dimensions <= shaped:
        raise RecipeError(
            f"regulariser.target_dimensions is {regulariser.target_dimensions}; "
            f'kind "prior" needs points: it must be from 1 to the number of shaped dimensions ({shaped})'
        )
    if regulariser.kind == "prior" and regulariser.match != "elements":
        raise RecipeError('regulariser.match is "classes"; kind "prior" acts on every frame: it must be "elements"')
