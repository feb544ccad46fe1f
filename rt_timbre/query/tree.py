"""The address tree as OSCQuery describes it: JSON made of the one table. No sockets.

The protocol is Vidvox's OSCQuery Proposal (github.com/Vidvox/OSCQueryProposal). Where that contradicts itself about
attributes that cannot be had, this module answers 204 for those that the proposal knows and this server has not, and
400 for those that nobody knows.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rt_timbre.addresses import ROWS, Parameter
from rt_timbre.errors import QueryError
from rt_timbre.table import Limits, Table, Target

NAME = "rt-timbre"
ANSWERS = {"/status": "/status.reply"}  # questions that are not answered on their own address

_SUPPORTED = ("ACCESS", "VALUE", "RANGE", "DESCRIPTION", "TAGS", "UNIT", "CLIPMODE", "OVERLOADS")
_STREAMED = ("LISTEN", "PATH_CHANGED")
_UNSUPPORTED = ("EXTENDED_TYPE", "CRITICAL", "HTML", "PATH_RENAMED", "PATH_ADDED", "PATH_REMOVED")
_ATTRIBUTES = ("FULL_PATH", "CONTENTS", "TYPE", *_SUPPORTED)
_ACCESS = {"control": 3, "action": 2, "question": 1, "notification": 1}
_UNITS = {"s": "time.second", "ms": "time.ms", "Hz": "time.hz", "MIDI": "time.midinote", "dB": "gain.db"}
_UNITS["dBFS"] = _UNITS["dB"]

Json = dict[str, Any]
Value = float | int | str | bytes | bool | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Description:
    """What the tree depends on besides the table; it changes when the space does.

    Attributes
    ----------
    limits : Limits
        Numbers of voices, dimensions and axes, and the range of the latent.
    labels : tuple of str
        Labels of the macro axes.
    names : mapping of str to tuple of str
        Names that the server keeps, by what `Parameter.names` calls them.
    """

    limits: Limits
    labels: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]

    def as_json(self) -> Json:
        """Return it as JSON; `from_json` reads it again."""
        limits = self.limits
        return {
            "voices": limits.voices,
            "axes": limits.axes,
            "low": limits.low.tolist(),
            "high": limits.high.tolist(),
            "descriptors": dict(limits.descriptors),
            "labels": list(self.labels),
            "names": {kind: list(names) for kind, names in self.names.items()},
        }

    @classmethod
    def from_json(cls, given: Json) -> "Description":
        """Return what `as_json` has written."""
        return cls(
            limits=Limits(
                voices=given["voices"],
                dimension=len(given["low"]),
                axes=given["axes"],
                low=np.array(given["low"], np.float32),
                high=np.array(given["high"], np.float32),
                descriptors={name: tuple(ends) for name, ends in given["descriptors"].items()},
            ),
            labels=tuple(given["labels"]),
            names={kind: tuple(names) for kind, names in given["names"].items()},
        )


class Tree:
    """All nodes, without values: those are given when a part of it is asked for.

    Parameters
    ----------
    description : Description
        What the tree depends on besides the table.
    """

    def __init__(self, description: Description) -> None:
        self._description = description
        self._addresses: set[str] = set()
        self._root = self._container("/")
        for address, target in Table(description.limits).addresses():
            self._add(address, target)
        for row in ROWS:
            if row.kind == "notification":
                self._add(row.template, Target(row=row, index=-1, parameters=row.parameters))

    def __contains__(self, address: object) -> bool:
        """Whether it is the address of a method."""
        return address in self._addresses

    def query(self, path: str, attributes: Sequence[str] = ()) -> "Query":
        """Say what must be known to answer a request.

        Parameters
        ----------
        path : str
            Path of the request, decoded: an address, or the beginning of some.
        attributes : sequence of str
            Attributes asked for; without any, the node is described with all that it contains.

        Returns
        -------
        Query
            The values that must be asked, and the answer once they are there.

        Raises
        ------
        QueryError
            404 if there is no such node, 400 if nobody knows such an attribute, 204 if it has no place here.
        """
        node = self._find(path)
        for attribute in attributes:
            if attribute in _UNSUPPORTED or attribute in _STREAMED:
                raise QueryError(204, f"{attribute} is not told of a node")
            if attribute not in _ATTRIBUTES:
                raise QueryError(400, f"there is no attribute {attribute[:80]!r}")
        if "VALUE" in attributes and not node["ACCESS"] & 1:
            raise QueryError(204, f"{node['FULL_PATH']} has no value to be read")
        everything = not attributes or "CONTENTS" in attributes
        if everything:
            needed = [method["FULL_PATH"] for method in _methods(node) if _answers(method)]
        else:
            own = "VALUE" in attributes or ("TYPE" in attributes and node["ACCESS"] == 1)
            needed = [node["FULL_PATH"]] if own and _answers(node) else []
        return Query(node=node, attributes=tuple(attributes), needed=tuple(needed))

    def _add(self, address: str, target: Target) -> None:
        self._addresses.add(address)
        *parents, last = address[1:].split("/")
        level, path = self._root, ""
        for part in parents:
            path += f"/{part}"
            level = level["CONTENTS"].setdefault(part, self._container(path))
        level["CONTENTS"][last] = self._method(address, target)

    def _find(self, path: str) -> Json:
        node = self._root
        for part in path.strip("/").split("/") if path.strip("/") else ():
            try:
                node = node["CONTENTS"][part]
            except KeyError:
                raise QueryError(404, f"there is nothing at {path[:200]!r}") from None
        return node

    def _container(self, path: str) -> Json:
        # Clients show the description as the name, and take two of the same name for one.
        description = path[1:].replace("/", " ") or NAME
        return {"FULL_PATH": path, "ACCESS": 0, "DESCRIPTION": description, "CONTENTS": {}}

    def _method(self, address: str, target: Target) -> Json:
        row = target.row
        section = address.split("/")[1]
        node: Json = {
            "FULL_PATH": address,
            "ACCESS": _ACCESS[row.kind],
            "DESCRIPTION": self._described(target),
            "TAGS": [row.kind, section],
        }
        if row.kind != "question":  # the type of a question is that of its answer
            node |= self._arguments(target.parameters)
            fewer = range(max(1, target.fewest), len(target.parameters))
            if fewer:
                node["OVERLOADS"] = [self._arguments(target.parameters[:count]) for count in fewer]
        return node

    def _described(self, target: Target) -> str:
        meaning = target.row.meaning
        if "{d}" in target.row.template:
            return f"dimension {target.index + 1}: {meaning}"
        if "{k}" in target.row.template:
            label = self._description.labels[target.index]
            return f"axis {target.index + 1}, {label}: {meaning}"
        return meaning

    def _arguments(self, parameters: Sequence[Parameter]) -> Json:
        """Describe arguments: lists as long as the type, null where there is nothing to tell, left out if all are."""
        given: Json = {"TYPE": "".join(parameter.type for parameter in parameters) or "I"}
        columns: dict[str, list[Any]] = {
            "RANGE": [self._range(parameter) for parameter in parameters],
            "CLIPMODE": ["both" if parameter.range and parameter.clipped else "none" for parameter in parameters],
            "UNIT": [_UNITS.get(parameter.unit) for parameter in parameters],
        }
        if "both" not in columns["CLIPMODE"]:
            del columns["CLIPMODE"]
        return given | {name: column for name, column in columns.items() if any(column)}

    def _range(self, parameter: Parameter) -> Json | None:
        if parameter.range is not None:
            low, high = parameter.range
            if parameter.type == "i":
                return {"MIN": round(low), "MAX": round(high)}
            return {"MIN": as_json(float(low)), "MAX": as_json(float(high))}
        words = parameter.choices or self._description.names.get(parameter.names, ())
        return {"VALS": list(words)} if words else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A request that has been understood.

    Attributes
    ----------
    node : dict
        The node asked for, with all that it contains, without values.
    attributes : tuple of str
        Attributes asked for, all if none.
    needed : tuple of str
        Addresses whose values the answer tells.
    """

    node: Json
    attributes: tuple[str, ...]
    needed: tuple[str, ...]

    def answer(self, values: Mapping[str, Sequence[Value]]) -> Json:
        """Return the JSON object that answers it.

        Parameters
        ----------
        values : mapping of str to sequence
            Values by address; an address without one is answered without.
        """
        if not self.attributes:
            return _with_values(self.node, values)
        node = self.node if "CONTENTS" not in self.attributes else _with_values(self.node, values)
        node = node | _told(node, values)
        return {name: node[name] for name in self.attributes if name in node}


def host_info(osc_host: str, osc_port: int, port: int) -> Json:
    """Return the object that answers ``?HOST_INFO``.

    Parameters
    ----------
    osc_host : str
        Address at which both servers are reached.
    osc_port, port : int
        UDP port of the OSC server; TCP port of HTTP and WebSocket.
    """
    extensions = dict.fromkeys((*_SUPPORTED, *_STREAMED), True) | dict.fromkeys(_UNSUPPORTED, False)
    return {
        "NAME": NAME,
        "EXTENSIONS": extensions,
        "OSC_IP": osc_host,
        "OSC_PORT": osc_port,
        "OSC_TRANSPORT": "UDP",
        "WS_IP": osc_host,
        "WS_PORT": port,
    }


def as_json(value: Value) -> Value:
    """Return an OSC value as JSON tells it: a float in the fewest digits that are the same float32, no blobs."""
    if isinstance(value, float):
        return float(str(np.float32(value))) if math.isfinite(value) else None
    return None if isinstance(value, bytes) else value


def type_of(values: Iterable[Value]) -> str:
    """Return the OSC type tags of values as this server sends them."""
    return "".join("f" if isinstance(v, float) else "s" if isinstance(v, str) else "i" for v in values)


def _methods(node: Json) -> Iterable[Json]:
    if "CONTENTS" not in node:
        yield node
    for child in node.get("CONTENTS", {}).values():
        yield from _methods(child)


def _answers(method: Json) -> bool:
    """Whether a method can be asked for its value; what is only ever sent has none that stays."""
    return bool(method["ACCESS"] & 1) and "notification" not in method["TAGS"]


def _told(node: Json, values: Mapping[str, Sequence[Value]]) -> Json:
    """Return the attributes that depend on the value of a method."""
    told: Json = {}
    given = values.get(node["FULL_PATH"], ())
    if given:
        told["VALUE"] = [as_json(value) for value in given]
        if node["ACCESS"] == 1:
            told["TYPE"] = type_of(given)
    return told


def _with_values(node: Json, values: Mapping[str, Sequence[Value]]) -> Json:
    if "CONTENTS" not in node:
        return node | _told(node, values)
    return node | {"CONTENTS": {name: _with_values(child, values) for name, child in node["CONTENTS"].items()}}
