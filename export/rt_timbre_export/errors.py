"""The errors a user of the export half can cause; each message is one clear line."""

from rt_timbre.errors import TimbreError


class RecipeError(TimbreError):
    """A recipe has an unknown key or an impossible value."""


class CorpusError(TimbreError):
    """A corpus is missing, or something in it cannot be used."""


class ClusterError(TimbreError):
    """A Dask cluster does not answer, or cannot do what it is asked to."""


class TrainingError(TimbreError):
    """A checkpoint does not fit, or there is nothing to train on."""


class StaleCheckpointError(TrainingError):
    """A checkpoint belongs to another recipe or other frames."""


class LearnError(TimbreError):
    """A folder of sounds cannot become a timbre space as asked."""


class ExportError(TimbreError):
    """A trained model cannot be turned into a timbre space that can be trusted."""


class EvaluationError(TimbreError):
    """A space cannot be measured against these notes."""


class DissimilarityError(TimbreError):
    """A table of dissimilarities is missing, faulty or incomplete."""


class FigureError(TimbreError):
    """A figure cannot be drawn of what there is, or cannot be written."""
