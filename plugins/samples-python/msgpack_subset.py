"""MessagePack as far as the contract uses it: nil, booleans, integers, floats, strings, bins, arrays, maps. No ext types."""

import struct

MAX_DEPTH = 64


class Malformed(Exception):
    """Bytes that are no message."""


def pack(value):
    """The bytes of a value."""
    if value is None:
        return b"\xc0"
    if value is True or value is False:
        return b"\xc3" if value else b"\xc2"
    if isinstance(value, int):
        return _pack_int(value)
    if isinstance(value, float):
        return struct.pack(">Bd", 0xCB, value)
    if isinstance(value, str):
        data = value.encode("utf-8")
        return _head(len(data), 0xA0, 32, (0xD9, 0xDA, 0xDB)) + data
    if isinstance(value, (bytes, bytearray)):
        return _head(len(value), None, 0, (0xC4, 0xC5, 0xC6)) + bytes(value)
    if isinstance(value, (list, tuple)):
        return _head(len(value), 0x90, 16, (None, 0xDC, 0xDD)) + b"".join(map(pack, value))
    if isinstance(value, dict):
        return _head(len(value), 0x80, 16, (None, 0xDE, 0xDF)) + b"".join(pack(k) + pack(v) for k, v in value.items())
    raise TypeError(f"{type(value).__name__} has no place in a message")


def unpack(data):
    """The value that the bytes hold, all of them."""
    value, end = _unpack(data, 0, 0)
    if end != len(data):
        raise Malformed(f"{len(data) - end} bytes after the message's end")
    return value


def _pack_int(value):
    if -32 <= value <= 127:
        return struct.pack(">b", value)
    signed = ((0xD0, ">Bb", 7), (0xD1, ">Bh", 15), (0xD2, ">Bi", 31), (0xD3, ">Bq", 63))
    unsigned = ((0xCC, ">BB", 8), (0xCD, ">BH", 16), (0xCE, ">BI", 32), (0xCF, ">BQ", 64))
    for head, shape, bits in signed if value < 0 else unsigned:
        if -(1 << bits) <= value < 1 << bits:
            return struct.pack(shape, head, value)
    raise OverflowError(f"{value} does not fit into 64 bits")


def _head(size, short, below, heads):
    if size < below:
        return bytes([short | size])
    for head, shape, bits in zip(heads, (">BB", ">BH", ">BI"), (8, 16, 32)):
        if head is not None and size < 1 << bits:
            return struct.pack(shape, head, size)
    raise OverflowError(f"{size} is too long")


_NUMBERS = {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
_SIZED = {0xC4: ("bin", ">B"), 0xC5: ("bin", ">H"), 0xC6: ("bin", ">I"), 0xD9: ("str", ">B"), 0xDA: ("str", ">H"), 0xDB: ("str", ">I"),
          0xDC: ("array", ">H"), 0xDD: ("array", ">I"), 0xDE: ("map", ">H"), 0xDF: ("map", ">I")}


def _unpack(data, at, depth):
    if at >= len(data):
        raise Malformed("cut short")
    head, at = data[at], at + 1
    if head < 0x80:
        return head, at
    if head >= 0xE0:
        return head - 256, at
    if head in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[head], at
    if head in _NUMBERS:
        return _number(data, at, _NUMBERS[head])
    if head < 0x90:
        kind, size = "map", head & 15
    elif head < 0xA0:
        kind, size = "array", head & 15
    elif head < 0xC0:
        kind, size = "str", head & 31
    elif head in _SIZED:
        kind, shape = _SIZED[head]
        size, at = _number(data, at, shape)
    else:
        raise Malformed(f"byte 0x{head:02x} begins no value of the contract")
    return _filled(data, at, depth, kind, size)


def _filled(data, at, depth, kind, size):
    # Each element takes a byte at least, so a size that is a lie is found before memory is taken.
    if size > len(data) - at:
        raise Malformed("cut short")
    if kind == "bin":
        return bytes(data[at:at + size]), at + size
    if kind == "str":
        return str(data[at:at + size], "utf-8", "replace"), at + size
    if depth == MAX_DEPTH:
        raise Malformed(f"nested deeper than {MAX_DEPTH}")
    values = []
    for _ in range(size * (2 if kind == "map" else 1)):
        value, at = _unpack(data, at, depth + 1)
        values.append(value)
    if kind == "array":
        return values, at
    if not all(isinstance(key, (str, int, float, bool, bytes, type(None))) for key in values[::2]):
        raise Malformed("an array or a map for a map's key")
    return dict(zip(values[::2], values[1::2])), at


def _number(data, at, shape):
    size = struct.calcsize(shape)
    if size > len(data) - at:
        raise Malformed("cut short")
    return struct.unpack_from(shape, data, at)[0], at + size
