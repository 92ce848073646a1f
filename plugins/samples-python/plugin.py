"""A simulated telephone line. What stdout says belongs to the host; a log goes to stderr."""

import asyncio
import json
import pathlib
import re

from connection import Connection, Refusal

MANIFEST = json.loads(pathlib.Path(__file__).with_name("plugin.json").read_text("utf-8"))
# Who does not answer: SIP status and phrase by number.
TROUBLE = {"486": "Busy Here", "480": "Temporarily Unavailable", "603": "Decline", "404": "Not Found"}


class Line:
    """Calls by id, each with the task that lets it ring."""

    def __init__(self):
        self.calls, self.made, self.ring_s = {}, 0, 0.2

    async def hello(self, request):
        floor, ceiling = MANIFEST["contract"]["from"], MANIFEST["contract"]["to"]
        if min(ceiling, request[1] or 0) < max(floor, request[0] or 0):
            raise Refusal("contract-mismatch", f"{MANIFEST['id']} speaks version {floor} to {ceiling} of the contract; install a version that fits the host")
        return [MANIFEST["id"], MANIFEST["version"], floor, ceiling, MANIFEST["capabilities"]]

    async def start(self, request):
        try:
            self.ring_s = float((request[1] or {}).get("ring_ms", "200")) / 1000
        except ValueError:
            raise Refusal("bad-settings", "ring_ms is no number", "ring_ms") from None

    async def nothing(self, request):
        return []

    async def stop(self, request):
        for ringing in self.calls.values():
            ringing.cancel()
        self.calls.clear()

    async def dial(self, request):
        number = request[1] or ""
        if not re.fullmatch(r"\+?[0-9*#]{1,126}|sips?:[^\s@]{1,80}@[^\s@]{1,40}", number):
            raise Refusal("bad-number", "number is neither a telephone number nor a SIP address", "number")
        self.made += 1
        call = f"call-{self.made}"
        self.calls[call] = asyncio.ensure_future(self.ring(call, number, request[3] or ""))
        return [call]

    async def ring(self, call, number, offer):
        await asyncio.sleep(0)  # The result with the id of the call goes out first.
        connection.tell("telephony.ringing", [call, 180])
        await asyncio.sleep(self.ring_s)
        if number in TROUBLE:
            self.end(call, int(number), TROUBLE[number], by=1)
        else:
            connection.tell("telephony.answered", [call, offer])  # This line answers with what it was offered.

    async def hang_up(self, request):
        if request[0] in self.calls:
            self.end(request[0], 200, "Normal call clearing", by=0)

    async def send_dtmf(self, request):
        call, digits, duration_ms = request[0], request[1] or "", request[2] or 100
        if call not in self.calls:
            raise Refusal("not-found", "there is no such call", "call_id")
        if not re.fullmatch(r"[0-9*#A-D]{1,64}", digits):
            raise Refusal("invalid-argument", "digits has 1 to 64 of 0-9, *, #, A-D", "digits")
        if not 40 <= duration_ms <= 8000:
            raise Refusal("invalid-argument", "duration_ms is 40 to 8000", "duration_ms")
        for digit in digits:  # The other party presses the same keys.
            connection.tell("telephony.dtmf", [call, digit, duration_ms])

    def end(self, call, sip_code, reason, by):
        self.calls.pop(call).cancel()
        connection.tell("telephony.hung-up", [call, sip_code, reason, by])


line = Line()
connection = Connection(
    direct={
        "plugin.hello": line.hello, "plugin.start": line.start, "plugin.ping": line.nothing, "plugin.save": line.nothing, "plugin.stop": line.stop,
        "telephony.hang-up": line.hang_up, "telephony.reject": line.nothing, "telephony.send-dtmf": line.send_dtmf,
    },
    operations={"telephony.dial": line.dial},
)
asyncio.run(connection.serve())
