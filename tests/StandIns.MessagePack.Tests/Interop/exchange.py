"""Reads MessagePack and says what is in it; builds what it is told and writes MessagePack.

exchange.py IN.mp IN.json OUT.mp OUT.json: OUT.json describes IN.mp, OUT.mp is made from the description IN.json.
"""
import base64
import json
import struct
import sys

import msgpack


def describe(value):
    if value is None:
        return ["nil"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", struct.pack(">d", value).hex()]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, bytes):
        return ["bin", base64.b64encode(value).decode()]
    if isinstance(value, msgpack.Timestamp):
        return ["time", str(value.seconds), value.nanoseconds]
    if isinstance(value, msgpack.ExtType):
        return ["ext", value.code, base64.b64encode(value.data).decode()]
    if isinstance(value, list):
        return ["array", [describe(item) for item in value]]
    return ["map", [[describe(key), describe(item)] for key, item in value.items()]]


def build(told):
    kind = told[0]
    if kind == "nil":
        return None
    if kind == "int":
        return int(told[1])
    if kind == "float":
        return struct.unpack(">d", bytes.fromhex(told[1]))[0]
    if kind == "bin":
        return base64.b64decode(told[1])
    if kind == "time":
        return msgpack.Timestamp(int(told[1]), told[2])
    if kind == "ext":
        return msgpack.ExtType(told[1], base64.b64decode(told[2]))
    if kind == "array":
        return [build(item) for item in told[1]]
    if kind == "map":
        return {build(key): build(item) for key, item in told[1]}
    return told[1]


def main():
    in_bytes, in_told, out_bytes, out_told = sys.argv[1:]
    with open(in_bytes, "rb") as file:
        value = msgpack.unpackb(file.read(), strict_map_key=False)
    with open(out_told, "w", encoding="utf-8") as file:
        json.dump(describe(value), file)
    with open(in_told, encoding="utf-8") as file:
        told = json.load(file)
    with open(out_bytes, "wb") as file:
        file.write(msgpack.packb(build(told)))


main()
