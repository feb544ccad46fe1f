"""What a process asks of the system so that it is never late: scheduling, memory, garbage, life and death."""

import contextlib
import ctypes
import gc
import os
import select
import signal
import sys
import time

_PR_SET_PDEATHSIG = 1
_MCL_CURRENT_AND_FUTURE = 3
_MCL_ONFAULT = 4  # Linux: lock what is used, not all that was ever reserved
_PRIORITY = 4  # above every ordinary process, below the threads of a JACK server, which are at 5 and more
# Seconds that a thread with other work may hold the interpreter against the loop, which asks for it several times a
# hop: while a space was loaded, hops of 0.8 ms took up to 6.6 ms with half a millisecond here, 2.4 ms with this.
_SWITCH_INTERVAL = 0.00002


def die_with_parent() -> None:
    """Have the kernel end this process when the thread that started it ends (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def parent_gone(seconds: float) -> bool:
    """Wait; return at once, and true, when standard input has ended, which the parent keeps open while it lives."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([0], [], [], left)
        if ready and not os.read(0, 4096):
            return True
    return False


def request_realtime() -> list[str]:
    """Ask for FIFO scheduling and for memory that is never swapped.

    Returns
    -------
    list of str
        What was refused, for one line of warning; being refused is usual for an ordinary user.
    """
    refused = []
    try:
        _schedule(_PRIORITY)
    except (AttributeError, OSError):
        refused.append("realtime scheduling")
    try:
        flags = _MCL_CURRENT_AND_FUTURE | (_MCL_ONFAULT if sys.platform == "linux" else 0)
        locked = ctypes.CDLL(None).mlockall(flags) == 0
    except (AttributeError, OSError):
        locked = False
    if not locked:
        refused.append("locked memory")
    return refused


def request_realtime_thread() -> None:
    """Ask for FIFO scheduling, below the loop, of the thread that calls.

    A thread that other processes can interrupt while it holds the GIL holds up the loop.
    """
    with contextlib.suppress(AttributeError, OSError):  # refused to the loop as well, which says so
        _schedule(_PRIORITY - 1)


def _schedule(priority: int) -> None:
    """Schedule the thread that calls first in, first out; processes that it starts begin as ordinary ones."""
    policy = os.SCHED_FIFO | getattr(os, "SCHED_RESET_ON_FORK", 0)
    os.sched_setscheduler(0, policy, os.sched_param(priority))


def freeze_garbage() -> None:
    """Keep the collector out of the loop: one collection holds the GIL for 70 ms. Call after all is warm."""
    gc.collect()
    gc.freeze()
    gc.disable()
    sys.setswitchinterval(_SWITCH_INTERVAL)


def thaw_garbage() -> None:
    """Undo `freeze_garbage` after the loop, so that all is taken down in order."""
    gc.unfreeze()
    gc.enable()
