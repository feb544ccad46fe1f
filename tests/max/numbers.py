"""Numbers: kept, calculated, scaled. An operator is one of ints unless its argument is a float."""

import ast
import math
import operator
import re

from tests.max.atoms import is_number, number
from tests.max.box import Box, known_as


class Kept(Box):
    """A number that is kept: on the left it goes out, on the right it does not."""

    inlets = 2
    kind = int

    def set_up(self):
        self.number = self.kind(number(self.arguments[0])) if self.arguments else self.kind(0)

    def on_bang(self, inlet):
        if inlet:
            self.error("doesn't understand 'bang' in its right inlet")
        else:
            self.value(0, self.number)

    def on_int(self, inlet, value):
        self.number = self.kind(value)
        if inlet == 0:
            self.value(0, self.number)

    on_float = on_int

    def on_set(self, inlet, atoms):
        self.number = self.kind(number(atoms[0]))

    def on_list(self, inlet, atoms):
        self.doubt("the reference does not say what a list does")
        self.on_int(inlet, number(atoms[0]))


@known_as("int", "i")
class Int(Kept):
    """An int; a float is cut."""


@known_as("float", "f")
class Float(Kept):
    """A float."""

    kind = float


def _divide(a, b):
    if b == 0:
        return 0
    return a / b if isinstance(a, float) else int(a / b)


def _modulo(a, b):
    if b == 0:
        return 0
    return math.fmod(a, b) if isinstance(a, float) else int(math.fmod(a, b))


OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divide,
    "%": _modulo,
    "!-": lambda a, b: b - a,
    "!/": lambda a, b: _divide(b, a),
}
COMPARISONS = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "&&": lambda a, b: bool(a) and bool(b),
    "||": lambda a, b: bool(a) or bool(b),
}


class Operator(Box):
    """The left inlet calculates, the right one sets the other number; a list sets both. A float makes floats."""

    inlets = 2
    calculate = None
    compares = False

    def set_up(self):
        self.other = self.arguments[0] if self.arguments and is_number(self.arguments[0]) else 0
        self.kind = type(self.other)
        self.left = self.kind(0)

    def on_int(self, inlet, value):
        if inlet:
            self.other = self.kind(value)
        else:
            self.left = self.kind(value)
            self.on_bang(0)

    on_float = on_int

    def on_bang(self, inlet):
        result = self.calculate(self.left, self.other)
        self.value(0, int(result) if self.compares else self.kind(result))

    def on_list(self, inlet, atoms):
        if len(atoms) > 1:
            self.other = self.kind(number(atoms[1]))
        self.on_int(0, number(atoms[0]))

    def on_set(self, inlet, atoms):
        self.left = self.kind(number(atoms[0]))


for _name, _function in (OPERATORS | COMPARISONS).items():
    known_as(_name)(
        type(
            f"Operator {_name}",
            (Operator,),
            {"calculate": staticmethod(_function), "compares": _name in COMPARISONS, "__doc__": Operator.__doc__},
        )
    )


@known_as("clip")
class Clip(Box):
    """A number, or each of a list, between a least and a greatest; it keeps its type."""

    inlets = 3

    def set_up(self):
        given = [number(atom) for atom in self.arguments]
        self.ends = (given * 2)[:2] if len(given) == 1 else (*given, 0, 0)[:2]

    def on_int(self, inlet, value):
        if inlet:
            self.ends = (value, self.ends[1]) if inlet == 1 else (self.ends[0], value)
        else:
            self.value(0, self._inside(value))

    on_float = on_int

    def _inside(self, value):
        return type(value)(min(max(value, self.ends[0]), self.ends[1]))

    def on_list(self, inlet, atoms):
        self.emit(0, [self._inside(number(atom)) for atom in atoms])

    def on_set(self, inlet, atoms):
        self.ends = list(atoms[:2])


class Mapped(Box):
    """A range onto another: its arguments, or what comes to the other inlets; floats if an argument is a float."""

    inlets = 6
    clipped = False

    def set_up(self):
        self.ends = [number(a) for a in (*self.arguments, *(0, 127, 0, 1)[len(self.arguments) :])[:4]]
        self.power = self.arguments[4] if len(self.arguments) > 4 else 1.0
        self.floats = len(self.arguments) > 4 or any(isinstance(end, float) for end in self.arguments[:4])

    def mapped(self, value):
        """Return where a value lies in the other range."""
        low, high, least, greatest = self.ends
        if isinstance(low, int) and isinstance(high, int):
            value = int(value)
        part = (value - low) / (high - low) if high != low else 0.0
        if self.clipped:
            part = min(max(part, 0.0), 1.0)
        if self.power != 1.0:
            part = math.copysign(abs(part) ** self.power, part)
        result = least + part * (greatest - least)
        return float(result) if self.floats else int(result)

    def on_int(self, inlet, value):
        if inlet == 0:
            self.value(0, self.mapped(value))
        elif inlet < 5:
            self.ends[inlet - 1] = value
        else:
            self.power = value

    on_float = on_int

    def on_list(self, inlet, atoms):
        self.emit(0, [self.mapped(number(atom)) for atom in atoms])


@known_as("scale")
class Scale(Mapped):
    """A range onto another, beyond its ends too; the fifth argument is an exponent."""

    def set_up(self):
        super().set_up()
        if len(self.arguments) > 4 and "classic" not in self.attributes:
            self.doubt("the exponent means another thing without @classic 0")


@known_as("zmap")
class Zmap(Mapped):
    """A range onto another, never beyond its ends."""

    inlets, clipped = 5, True


@known_as("expr")
class Expr(Box):
    """A formula of $i1, $f1 …, with C's operators and functions: of ints an int. A list fills its inlets."""

    outlets = 1

    def set_up(self):
        text = " ".join(str(word) for word in self.arguments)
        self.kinds = dict(sorted((int(n), k) for k, n in re.findall(r"\$([if])(\d)", text)))
        self.inlets = max(1, *self.kinds) if self.kinds else 1
        self.values = [0] * self.inlets
        self.code = _translated(text)

    def on_int(self, inlet, value):
        self.values[inlet] = value
        if inlet == 0:
            self.on_bang(0)

    on_float = on_int

    def on_list(self, inlet, atoms):
        self.values[: len(atoms)] = atoms[: self.inlets]
        self.on_bang(0)

    def on_set(self, inlet, atoms):
        self.values[: len(atoms)] = atoms[: self.inlets]

    def on_bang(self, inlet):
        result = self.result()
        self.value(0, int(result) if isinstance(result, bool) else result)

    def result(self):
        """Return what the formula gives."""
        names = dict(_FUNCTIONS)
        for place, value in enumerate(self.values, 1):
            names[f"_i{place}"], names[f"_f{place}"] = int(number(value)), float(number(value))
        return eval(self.code, {"__builtins__": {}}, names)


_FUNCTIONS = {
    "min": min, "max": max, "pow": lambda a, b: float(a) ** b, "int": int, "float": float, "abs": abs, "fabs": abs,
    "sin": math.sin, "cos": math.cos, "log": math.log, "log10": math.log10, "exp": math.exp, "sqrt": math.sqrt,
    "floor": math.floor, "ceil": math.ceil, "round": round, "fmod": math.fmod, "atan2": math.atan2, "tanh": math.tanh,
    "_div": _divide,
}  # fmt: skip


def _translated(text):
    """Return a formula of C as one of Python; an int divided by an int is an int."""
    text = re.sub(r"\$([if])(\d)", r"_\1\2", text)
    text = text.replace("&&", " and ").replace("||", " or ")
    text = re.sub(r"!(?!=)", " not ", text)
    if "?" in text:
        raise NotImplementedError("the interpreter does not know ? of expr")
    tree = ast.fix_missing_locations(_Quotients().visit(ast.parse(text.strip(), mode="eval")))
    return compile(tree, text, "eval")


class _Quotients(ast.NodeTransformer):
    """Puts C's division in the place of Python's."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if not isinstance(node.op, ast.Div):
            return node
        return ast.Call(ast.Name("_div", ast.Load()), [node.left, node.right], [])
