"""What a process asks of the system so that it is never late: scheduling, memory, garbage, life and death."""

import ctypes
import gc
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_MCL_CURRENT_AND_FUTURE = 3
_PRIORITY = 60
_SWITCH_INTERVAL = 0.0005  # seconds


def die_with_parent() -> None:
    """Have the kernel end this process when the thread that started it ends (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def request_realtime() -> list[str]:
    """Ask for FIFO scheduling and for memory that is never swapped.

    Returns
    -------
    list of str
        What was refused, for one line of warning; being refused is usual for an ordinary user.
    """
    refused = []
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(_PRIORITY))
    except (AttributeError, OSError):
        refused.append("realtime scheduling")
    try:
        locked = ctypes.CDLL(None).mlockall(_MCL_CURRENT_AND_FUTURE) == 0
    except (AttributeError, OSError):
        locked = False
    if not locked:
        refused.append("locked memory")
    return refused


def freeze_garbage() -> None:
    """Keep the collector out of the loop: one collection holds the GIL for 70 ms. Call after all is warm."""
    gc.collect()
    gc.freeze()
    gc.disable()
    sys.setswitchinterval(_SWITCH_INTERVAL)
