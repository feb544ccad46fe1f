"""What an ONNX graph of a timbre space may hold: arithmetic whose cost is fixed by the batch alone.

Only listed operators, no control flow, no subgraphs, no files. Sizes never follow from the values of the inputs, so a
trial run on a few points tells how much memory and time any point takes. Parsing may take many times the memory of the
bytes: `trial` does it where memory is limited.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import onnx
from onnx import AttributeProto, TensorProto

from rt_timbre.errors import SpaceError
from rt_timbre.fields import one_line
from rt_timbre.space_parts import check

_NODES = 2000
_CONSTANTS = 64 << 20  # bytes of all constants
_DOMAINS = ("", "ai.onnx")
_TYPES = {
    TensorProto.FLOAT: 4,
    TensorProto.DOUBLE: 8,
    TensorProto.FLOAT16: 2,
    TensorProto.INT64: 8,
    TensorProto.INT32: 4,
    TensorProto.INT8: 1,
    TensorProto.UINT8: 1,
    TensorProto.BOOL: 1,
}
"""Element types and their sizes in bytes."""

_ATTRIBUTES = (
    AttributeProto.FLOAT,
    AttributeProto.FLOATS,
    AttributeProto.INT,
    AttributeProto.INTS,
    AttributeProto.STRING,
    AttributeProto.TENSOR,
)

_NEVER = 99  # more inputs than an operator has
_PLAIN = (
    # arithmetic, element by element
    "Abs Add And Cast Ceil Clip Cos Div Elu Equal Erf Exp Floor Gelu Greater GreaterOrEqual HardSigmoid Identity "
    "LeakyRelu Less LessOrEqual Log Max Mean Min Mul Neg Not Or PRelu Pow Reciprocal Relu Round Selu Sigmoid Sign Sin "
    "Softplus Sqrt Sub Sum Tanh Where "
    # sums, products and norms
    "BatchNormalization DequantizeLinear DynamicQuantizeLinear Gemm LayerNormalization LogSoftmax MatMul "
    "MatMulInteger QuantizeLinear Softmax "
    # order and form
    "Concat Constant Flatten Gather GatherElements GatherND ScatterElements ScatterND Shape Size Transpose"
)
_SIZED = (
    "CumSum Expand ReduceL1 ReduceL2 ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum "
    "ReduceSumSquare Reshape Slice Split Squeeze Unsqueeze"
)
_OPERATORS = dict.fromkeys(_PLAIN.split(), _NEVER) | dict.fromkeys(_SIZED.split(), 1)
"""Operators, each with its first input that says a size, an axis or an index range."""


def check_graph(
    model: bytes, which: str, inputs: Mapping[str, int], outputs: Mapping[str, int], optional: Iterable[str] = ()
) -> None:
    """Check that a model is one graph of plain arithmetic with the inputs and outputs that it must have.

    Parameters
    ----------
    model : bytes
        ONNX.
    which : str
        What it is, for messages.
    inputs, outputs : mapping of str to int
        Size of each by name; all are float32 [batch, size].
    optional : iterable of str
        Inputs that may be absent.

    Raises
    ------
    SpaceError
        It is no ONNX, or holds what it may not.
    """
    try:
        parsed = onnx.ModelProto.FromString(model)
    except Exception as error:  # protobuf's own, which onnx does not export
        raise SpaceError(f"the {which} is no ONNX model: {one_line(error)}") from None
    check(not parsed.functions, f"the {which} defines functions of its own, which are not allowed")
    domains = [entry.domain for entry in parsed.opset_import]
    check(len(domains) == 1 and domains[0] in _DOMAINS, f"the {which} uses operator sets {domains}; only ONNX's own is")
    graph = parsed.graph
    check(0 < len(graph.node) <= _NODES, f"the {which} has {len(graph.node)} nodes; it must have 1 to {_NODES}")
    check(not graph.sparse_initializer, f"the {which} has sparse constants, which are not allowed")
    constants = list(graph.initializer)
    for node in graph.node:
        constants += _check_node(node, which)
    _check_constants(constants, which)
    _check_values(graph.input, f"input of the {which}", inputs, set(optional))
    _check_values(graph.output, f"output of the {which}", outputs, set())
    _check_sizes_fixed(graph, which)


def _check_node(node: Any, which: str) -> list[Any]:
    """Check a node alone; return the constants in its attributes."""
    check(
        node.domain in _DOMAINS and node.op_type in _OPERATORS,
        f"the {which} uses the operator {_name(node.domain, node.op_type)!a:.80}, which is not allowed",
    )
    for attribute in node.attribute:
        check(
            attribute.type in _ATTRIBUTES and not attribute.ref_attr_name,
            f"the {which} has an attribute {attribute.name!a:.40} of a kind that is not allowed at {node.op_type}",
        )
        check(
            not (node.op_type == "Cast" and attribute.name == "to" and attribute.i not in _TYPES),
            f"the {which} casts to element type {attribute.i}, which is not allowed",
        )
    return [attribute.t for attribute in node.attribute if attribute.type == AttributeProto.TENSOR]


def _check_constants(constants: list[Any], which: str) -> None:
    total = 0
    for tensor in constants:
        check(
            tensor.data_location != TensorProto.EXTERNAL and not tensor.external_data,
            f"the {which} keeps {tensor.name!a:.40} in another file, which is not allowed",
        )
        check(
            tensor.data_type in _TYPES,
            f"the {which} has a constant {tensor.name!a:.40} of element type {tensor.data_type}, which is not allowed",
        )
        check(
            all(size >= 0 for size in tensor.dims), f"the {which} has a constant {tensor.name!a:.40} of negative size"
        )
        total += math.prod(tensor.dims) * _TYPES[tensor.data_type]
    check(total <= _CONSTANTS, f"the {which} has {total} bytes of constants; at most {_CONSTANTS} are allowed")


def _check_values(values: Iterable[Any], what: str, wanted: Mapping[str, int], optional: set[str]) -> None:
    found: set[str] = set()
    for value in values:
        check(
            value.name in wanted and value.name not in found,
            f"{value.name!a:.40} is no {what}; there must be {', '.join(wanted)}",
        )
        found.add(value.name)
        tensor = value.type.tensor_type if value.type.WhichOneof("value") == "tensor_type" else None
        check(
            tensor is not None and tensor.elem_type == TensorProto.FLOAT,
            f"{value.name}, {what}, is no float32 tensor",
        )
        assert tensor is not None
        sizes = [dim.dim_value if dim.WhichOneof("value") == "dim_value" else None for dim in tensor.shape.dim]
        check(
            len(sizes) == 2 and sizes[0] is None and sizes[1] in (None, wanted[value.name]),
            f"{value.name}, {what}, has shape {_shape(sizes)}; it must be [batch, {wanted[value.name]}]",
        )
    for name in wanted:
        check(name in found or name in optional, f"{name}, {what}, is missing")


def _check_sizes_fixed(graph: Any, which: str) -> None:
    """Refuse sizes, axes and index ranges that are computed from the inputs' values; from their shapes is well."""
    varying = {value.name for value in graph.input}
    for node in graph.node:  # in order of evaluation, else the runtime refuses
        for name in node.input[_OPERATORS[node.op_type] :]:
            check(
                name not in varying,
                f"the {which} lets the values of its inputs decide a size at {node.op_type}, which is not allowed",
            )
        if node.op_type not in ("Shape", "Size") and any(name in varying for name in node.input):
            varying.update(node.output)


def _name(domain: str, kind: str) -> str:
    return kind if domain in _DOMAINS else f"{domain}.{kind}"


def _shape(sizes: list[int | None]) -> str:
    return f"[{', '.join('?' if size is None else str(size) for size in sizes)}]"
