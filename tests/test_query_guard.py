"""Which requests the query server lets in, wherever it listens."""

import platform

import pytest

from rt_timbre.query.guard import is_everywhere, is_loopback, refusal

NODE = platform.node().partition(".")[0]


@pytest.mark.parametrize(
    ("host", "local", "name"),
    [
        ("127.0.0.1", "127.0.0.1", "127.0.0.1:57131"),
        ("127.0.0.1", "::1", "[::1]:57131"),
        ("127.0.0.1", "127.0.0.1", "localhost"),
        ("localhost", "127.0.0.1", "LocalHost.:57131"),
        ("0.0.0.0", "192.0.2.2", "192.0.2.2:57131"),
        ("0.0.0.0", "192.0.2.2", f"{NODE}.local:57131"),
        ("0.0.0.0", "127.0.0.1", "127.0.0.1"),
        ("::", "2001:db8::7", "[2001:DB8::7]:57131"),
        ("192.0.2.2", "192.0.2.2", "192.0.2.2"),
        ("studio.example", "192.0.2.2", "studio.example:57131"),
    ],
)
def test_a_name_of_this_server_is_let_in(host, local, name):
    assert refusal({"Host": name}, host, local) is None
    assert refusal({"Host": name, "Origin": f"http://{name}"}, host, local) is None
    assert refusal({"Host": name, "Origin": ""}, host, local) is None
    assert "page" in refusal({"Host": name, "Origin": "http://evil.example"}, host, local)
    assert "page" in refusal({"Host": name, "Origin": f"http://{name}.evil.example"}, host, local)


@pytest.mark.parametrize(
    ("host", "local", "name"),
    [
        ("127.0.0.1", "127.0.0.1", ""),
        ("127.0.0.1", "127.0.0.1", ":57131"),
        ("127.0.0.1", "127.0.0.1", "evil.example:57131"),
        ("127.0.0.1", "127.0.0.1", "127.0.0.1.evil.example"),
        ("127.0.0.1", "127.0.0.1", f"{NODE}.local"),
        ("127.0.0.1", "127.0.0.1", "192.0.2.2"),
        ("0.0.0.0", "192.0.2.2", "0.0.0.0:57131"),
        ("0.0.0.0", "192.0.2.2", "192.0.2.3:57131"),
        ("0.0.0.0", "192.0.2.2", "evil.example"),
        ("studio.example", "192.0.2.2", "other.example"),
    ],
)
def test_any_other_name_is_not(host, local, name):
    assert "is not a name of this server" in refusal({"Host": name}, host, local)


def test_hosts():
    assert is_loopback("LOCALHOST")
    assert not is_loopback("192.0.2.2")
    assert is_everywhere("::")
    assert not is_everywhere("127.0.0.1")
