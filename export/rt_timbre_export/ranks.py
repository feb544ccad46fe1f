"""Training on several processes (ranks), as torchrun starts them; in a process of its own, all this does nothing."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import numpy as np
import torch
import torch.distributed as dist
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.distributed.nn.functional import all_reduce
from torch.nn.parallel import DistributedDataParallel

_PATIENCE = timedelta(hours=24)  # the first rank may analyse a large corpus while the others wait
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Ranks:
    """The processes that train together, seen from one of them.

    Attributes
    ----------
    rank, count : int
        Number of this one, from 0, and of all.
    """

    rank: int
    count: int

    @property
    def first(self) -> bool:
        """Whether this is the process that writes files and reports."""
        return self.rank == 0

    def part(self, size: int) -> slice:
        """Return this process's part of a batch of a size; the parts differ by one at most."""
        return slice(size * self.rank // self.count, size * (self.rank + 1) // self.count)

    def spread(self, module: nn.Module) -> nn.Module:
        """Return a module whose gradients are averaged over all processes."""
        return DistributedDataParallel(module) if self.count > 1 else module

    def whole(self, values: Tensor, size: int) -> Tensor:
        """Return the rows of all processes [size, D] from those of each one's `part`; gradients flow back."""
        if self.count == 1:
            return values
        rows = torch.zeros(size, values.shape[1], dtype=values.dtype, device=values.device)
        rows[self.part(size)] = values
        gathered: Tensor = all_reduce(rows)  # type: ignore[no-untyped-call]
        return gathered

    def total(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the sum of what all processes have."""
        if self.count == 1:
            return values
        tensor = torch.from_numpy(values).to(device())
        dist.all_reduce(tensor)
        return tensor.cpu().numpy()

    def wait(self) -> None:
        """Go on when all processes are here."""
        if self.count > 1:
            dist.barrier()

    def first_then_others(self, work: Callable[[], _Result]) -> _Result:
        """Do some work, which keeps its result in a file, in the first process before the others find the file."""
        result = work() if self.first else None
        self.wait()
        return work() if result is None else result


def device() -> torch.device:
    """Return where this process computes: its GPU where there is one."""
    if torch.cuda.is_available():
        return torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")) % torch.cuda.device_count())
    return torch.device("cpu")


def started() -> bool:
    """Return whether torchrun started this process together with others."""
    return int(os.environ.get("WORLD_SIZE", "1")) > 1


def joined() -> Ranks:
    """Join the other processes, if torchrun started any, and return who is there."""
    if not started():
        return Ranks(0, 1)
    if not dist.is_initialized():
        if torch.cuda.is_available():
            torch.cuda.set_device(device())
        dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo", timeout=_PATIENCE)
    return Ranks(dist.get_rank(), dist.get_world_size())


def leave() -> None:
    """Part from the other processes."""
    if dist.is_available() and dist.is_initialized():
        dist.destroy_process_group()
