"""`rt-timbre monitor`: how a server does, in a terminal, over the network. The only module that imports rich."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator

from rich.console import Console, Group
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from rt_timbre.errors import OscError
from rt_timbre.meters import SILENCE, STAGES
from rt_timbre.osc import Message, encode, parse
from rt_timbre.sockets import Caller
from rt_timbre.watch import Watch, plain_line

_FRAME = 0.1  # seconds between two pictures
_LINE = 1.0  # seconds between two lines, where there is no terminal
_ASK = 0.25  # seconds between two questions
_LEASE = 10.0  # seconds of a subscription
_RENEW = 3.0  # seconds between renewals
_BAR = 32  # characters
_FLOOR = -60.0  # dBFS at the left end of a meter


def monitor(host: str, port: int) -> int:
    """Show how a server does until Ctrl-C.

    Parameters
    ----------
    host : str
        Address or name of the server.
    port : int
        Its UDP port.

    Returns
    -------
    int
        Exit status, 0.

    Raises
    ------
    ListenError
        If the host is not known.
    """
    caller = Caller(host, port)
    console = Console()
    name = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the terminal is left in order then, too
    try:
        if console.is_terminal and not console.is_dumb_terminal:
            _draw(caller, console, name)
        else:
            _print(caller, name)
    except KeyboardInterrupt:
        pass
    except BrokenPipeError:  # who read the lines has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        _say(caller, "/notify", 0)
        caller.close()
    return 0


def _draw(caller: Caller, console: Console, name: str) -> None:
    watch = Watch(time.monotonic())
    with Live(console=console, screen=True, auto_refresh=False) as live:
        for now in _times(caller, watch, _FRAME):
            live.update(picture(watch, name, now), refresh=True)


def _print(caller: Caller, name: str) -> None:
    watch = Watch(time.monotonic())
    print(f"rt-timbre monitor: {name}", flush=True)  # noqa: T201
    for now in _times(caller, watch, _LINE):
        lines = [f"{clock} {text}" for clock, text in watch.events]
        watch.events.clear()
        for line in (*lines, f"{_clock()} {plain_line(watch, now)}"):
            print(line, flush=True)  # noqa: T201


def _times(caller: Caller, watch: Watch, interval: float) -> Iterator[float]:
    """Talk with the server, and yield the time whenever `interval` seconds have passed."""
    now = time.monotonic()
    show, ask, renew = now + interval, now, now
    while True:
        now = time.monotonic()
        if watch.look(now, _clock()):
            renew = now
        if now >= renew:
            _say(caller, "/notify", 1, 0, _LEASE)
            _say(caller, "/version")
            _say(caller, "/space/info")
            renew = now + _RENEW
        if now >= ask:
            _say(caller, "/status")
            ask = now + _ASK
        if now >= show:
            yield now
            show = max(show + interval, now)
        wait = min(show, ask, renew) - time.monotonic()
        data = caller.receive(wait)
        if data is None:
            # A host may answer at once that nobody is there.
            time.sleep(max(0.0, min(show, ask, renew) - time.monotonic()))
            continue
        with contextlib.suppress(OscError):
            message = parse(data)
            if isinstance(message, Message):
                watch.take(message, time.monotonic(), _clock())


def _say(caller: Caller, address: str, *arguments: float) -> None:
    caller.send(encode(Message(address=address, arguments=arguments)))


def _clock() -> str:
    return time.strftime("%H:%M:%S")


def picture(watch: Watch, name: str, now: float) -> Panel:
    """Draw what is known of a server.

    Parameters
    ----------
    watch : Watch
        What is known.
    name : str
        Host and port.
    now : float
        Monotonic time in seconds.

    Returns
    -------
    Panel
        For a rich console, 80 columns or wider.
    """
    parts: list[Text | Table] = [_state(watch, now)]
    if watch.status is not None:
        parts += [Text(), _loads(watch), Text(), _counts(watch)]
    events = [Text(f"{clock} {text}", style="dim", no_wrap=True, overflow="ellipsis") for clock, text in watch.events]
    title = f"rt-timbre {watch.version}".rstrip() + f" at {name}"
    return Panel(Group(*parts, Text(), *events), title=title, subtitle="Ctrl-C ends", title_align="left")


def _state(watch: Watch, now: float) -> Text:
    away, status = watch.silent(now), watch.status
    if away:
        return Text(f"no answer for {away:.0f} s; still asking", style="bold red")
    if watch.problem:
        return Text(watch.problem, style="bold red")
    if status is None:
        return Text("waiting for an answer", style="yellow")
    playing = status.state == "playing"
    voices = f"{status.sounding} of {watch.voices}" if watch.voices else str(status.sounding)
    text = Text(status.state, style="bold green" if playing else "bold yellow")
    text.append(
        f"   space {status.space}   voices {voices}   {status.rate:.0f} Hz   "
        f"{status.phase} ({status.phase_delay:.1f} ms)",
        style="not bold default",
    )
    return text


def _loads(watch: Watch) -> Table:
    """Draw the loads of the stages, then the level."""
    status = watch.status
    assert status is not None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading, side in (("load", "left"), ("", "left"), ("mean", "right"), ("p99", "right"), ("peak", "right")):
        table.add_column(heading, justify="right" if side == "right" else "left", no_wrap=True)
    rows = [("hop", (status.load_mean, status.load_peak, status.load_p99))]
    rows += [(stage, status.stage(stage)) for stage in STAGES]
    for stage, (mean, peak, p99) in rows:
        table.add_row(stage, _bar(mean, mean), f"{mean:.1%}", f"{p99:.1%}", f"{peak:.1%}")
    table.add_row()
    for side, level in zip(("left", "right"), watch.peaks or (), strict=False):
        shown = f"{level:.1f} dB" if level > SILENCE else "silent"
        table.add_row(side, _bar(1.0 - max(level, _FLOOR) / _FLOOR, 0.95 if level > -1.0 else 0.0), shown)
    return table


def _bar(share: float, danger: float) -> Text:
    """Draw a share, the redder the more dangerous it is."""
    filled = round(max(0.0, min(1.0, share)) * _BAR)
    style = "red" if danger > 0.85 else "yellow" if danger > 0.6 else "green"
    text = Text("━" * filled, style=style)
    text.append("─" * (_BAR - filled), style="dim")
    return text


def _counts(watch: Watch) -> Table:
    status = watch.status
    assert status is not None
    table = Table.grid(padding=(0, 2, 0, 0))
    cells = [
        ("underruns", f"{status.underruns}", status.underruns > 0),
        ("late hops", f"{status.late_hops}", status.late_hops > 0),
        ("faults", f"{status.faults}", status.faults > 0),
        ("late bundles", f"{status.late_bundles}", False),
        ("refused", f"{status.refused}", False),
        ("buffer", f"{status.buffer_fill:.1f} ms", False),
        ("control to sound", f"{status.control_to_sound:.1f} ms", False),
        ("hop", f"{status.frame_p50:.2f} ms, p99 {status.frame_p99:.2f} ms", False),
    ]
    for first in range(0, len(cells), 3):
        row: list[Text] = []
        for label, figure, bad in cells[first : first + 3]:
            row += [Text(label, style="dim"), Text(figure, style="red" if bad else "")]
        table.add_row(*row)
    return table
