namespace ConfEngine.Runtime.Tests.Web;

/// <summary>Descriptions that senders and players post.</summary>
internal static class Offers
{
    /// <summary>OBS and its like: one audio and one video that are sent.</summary>
    public const string Sender = """
        v=0
        o=- 1 1 IN IP4 127.0.0.1
        s=-
        t=0 0
        a=group:BUNDLE 0 1
        a=ice-ufrag:obs1
        a=ice-pwd:uQ2vJm5Q7jVbT0n4sXk1cR8e
        a=fingerprint:sha-256 D0:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9
        a=setup:actpass
        m=audio 9 UDP/TLS/RTP/SAVPF 111
        c=IN IP4 0.0.0.0
        a=mid:0
        a=sendonly
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        m=video 9 UDP/TLS/RTP/SAVPF 96
        c=IN IP4 0.0.0.0
        a=mid:1
        a=sendonly
        a=rtcp-mux
        a=rtpmap:96 H264/90000
        a=fmtp:96 packetization-mode=1;profile-level-id=42e01f

        """;

    /// <summary>A player of the same.</summary>
    public static readonly string Player = Sender.Replace("a=sendonly", "a=recvonly", StringComparison.Ordinal);

    /// <summary>An encoder on the LAN.</summary>
    public const string Plain = """
        v=0
        o=- 0 0 IN IP4 127.0.0.1
        s=No Name
        t=0 0
        a=tool:libavformat 59.27.100
        m=video 5004 RTP/AVP 96
        c=IN IP4 192.0.2.1
        a=rtpmap:96 H264/90000
        a=fmtp:96 packetization-mode=1
        m=audio 5006 RTP/AVP 97
        c=IN IP4 192.0.2.1
        a=rtpmap:97 opus/48000/2

        """;
}
