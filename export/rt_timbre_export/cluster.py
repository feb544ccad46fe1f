"""joblib's work on the workers of a Dask cluster: the only module that imports distributed."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import distributed
import joblib
from joblib._dask import DaskDistributedBackend

from rt_timbre_export.errors import ClusterError

_ANSWER = 5.0  # seconds within which a scheduler must answer


@contextmanager
def on_cluster(scheduler: str, versions: Callable[[], dict[str, str]]) -> Iterator[None]:
    """Let `joblib.Parallel` that is made and used within this context work on a cluster.

    Parameters
    ----------
    scheduler : str
        Address of the cluster's scheduler, as "127.0.0.1:8786".
    versions : callable
        Returns the versions of what the work needs, by name; it is called here and by the workers.

    Raises
    ------
    ClusterError
        Within a few seconds, if no scheduler answers there, it has no workers, or they have other versions; later, if
        the connection or the workers are lost.
    """
    _check_answer(scheduler)
    log = logging.getLogger("distributed.client")
    level = log.level
    log.setLevel(logging.CRITICAL)  # what goes wrong is raised as an error, once
    try:
        with distributed.Client(scheduler, timeout=_ANSWER, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            _check_workers(client, scheduler, versions)
            with joblib.parallel_config(backend=_Backend(client=client)):
                yield
    except (OSError, distributed.KilledWorker, distributed.client.FutureCancelledError) as error:
        raise ClusterError(f"the cluster of the scheduler {scheduler} failed: {_line(error)}") from None
    finally:
        log.setLevel(level)


class _Backend(DaskDistributedBackend):  # type: ignore[misc]
    """joblib's, which of itself waits for ever for what was lost with its worker."""

    def effective_n_jobs(self, n_jobs: int) -> int:
        found: int = super().effective_n_jobs(n_jobs)
        return max(2, found)  # with 1, joblib would do the work in this process

    def submit(self, func: Any, callback: Callable[[Any], None]) -> Future[Any]:
        future: Future[Any] = super().submit(func, callback)

        def report(done: Future[Any]) -> None:
            error = done.exception()
            if error is not None:
                callback(error)

        future.add_done_callback(report)
        return future


def _check_answer(scheduler: str) -> None:
    """Ask who is there, before there is a client: one that gets no answer goes on trying after its error."""

    async def kind() -> Any:
        async with distributed.rpc(scheduler, timeout=_ANSWER) as remote:  # type: ignore[no-untyped-call]
            return (await asyncio.wait_for(remote.identity(), _ANSWER))["type"]

    try:
        answer = asyncio.run(kind())
    except (OSError, MemoryError):  # the latter where a web server answers
        raise ClusterError(f"no Dask scheduler answers at {scheduler!r}") from None
    except (ValueError, TypeError) as error:
        raise ClusterError(f"no Dask scheduler answers at {scheduler!r}: {_line(error)}") from None
    if answer != "Scheduler":
        raise ClusterError(f"at {scheduler!r} there is no Dask scheduler but a {answer.lower()}")


def _check_workers(client: Any, scheduler: str, versions: Callable[[], dict[str, str]]) -> None:
    """Compare the versions of all workers with those here: with others the results could be others."""
    try:
        client.wait_for_workers(1, timeout=_ANSWER)
    except TimeoutError:
        raise ClusterError(f"the scheduler {scheduler} has no workers: start some by dask worker {scheduler}") from None
    here = versions()
    for worker, there in client.run(versions, on_error="return").items():
        if isinstance(there, Exception):
            needs = "it needs the same rt-timbre[export] as this machine"
            raise ClusterError(f"the worker {worker} cannot do this: {_line(there)}; {needs}")
        for name, version in here.items():
            if there[name] != version:
                raise ClusterError(f"the worker {worker} has {name} {there[name]}; this machine has {version}")


def _line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
