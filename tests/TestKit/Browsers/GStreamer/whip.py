"""whip.py ADDRESS SECONDS vp8|h264: sends a test picture and a tone to a WHIP address."""
import sys

from webrtc import Call, Gst, start

ENCODERS = {
    "vp8": "vp8enc deadline=1 keyframe-max-dist=60 target-bitrate=500000 ! rtpvp8pay picture-id-mode=2 pt=96"
           " ! application/x-rtp,media=video,encoding-name=VP8,payload=96,clock-rate=90000",
    "h264": "openh264enc complexity=low gop-size=60 bitrate=500000 ! video/x-h264,profile=constrained-baseline"
            " ! rtph264pay config-interval=-1 aggregate-mode=zero-latency pt=96"
            " ! application/x-rtp,media=video,encoding-name=H264,payload=96,clock-rate=90000",
}

address, seconds = start()
pipeline = Gst.parse_launch(
    "webrtcbin name=rtc bundle-policy=max-bundle"
    " videotestsrc is-live=true pattern=red ! video/x-raw,width=320,height=180,framerate=15/1 ! videoconvert ! " + ENCODERS[sys.argv[3]] + " ! rtc."
    " audiotestsrc is-live=true freq=440 volume=0.5 ! audioconvert ! audioresample ! opusenc ! rtpopuspay pt=97"
    " ! application/x-rtp,media=audio,encoding-name=OPUS,payload=97,clock-rate=48000 ! rtc.")
call = Call(pipeline, address)
call.bin.connect("on-negotiation-needed", lambda *_: call.offer())
call.run(seconds, lambda: True)
