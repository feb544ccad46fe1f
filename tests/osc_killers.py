"""Datagrams that have hung, crashed or flooded OSC servers, each made by code."""

import random
import struct

BUNDLE = b"#bundle\0"
NOW = struct.pack(">Q", 1)


def string(text: bytes) -> bytes:
    """Pad to four bytes, with at least one zero."""
    return text + b"\0" * (4 - len(text) % 4)


def message(address: str, tags: str = "", body: bytes = b"") -> bytes:
    return string(address.encode()) + string(b"," + tags.encode()) + body


def element(data: bytes) -> bytes:
    return struct.pack(">i", len(data)) + data


def nested(depth: int) -> bytes:
    data = message("/ping")
    for _ in range(depth):
        data = BUNDLE + NOW + element(data)
    return data


def twice(depth: int) -> bytes:
    """Bundles in bundles, two in each."""
    data = message("/ping")
    for _ in range(depth):
        data = BUNDLE + NOW + element(data) * 2
    return data


def timed(count: int) -> bytes:
    """A bundle of bundles, each with a timetag of its own, each holding one message."""
    ping = element(message("/ping"))
    return (
        BUNDLE
        + NOW
        + b"".join(
            element(BUNDLE + struct.pack(">Q", tag * 0x9E3779B97F4A7C15 % 2**64) + ping) for tag in range(1, count + 1)
        )
    )


GAIN = message("/voice/1/gain", "f", struct.pack(">f", 0.0))
IN_2030 = struct.pack(">Q", 4_102_444_800 << 32)

KILLERS = {
    "bundle element of negative size": BUNDLE + NOW + struct.pack(">i", -4),
    "bundle element of size zero": BUNDLE + NOW + struct.pack(">i", 0) * 3,
    "bundle element of the greatest size": BUNDLE + NOW + struct.pack(">i", 2**31 - 1),
    "3,000 nested bundles": nested(3000),
    "timetag in 2030": BUNDLE + IN_2030 + element(GAIN),
    "address of stars": message("/" + "*" * 31, "f", struct.pack(">f", 1.0)),
    "address of stars and letters": message("/voice/1/" + "*a" * 30 + "b", "f", struct.pack(">f", 1.0)),
    "nested alternatives": message("/" + "{a,b}" * 200, "f", struct.pack(">f", 1.0)),
    "60,000 stars": message("/voice/*/" + "*" * 60000, "f", struct.pack(">f", 1.0)),
    "20,000 empty alternatives": message("/voice/*/" + "{,}" * 20000, "f", struct.pack(">f", 1.0)),
    "open brackets": message("/voice/[[[[[1/gain", "f", struct.pack(">f", 1.0)),
    "not UTF-8": string(b"/\xff\xfe\xfd") + string(b",f") + struct.pack(">f", 1.0),
    "string without end": b"/gain",
    "blob of negative size": message("/blob", "b", struct.pack(">i", -8)),
    "blob too long": message("/blob", "b", struct.pack(">i", 2**30) + b"1234"),
    "nothing": b"",
    "65,507 zeros": b"\0" * 65507,
    "10,000 arguments": message("/voice/1/latent", "f" * 10000, b"\0" * 40000),
    "NaN": message("/voice/1/gain", "f", struct.pack(">f", float("nan"))),
    "infinity": message("/master/gain", "f", struct.pack(">f", float("inf"))),
    "unknown type tags": message("/voice/1/gain", "qzx", b"\0" * 12),
    "8,000 stars": message("/voice/*/" + "*" * 8000, "f", struct.pack(">f", 1.0)),
    "stars in the longest address": message("/voice/*/" + "*a" * 500 + "*", "f", struct.pack(">f", 1.0)),
    "braces in braces": message("/voice/*/" + "{a," * 300 + "}" * 100, "f", struct.pack(">f", 1.0)),
    "empty alternatives in the longest address": message("/*/" + "{,1,a}*" * 145, "f", struct.pack(">f", 1.0)),
    "brackets in brackets": message("/voice/" + "[[!" * 160 + "]" * 300 + "*/gain", "f", struct.pack(">f", 1.0)),
    "ranges without end": message("/voice/" + "[!-~]*" * 160 + "/gain", "f", struct.pack(">f", 1.0)),
    "64 KiB blob": message("/voice/1/gain", "b", struct.pack(">i", 65000) + bytes(65000)),
    "64 KiB string": message("/voice/1/at", "s", b"x" * 65000 + bytes(4)),
    "7,000 timetags": message("/voice/1/gain", "t" * 7000, b"\1" * 56000),
    "1,800 bundles of all times": timed(1800),
    "bundle that is due before its own": BUNDLE + IN_2030 + element(BUNDLE + NOW + element(GAIN)),
    "bundles in bundles, each twice": twice(7),
    "an answer": message("/fail", "ss", string(b"/x") + string(b"no")),
    "4,000 empty bundles": BUNDLE + NOW + element(BUNDLE + NOW) * 3000,
}


def mutations(seed: int, count: int, seeds: list[bytes]):
    """Give random datagrams and damaged copies of `seeds`."""
    rng = random.Random(seed)
    for _ in range(count):
        if rng.random() < 0.25:
            yield rng.randbytes(rng.randrange(200))
            continue
        data = bytearray(rng.choice(seeds))
        for _ in range(rng.randrange(1, 6)):
            if not data:
                break
            at = rng.randrange(len(data))
            match rng.randrange(6):
                case 0:
                    data[at] = rng.randrange(256)
                case 1:
                    data[at] ^= 1 << rng.randrange(8)
                case 2:
                    del data[at : at + rng.randrange(1, 9)]
                case 3:
                    data[at:at] = rng.randbytes(rng.randrange(1, 9))
                case 4:
                    data[at & ~3 : (at & ~3) + 4] = struct.pack(
                        ">i", rng.choice([0, -1, -4, 2**31 - 1, -(2**31), 4, 64])
                    )
                case 5:
                    del data[at:]
        yield bytes(data)
