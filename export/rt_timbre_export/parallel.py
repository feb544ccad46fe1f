"""The same work on many things, at once: by joblib, in processes of this machine or on a Dask cluster."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

import joblib

from rt_timbre_export.errors import ClusterError

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def in_order(
    work: Callable[[_Item], _Result],
    items: Iterable[_Item],
    *,
    processes: int,
    scheduler: str | None = None,
    versions: Callable[[], dict[str, str]] = dict,
) -> Iterator[_Result]:
    """Do the same to many things at once, and give the results in their order, each as soon as it can be.

    Parameters
    ----------
    work : callable
        What is done to each. It, what it takes and what it returns are sent to other processes.
    items : iterable
        What it is done to.
    processes : int
        How many processes of this machine take part; with 1 everything is done in this one.
    scheduler : str, optional
        Address of the scheduler of a Dask cluster, as "127.0.0.1:8786": then its workers do all, and `processes` does
        not count.
    versions : callable
        Returns the versions of what the work needs, by name: those of the workers must be the same as here. Nothing
        is compared by default.

    Yields
    ------
    Any
        What `work` returned for each of the items.

    Raises
    ------
    ClusterError
        The cluster does not answer, or cannot do the work; see `cluster.on_cluster`.
    """
    with nullcontext() if scheduler is None else _cluster(scheduler, versions):
        yield from joblib.Parallel(n_jobs=processes, return_as="generator")(joblib.delayed(work)(x) for x in items)


def _cluster(scheduler: str, versions: Callable[[], dict[str, str]]) -> AbstractContextManager[None]:
    try:
        from rt_timbre_export.cluster import on_cluster
    except ImportError:
        raise ClusterError("distributed is not installed: pip install 'rt-timbre[cluster]'") from None
    return on_cluster(scheduler, versions)
