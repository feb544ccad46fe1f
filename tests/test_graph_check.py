"""What graphs are let in, and what is refused before any of it runs."""

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from rt_timbre.errors import SpaceError
from rt_timbre.graph_check import check_graph
from tests.tiny_space import Graph, tiny_space

TINY = tiny_space()
INPUTS = {"latent": 3, "pitch": 1}
OUTPUTS = {"magnitude": 200}


def check(model: bytes) -> None:
    check_graph(model, "decoder", INPUTS, OUTPUTS)


def refusal(model: bytes) -> str:
    with pytest.raises(SpaceError) as caught:
        check(model)
    message = str(caught.value)
    assert message.isprintable()
    assert len(message) < 300
    return message


def edited(change: Callable[[Any], object]) -> bytes:
    """Give tiny's decoder with one thing changed."""
    model = onnx.ModelProto.FromString(TINY.decoder)
    change(model)
    return bytes(model.SerializeToString())


def drawn(draw: Callable[[Graph], object]) -> bytes:
    g = Graph()
    draw(g)
    return g.model(INPUTS, OUTPUTS)


def test_tiny_graphs_pass() -> None:
    check(TINY.decoder)
    check_graph(TINY.encoder, "encoder", {"magnitude": 200, "pitch": 1}, {"mean": 3, "log_variance": 3})


def test_optional_input() -> None:
    check_graph(TINY.decoder, "decoder", INPUTS | {"velocity": 1}, OUTPUTS, optional=("velocity",))
    with pytest.raises(SpaceError, match="velocity, input of the decoder, is missing"):
        check_graph(TINY.decoder, "decoder", INPUTS | {"velocity": 1}, OUTPUTS)


def test_sizes_from_shapes_and_constants_pass() -> None:
    def draw(g: Graph) -> None:
        rows = g.op("Slice", g.op("Shape", "latent"), g.constant([0], np.int64), g.constant([1], np.int64))
        size = g.op("Concat", rows, g.constant([200], np.int64), axis=0)
        g.op("Expand", g.op("Exp", "pitch"), size, output="magnitude")

    check(drawn(draw))


def use_values_as_size(g: Graph) -> None:
    count = g.op("Cast", g.op("ReduceMax", "latent", keepdims=0), to=TensorProto.INT64)
    size = g.op("Concat", g.op("Unsqueeze", count, g.constant([0], np.int64)), g.constant([200], np.int64), axis=0)
    g.op("Expand", g.constant(1.0), size, output="magnitude")


def use_values_as_range(g: Graph) -> None:
    end = g.op("Cast", g.op("Reshape", "pitch", g.constant([-1], np.int64)), to=TensorProto.INT64)
    g.op("Slice", g.constant(np.ones((1, 200))), g.constant([0], np.int64), end, output="magnitude")


def allocate(g: Graph) -> None:
    g.op("ConstantOfShape", g.constant([32768, 32768], np.int64), output="magnitude")


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (use_values_as_size, "the decoder lets the values of its inputs decide a size at Expand, which is not allowed"),
        (use_values_as_range, "the decoder lets the values of its inputs decide a size at Slice, which is not allowed"),
        (allocate, "the decoder uses the operator 'ConstantOfShape', which is not allowed"),
        (lambda g: g.op("RandomUniform", output="magnitude", shape=[1, 200]), "the operator 'RandomUniform'"),
        (lambda g: g.op("NonZero", "latent", output="magnitude"), "the operator 'NonZero', which is not allowed"),
        (lambda g: g.op("Tile", "latent", g.constant([1, 1], np.int64), output="magnitude"), "the operator 'Tile'"),
    ],
)
def test_what_costs_more_than_it_shows(draw: Callable[[Graph], object], message: str) -> None:
    assert message in refusal(drawn(draw))


def test_hundred_bytes_that_ask_for_four_gigabytes() -> None:
    """The shortest way to 4 GiB: a shape, given as a constant, of an array of zeros."""
    shape = helper.make_tensor("s", TensorProto.INT64, [2], [32768, 32768])
    node = helper.make_node("ConstantOfShape", ["s"], ["y"])
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [None, None])
    graph = helper.make_graph([node], "g", [], [output], [shape])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]).SerializeToString()
    assert len(model) < 120
    assert refusal(model) == "the decoder uses the operator 'ConstantOfShape', which is not allowed"


@pytest.mark.parametrize("kind", ["Loop", "Scan", "If", "SequenceMap"])
def test_control_flow(kind: str) -> None:
    def change(model: Any) -> None:
        body = helper.make_graph([], "body", [], [])
        node = helper.make_node(kind, ["latent"], ["x"], name="n")
        node.attribute.append(helper.make_attribute("body", body))
        model.graph.node.insert(0, node)

    assert refusal(edited(change)) == f"the decoder uses the operator '{kind}', which is not allowed"


def test_subgraph_under_an_allowed_operator() -> None:
    def change(model: Any) -> None:
        model.graph.node[0].attribute.append(helper.make_attribute("body", helper.make_graph([], "body", [], [])))

    assert "has an attribute 'body' of a kind that is not allowed at Sub" in refusal(edited(change))


def add_function(model: Any) -> None:
    node = helper.make_node("Identity", ["a"], ["b"])
    model.functions.append(helper.make_function("own", "F", ["a"], ["b"], [node], [helper.make_opsetid("", 17)]))


def keep_constant_outside(model: Any) -> None:
    tensor = model.graph.initializer[0]
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../../etc/passwd")


def grow_constant(model: Any) -> None:
    model.graph.initializer.add(name="big", data_type=TensorProto.FLOAT, dims=[1 << 20, 1 << 20, 1 << 20])


def shrink_constant(model: Any) -> None:
    model.graph.initializer[0].dims[:] = [-1]


def add_text(model: Any) -> None:
    model.graph.initializer.add(name="t", data_type=TensorProto.STRING, dims=[1], string_data=[b"x"])


def cast_to_text(model: Any) -> None:
    model.graph.node.append(helper.make_node("Cast", ["latent"], ["text"], to=TensorProto.STRING))


def many_nodes(model: Any) -> None:
    model.graph.node.extend([model.graph.node[0]] * 2000)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (add_function, "defines functions of its own"),
        (keep_constant_outside, "keeps 'c0' in another file, which is not allowed"),
        (grow_constant, f"bytes of constants; at most {64 << 20} are allowed"),
        (shrink_constant, "has a constant 'c0' of negative size"),
        (add_text, "has a constant 't' of element type 8, which is not allowed"),
        (cast_to_text, "casts to element type 8, which is not allowed"),
        (many_nodes, "nodes; it must have 1 to 2000"),
        (lambda m: m.graph.ClearField("node"), "has 0 nodes; it must have 1 to 2000"),
        (lambda m: m.graph.sparse_initializer.add(), "has sparse constants"),
        (lambda m: setattr(m.graph.node[0], "domain", "com.microsoft"), "the operator 'com.microsoft.Sub', which"),
        (lambda m: setattr(m.graph.node[0], "op_type", "\x1b[2J" + "x" * 999), r"the operator '\x1b[2Jxxx"),
        (lambda m: m.opset_import.add(domain="com.microsoft", version=1), "uses operator sets ['', 'com.microsoft']"),
        (lambda m: m.ClearField("opset_import"), "uses operator sets []"),
    ],
)
def test_what_no_graph_may_hold(change: Callable[[Any], object], message: str) -> None:
    assert message in refusal(edited(change))


def fix_batch(model: Any) -> None:
    model.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 1


def widen(model: Any) -> None:
    model.graph.input[0].type.tensor_type.shape.dim[1].dim_value = 4


def narrow(model: Any) -> None:
    model.graph.output[0].type.tensor_type.shape.dim[1].dim_value = 100


def flatten(model: Any) -> None:
    del model.graph.output[0].type.tensor_type.shape.dim[1]


def make_double(model: Any) -> None:
    model.graph.output[0].type.tensor_type.elem_type = TensorProto.DOUBLE


def make_sequence(model: Any) -> None:
    value = model.graph.input[1]
    value.type.sequence_type.elem_type.tensor_type.elem_type = TensorProto.FLOAT


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda m: m.graph.input.pop(), "pitch, input of the decoder, is missing"),
        (lambda m: m.graph.output.pop(), "magnitude, output of the decoder, is missing"),
        (lambda m: m.graph.input.append(m.graph.input[0]), "'latent' is no input of the decoder; there must be latent"),
        (lambda m: setattr(m.graph.input[0], "name", "z"), "'z' is no input of the decoder; there must be latent, pit"),
        (lambda m: setattr(m.graph.output[0], "name", "y"), "'y' is no output of the decoder; there must be magnitude"),
        (fix_batch, "latent, input of the decoder, has shape [1, 3]; it must be [batch, 3]"),
        (widen, "latent, input of the decoder, has shape [?, 4]; it must be [batch, 3]"),
        (narrow, "magnitude, output of the decoder, has shape [?, 100]; it must be [batch, 200]"),
        (flatten, "magnitude, output of the decoder, has shape [?]; it must be [batch, 200]"),
        (make_double, "magnitude, output of the decoder, is no float32 tensor"),
        (make_sequence, "pitch, input of the decoder, is no float32 tensor"),
    ],
)
def test_inputs_and_outputs(change: Callable[[Any], object], message: str) -> None:
    assert message in refusal(edited(change))


@pytest.mark.parametrize("model", [b"", b"hello", bytes(100), b"PK\x03\x04"])
def test_what_is_no_model(model: bytes) -> None:
    refusal(model)


@given(st.data())
def test_changed_bytes(data: st.DataObject) -> None:
    model = bytearray(TINY.decoder)
    for _ in range(data.draw(st.integers(1, 8))):
        model[data.draw(st.integers(0, len(model) - 1))] = data.draw(st.integers(0, 255))
    try:
        check(bytes(model))
    except SpaceError as error:
        message = str(error)
    else:
        message = ""
    assert "\n" not in message


@given(st.binary(max_size=200))
def test_noise(model: bytes) -> None:
    refusal(model)
