"""What whip.py and whep.py share: one webrtcbin that offers and posts its offer, as WHIP and WHEP want it (RFC 9725)."""
import sys
import urllib.request
from urllib.parse import urljoin

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstSdp", "1.0")
gi.require_version("GstWebRTC", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402


def say(text):
    print(text, flush=True)


class Call:
    """A webrtcbin and the resource that its offer made."""

    def __init__(self, pipeline, address):
        self.address = address
        self.resource = None
        self.loop = GLib.MainLoop()
        self.pipeline = pipeline
        self.bin = pipeline.get_by_name("rtc")
        self.bin.connect("notify::ice-gathering-state", self.on_gathering)
        self.bin.connect("notify::connection-state", self.on_connection)

    def offer(self):
        self.bin.emit("create-offer", None, Gst.Promise.new_with_change_func(self.on_offer, None))

    def on_offer(self, promise, _):
        # The reply owns the offer: it has to live as long.
        promise.wait()
        reply = promise.get_reply()
        offer = reply.get_value("offer")
        self.bin.emit("set-local-description", offer, Gst.Promise.new())

    def on_gathering(self, *_):
        if self.bin.get_property("ice-gathering-state") == GstWebRTC.WebRTCICEGatheringState.COMPLETE:
            GLib.idle_add(self.post)

    def post(self):
        text = self.bin.get_property("local-description").sdp.as_text()
        request = urllib.request.Request(self.address, text.encode(), {"Content-Type": "application/sdp"}, method="POST")
        with urllib.request.urlopen(request, timeout=20) as reply:
            self.resource = urljoin(self.address, reply.headers["Location"])
            answer = reply.read().decode()
        _, sdp = GstSdp.SDPMessage.new_from_text(answer)
        description = GstWebRTC.WebRTCSessionDescription.new(GstWebRTC.WebRTCSDPType.ANSWER, sdp)
        self.bin.emit("set-remote-description", description, Gst.Promise.new())
        return False

    def on_connection(self, *_):
        state = self.bin.get_property("connection-state")
        say(f"state {state.value_nick}")

    def run(self, seconds, report):
        self.pipeline.set_state(Gst.State.PLAYING)
        GLib.timeout_add(int(seconds * 1000), self.loop.quit)
        GLib.timeout_add(500, report)
        self.loop.run()
        if self.resource:
            request = urllib.request.Request(self.resource, method="DELETE")
            say(f"delete {urllib.request.urlopen(request, timeout=20).status}")
        self.pipeline.set_state(Gst.State.NULL)


def start():
    Gst.init(None)
    return sys.argv[1], float(sys.argv[2])
