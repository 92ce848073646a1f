"""whep.py ADDRESS SECONDS: plays a WHEP address and says how many pictures and blocks of sound it decoded."""
from webrtc import Call, Gst, GstWebRTC, say, start

address, seconds = start()
pipeline = Gst.parse_launch("webrtcbin name=rtc bundle-policy=max-bundle fakesrc num-buffers=0 ! fakesink")
call = Call(pipeline, address)
counts = {"video": 0, "audio": 0}

CAPS = {
    "video": "application/x-rtp,media=video,encoding-name=VP8,payload=96,clock-rate=90000,rtcp-fb-nack-pli=true,rtcp-fb-nack=true;"
             "application/x-rtp,media=video,encoding-name=H264,payload=98,clock-rate=90000,packetization-mode=(string)1,"
             "profile-level-id=(string)42e01f,rtcp-fb-nack-pli=true,rtcp-fb-nack=true",
    "audio": "application/x-rtp,media=audio,encoding-name=OPUS,payload=97,clock-rate=48000,encoding-params=(string)2",
}


def count(kind):
    def probe(_pad, _info):
        counts[kind] += 1
        return Gst.PadProbeReturn.OK
    return probe


def on_decoded(_decoder, pad):
    kind = "video" if pad.get_current_caps().to_string().startswith("video") else "audio"
    sink = Gst.ElementFactory.make("fakesink")
    pipeline.add(sink)
    sink.sync_state_with_parent()
    pad.add_probe(Gst.PadProbeType.BUFFER, count(kind))
    pad.link(sink.get_static_pad("sink"))


def on_pad(_bin, pad):
    if pad.direction != Gst.PadDirection.SRC:
        return
    decoder = Gst.ElementFactory.make("decodebin")
    decoder.connect("pad-added", on_decoded)
    pipeline.add(decoder)
    decoder.sync_state_with_parent()
    pad.link(decoder.get_static_pad("sink"))


def report():
    say(f"decoded video {counts['video']} audio {counts['audio']}")
    return True


call.bin.connect("pad-added", on_pad)
for kind in ("audio", "video"):
    call.bin.emit("add-transceiver", GstWebRTC.WebRTCRTPTransceiverDirection.RECVONLY, Gst.Caps.from_string(CAPS[kind]))
pipeline.set_state(Gst.State.READY)
call.pipeline.set_state(Gst.State.PLAYING)
call.offer()
call.run(seconds, report)
