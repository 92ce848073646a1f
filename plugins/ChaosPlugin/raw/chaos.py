"""A plugin that breaks the bytes themselves. The word after chaos: in a meeting's id says how; `python3 chaos.py WORD` does it in its answer to hello.

Needs msgpack_subset.py of samples-python beside it.
"""

import os
import struct
import sys

from msgpack_subset import pack, unpack

REQUEST, RESPONSE, NOTIFICATION, CANCEL = range(4)
IDENTITY = ["chaos.raw", "1.0.0", 1, 1, ["booking"]]
HELLOS = {
    "hello-too-new": ["chaos.raw", "1.0.0", 7, 9, ["booking"]],
    "hello-too-old": ["chaos.raw", "1.0.0", 0, 0, ["booking"]],
    "hello-other-id": ["chaos.other", "1.0.0", 1, 1, ["booking"]],
    "hello-other-version": ["chaos.raw", "9.9.9", 1, 1, ["booking"]],
    "hello-other-capabilities": ["chaos.raw", "1.0.0", 1, 1, ["telephony"]],
    "hello-wrong-types": [5, {"a": 1}, "one", None, "booking"],
}


def write(data):
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def frame(body):
    write(struct.pack(">I", len(body)) + body)


def respond(number, payload, error=None):
    frame(pack([RESPONSE, number, error, payload]))


def detail(name):
    return [name]


def misbehave(word, number):
    """Breaks something; true when the call is still to be answered."""
    if word == "twice":
        respond(number, detail("first"))
    elif word == "nobody":
        respond(4_000_000_000, detail("nobody asked"))
    elif word == "garbage":
        frame(bytes(range(255, 127, -1)))
    elif word == "text":
        write(b"Segmentation fault (core dumped)\n")
    elif word == "truncated":
        frame(pack([RESPONSE, number, None, detail("x" * 100)])[:40])
    elif word == "cut":
        write(struct.pack(">I", 1000) + b"half")
        os._exit(0)
    elif word == "trailing":
        frame(pack([RESPONSE, number, None, detail("x")]) + b"\x00")
    elif word == "nested":
        frame(b"\x94\x01" + pack(number) + b"\xc0" + b"\x91" * 1_000_000 + b"\x90")
    elif word == "counts":
        frame(b"\x94\x01" + pack(number) + b"\xc0\xdd\xff\xff\xff\xff")
    elif word == "wrong-types":
        respond(number, [{"a": 1}, "x", 3.5])
        return False
    elif word == "empty":
        write(struct.pack(">I", 0))
    elif word == "huge":
        write(struct.pack(">I", 100 << 20))
        piece = b"\x00" * (1 << 20)
        for _ in range(100):
            write(piece)
    elif word in ("flood", "deluge"):
        notice = pack([NOTIFICATION, "booking.list-changed", [0, []]])
        write((struct.pack(">I", len(notice)) + notice) * (5_000 if word == "flood" else 200_000))
    elif word == "asks":
        frame(pack([REQUEST, 1, "plugin.hello", 1000, []]))
    elif word == "exit":
        os._exit(7)
    elif word == "stall":
        write(struct.pack(">I", 1000) + b"half")
        return False
    elif word == "deaf":
        while True:
            os.read(os.pipe()[0], 1)
    return True


def main():
    mode = sys.argv[1] if len(sys.argv) > 1 else ""
    while True:
        head = sys.stdin.buffer.read(4)
        if len(head) < 4:
            return
        kind, number, *rest = unpack(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))
        if kind != REQUEST:
            continue
        method, payload = rest[0], (rest[2] if len(rest) > 2 else None) or []
        if method == "plugin.hello":
            if mode == "hello-silent" or not misbehave(mode, number):
                continue
            respond(number, HELLOS.get(mode, IDENTITY))
        elif method == "booking.detail":
            word = payload[0][6:] if payload and str(payload[0]).startswith("chaos:") else ""
            if misbehave(word, number):
                respond(number, detail(payload[0] if payload else ""))
        else:
            respond(number, [])


main()
