using ConfEngine.Core.Time;
using ConfEngine.TestKit.Media;
using ConfEngine.Transport;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Srtp;

namespace ConfEngine.Fuzz.Targets;

internal static class ConnectionTargets
{
    private static readonly NetworkPath s_path = new(0, UdpAddress.FromBytes([192, 0, 2, 9], 40_000));
    private static readonly byte[] s_alert = [21, 254, 253, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1, 0];
    private static readonly DateTimeOffset s_date = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly IceCredentials s_credentials =
        IceCredentials.TryCreate("srvU", "serverPasswordOf24Chars+", out var credentials) ? credentials : throw new InvalidOperationException();

    /// <summary>Datagrams of any kind for a router with one connection whose keys are known.</summary>
    public static FuzzTarget Demux() => new("connection-demux", [Chunks.Join(StunTargets.Request(), Rtp(1), Rtp(2), Rtcp())], RunDemux)
    {
        Iterations = 10_000, MostAllocated = 512 * 1024,
    };

    /// <summary>Flights of a handshake for OpenSSL.</summary>
    public static FuzzTarget Dtls()
    {
        var server = new DtlsContext(DtlsCertificate.Create(s_date));
        var client = new DtlsContext(DtlsCertificate.Create(s_date));
        return new FuzzTarget("dtls", [Chunks.Join(ClientFlight(client)), Chunks.Join([.. ClientFlight(client), s_alert])],
            input => RunDtls(input, server, client.Certificate.Fingerprint))
        {
            Iterations = 5000,
        };
    }

    /// <summary>Protected packets: whatever is changed in them, nothing of it is ever believed.</summary>
    public static FuzzTarget Srtp() => new("srtp", [Protected(false), Protected(true)], input => RunSrtp(input, [Protected(false), Protected(true)]))
    {
        Iterations = 6000, MostAllocated = 64 * 1024,
    };

    private static int RunDemux(ReadOnlySpan<byte> input)
    {
        var now = new Instant(1_000_000_000);
        using var connection = Connection.Accept(s_credentials, KeyedDtls.Over(Keys(isClient: false)));
        var router = new ConnectionRouter();
        router.Add(connection);
        connection.Start(now);
        var chunks = new Chunks(input);
        var outcome = 0;
        var sink = new Outlet();
        for (var count = 0; count < 64 && chunks.TryNext(out var datagram); count++)
        {
            now += MediaTime.FromMilliseconds(1);
            var packet = router.OnDatagram(datagram.ToArray(), s_path, now, out _);
            outcome |= 1 << (int)packet.Kind;
            Rules.Hold(packet.Bytes.Length <= datagram.Length);
            router.OnTimer(now);
            router.Flush(sink);
        }

        if (connection.Path is not null) outcome |= 64;
        if (connection.Counters.Forged > 0) outcome |= 128;
        if (connection.Counters.Replayed > 0) outcome |= 256;
        if (router.Unmatched > 0) outcome |= 512;
        return outcome;
    }

    private static int RunDtls(ReadOnlySpan<byte> input, DtlsContext server, Fingerprint expected)
    {
        var now = new Instant(1_000_000_000);
        using var connection = Connection.Accept(s_credentials, server.Open(isClient: false, expected));
        connection.Start(now);
        connection.OnDatagram(StunTargets.Request(), s_path, now);
        Rules.Hold(connection.IsValidated(s_path));
        var sent = 0;
        var chunks = new Chunks(input);
        for (var count = 0; count < 32 && chunks.TryNext(out var datagram); count++)
        {
            now += MediaTime.FromMilliseconds(60);
            connection.OnDatagram(datagram.ToArray(), s_path, now);
            connection.OnTimer(now);
            while (connection.TryGetTransmit(out _, out _)) sent++;
        }

        // Nobody gets in without the key that belongs to the fingerprint.
        Rules.Hold(connection.State != ConnectionState.Connected);
        if (connection.State == ConnectionState.Failed) Rules.IsOneLine(connection.Error!);
        // A stranger must not use us to flood somebody else: a handful of datagrams for each of his.
        Rules.Hold(sent <= 8 * 33);
        return (int)connection.State + 16 * Math.Min(sent, 12);
    }

    private static int RunSrtp(ReadOnlySpan<byte> input, byte[][] originals)
    {
        using var receiver = new SrtpContext(Keys(isClient: false));
        var bytes = input.ToArray();
        if (bytes.Length < 2) return 0;
        var isRtcp = (bytes[1] & 0x7F) is >= 64 and <= 95;
        var status = isRtcp ? receiver.UnprotectRtcp(bytes, out var length) : receiver.UnprotectRtp(bytes, out length);
        if (status != SrtpStatus.Ok) return 1 + (int)status + (isRtcp ? 8 : 0);
        Rules.Hold(length <= bytes.Length);
        var isOurs = false;
        foreach (var original in originals) isOurs |= input.SequenceEqual(original);
        Rules.Hold(isOurs);
        return isRtcp ? 33 : 32;
    }

    private static byte[] Protected(bool isRtcp)
    {
        using var sender = new SrtpContext(Keys(isClient: true));
        var bytes = new byte[256];
        var plain = isRtcp ? PlainRtcp() : PlainRtp(1);
        plain.CopyTo(bytes, 0);
        var length = plain.Length;
        var status = isRtcp ? sender.ProtectRtcp(bytes, ref length) : sender.ProtectRtp(bytes, ref length);
        Rules.Hold(status == SrtpStatus.Ok);
        return bytes[..length];
    }

    private static byte[] Rtp(byte number)
    {
        using var sender = new SrtpContext(Keys(isClient: true));
        var bytes = new byte[256];
        var plain = PlainRtp(number);
        plain.CopyTo(bytes, 0);
        var length = plain.Length;
        Rules.Hold(sender.ProtectRtp(bytes, ref length) == SrtpStatus.Ok);
        return bytes[..length];
    }

    private static byte[] Rtcp() => Protected(isRtcp: true);

    private static byte[] PlainRtp(byte number) => [0x80, 111, 0, number, 0, 0, 3, 192, 0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8];

    private static byte[] PlainRtcp() => [0x80, 201, 0, 1, 0, 0, 0, 7];

    private static SrtpKeys Keys(bool isClient) => SrtpKeys.FromExporter(
        SrtpProfile.AeadAes128Gcm, Enumerable.Range(0, SrtpKeys.MaterialSize(SrtpProfile.AeadAes128Gcm)).Select(i => (byte)(i * 7)).ToArray(), isClient);

    private static IEnumerable<byte[]> ClientFlight(DtlsContext client)
    {
        using var session = client.Open(isClient: true, client.Certificate.Fingerprint);
        session.Start(default);
        var flight = new List<byte[]>();
        while (session.TryGetTransmit(out var datagram)) flight.Add(datagram.ToArray());
        return flight;
    }

    private sealed class Outlet : IDatagramSender
    {
        public void Send(ReadOnlySpan<byte> datagram, in NetworkPath path) => Rules.Hold(datagram.Length is > 0 and <= DatagramQueue.SlotSize);
    }
}
