"""The envelope: each message is a MessagePack array with its length in front, 4 bytes, most significant first."""

import asyncio
import re
import struct
import sys

from msgpack_subset import pack, unpack

REQUEST, RESPONSE, NOTIFICATION, CANCEL = range(4)
LONGEST = 4 << 20
REMEMBERED = 1024


class Refusal(Exception):
    """An answer that is an error of the contract."""

    def __init__(self, code, message, field=None):
        super().__init__(message)
        self.error = [code, message, field]


class Connection:
    """Answers the host with the coroutines of two tables, direct and two-phase methods by name, until it goes away."""

    def __init__(self, direct, operations):
        self._direct, self._operations = direct, operations
        self._pending, self._known, self._heard = {}, {}, set()

    def tell(self, notice, payload):
        """Tells the host something."""
        self._send([NOTIFICATION, notice, payload])

    async def serve(self):
        reader = asyncio.StreamReader(limit=LONGEST)
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer)
        while True:
            try:
                length = struct.unpack(">I", await reader.readexactly(4))[0]
                if not 0 < length <= LONGEST:
                    raise ValueError(f"a message of {length} bytes is announced")
                kind, number, *rest = unpack(await reader.readexactly(length))
            except asyncio.IncompleteReadError:
                return
            if kind == REQUEST:
                method, payload = rest[0], rest[2] if len(rest) > 2 and rest[2] is not None else []
                self._pending[number] = asyncio.ensure_future(self._answer(number, method, payload))
                self._pending[number].add_done_callback(lambda answer, number=number: self._end(number, answer))
            elif kind == CANCEL and number in self._pending:
                self._pending[number].cancel()

    async def _answer(self, number, method, payload):
        try:
            self._check(method, payload)
            if method in self._operations:
                result = self._accept(method, Fields(payload))
            else:
                result = await self._direct[method](Fields(payload)) or []
            self._heard.add(method)
            self._send([RESPONSE, number, None, result])
        except Exception as failure:
            self._send([RESPONSE, number, error_of(failure), None])

    def _end(self, number, answer):
        del self._pending[number]
        if answer.cancelled():  # Perhaps before it had begun.
            self._send([RESPONSE, number, ["cancelled", "the call was withdrawn"], None])

    def _check(self, method, payload):
        if method not in self._operations and method not in self._direct:
            raise Refusal("unsupported", f"this plugin does not do {method}")
        if not isinstance(payload, list):
            raise Refusal("bad-message", f"the payload of {method} is no array")
        first = "plugin.hello" if method.startswith("plugin.") else "plugin.start"
        if method != "plugin.hello" and first not in self._heard:
            raise Refusal("wrong-state", f"{method} at the wrong time: {first} comes first")

    def _accept(self, method, payload):
        operation = payload[0][0] if isinstance(payload[0], list) and payload[0] else None
        if not isinstance(operation, str) or not re.fullmatch(r"[A-Za-z0-9-]{1,64}", operation):
            raise Refusal("invalid-argument", "an operation's id has 1 to 64 letters, digits and dashes", "ticket.id")
        known = self._known.get(operation)
        # The response first, the result after it.
        soon = asyncio.get_running_loop().call_soon
        if known is None:
            self._known[operation] = asyncio.ensure_future(self._operate(operation, method, payload))
            # The oldest that has ended is forgotten.
            if len(self._known) > REMEMBERED:
                self._known.pop(next((name for name, task in self._known.items() if task.done()), operation))
        elif known.done():
            soon(self.tell, "operation.result", known.result())
        return [operation]

    async def _operate(self, operation, method, payload):
        try:
            result = [operation, None, pack(await self._operations[method](payload) or [])]
        except Exception as failure:
            result = [operation, error_of(failure), None]
        self.tell("operation.result", result)
        return result

    def _send(self, message):
        body = pack(message)
        sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
        sys.stdout.buffer.flush()


class Fields(list):
    """A payload: fields that are missing at the end read as None."""

    def __getitem__(self, key):
        return super().__getitem__(key) if key < len(self) else None


def error_of(failure):
    if isinstance(failure, Refusal):
        return failure.error
    return ["internal", f"{type(failure).__name__}: {failure}"[:1000]]
