using ConfEngine.Fuzz.Targets;

namespace ConfEngine.Fuzz;

/// <summary>Every door through which bytes from outside come in.</summary>
internal static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> Make() =>
    [
        StunTargets.Stun(), SdpTargets.Offer(), SdpTargets.Answer(), SdpTargets.Plain(), SdpTargets.Candidate(), SdpTargets.Fingerprints(),
        ConnectionTargets.Demux(), ConnectionTargets.Dtls(), ConnectionTargets.Srtp(),
        RtpTargets.Packet(), RtpTargets.Receive(), RtpTargets.Rewrite(), RtcpTargets.Rtcp(), RtcpTargets.Feedback(),
        PayloadTargets.Opus(), PayloadTargets.Frames(Rtp.Payloads.VideoCodec.Vp8), PayloadTargets.Frames(Rtp.Payloads.VideoCodec.Vp9),
        PayloadTargets.Frames(Rtp.Payloads.VideoCodec.H264), PayloadTargets.Frames(Rtp.Payloads.VideoCodec.Av1),
        PayloadTargets.Assemble(Rtp.Payloads.VideoCodec.Vp8), PayloadTargets.Assemble(Rtp.Payloads.VideoCodec.Vp9),
        PayloadTargets.Assemble(Rtp.Payloads.VideoCodec.H264), PayloadTargets.Assemble(Rtp.Payloads.VideoCodec.Av1),
        PayloadTargets.Vp8RoundTrip(), PayloadTargets.H264RoundTrip(),
        RpcTargets.Messages(), RoomTargets.Methods(), RoomTargets.GuestCodes(), HttpTargets.Paths(), IdentityTargets.Ids(),
        SpecTargets.Sources(), SpecTargets.TestPictures(), SpecTargets.Listen(),
        PluginTargets.Envelope(), ManifestTargets.Manifest(),
        MessagePackTargets.Values(),
    ];
}
