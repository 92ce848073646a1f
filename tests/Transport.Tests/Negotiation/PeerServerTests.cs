using System.Net;
using System.Text.RegularExpressions;
using ConfEngine.Transport.Dtls;
using ConfEngine.Transport.Ice;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Peers.Negotiation;
using ConfEngine.Transport.Sdp;
using ConfEngine.Transport.Tests.Sdp;

namespace ConfEngine.Transport.Tests.Negotiation;

public sealed class PeerServerTests : IDisposable
{
    private static readonly StreamKey Mine = new("mine");
    private static readonly StreamKey Theirs = new("theirs");
    private static readonly PeerId Peer = new(1);
    private static readonly TrackBinding[] Bindings = [new("0", Mine, true), new("1", Mine, true)];

    private readonly RecordingNode _node = new();
    private readonly DtlsContext _dtls = new(DtlsCertificate.Create(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    private readonly PeerServer _server;

    public PeerServerTests() => _server = new PeerServer(
        new NodeCommands(_node), _dtls, [IceCandidate.Host(0, UdpAddress.From(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 8443)))],
        new SeededRandomSource(7));

    public void Dispose()
    {
        foreach (var connection in _node.Connections) connection.Dispose();
        _dtls.Dispose();
    }

    [Fact]
    public void What_is_published_is_received_and_what_is_bound_to_nothing_is_inactive()
    {
        var answer = Answer(BrowserOffers.Chromium, [new("1", Mine, true)]);
        Assert.Contains("a=ice-lite\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("192.0.2.1 8443 typ host", answer, StringComparison.Ordinal);
        var read = Read(answer);
        Assert.Equal("passive", read.Setup);
        Assert.Equal(MediaDirection.Inactive, read.Media[0].Direction);
        Assert.Equal(MediaDirection.ReceiveOnly, read.Media[1].Direction);
        Assert.Equal(["h", "m", "l"], read.Media[1].ReceiveLayers);
        Assert.Equal(["add 1"], _node.Log);
        Assert.Equal(read.Credentials.Ufrag, Assert.Single(_node.Connections).Ufrag);
        Assert.Equal([new TrackBinding("1", Mine, true)], _node.Bindings);
    }

    [Fact]
    public void A_played_stream_has_one_label_and_cname_so_that_its_tracks_play_in_step()
    {
        var offer = BrowserOffers.Chromium.Replace("a=sendonly", "a=recvonly", StringComparison.Ordinal);
        var answer = Answer(offer, [new("0", Theirs, false), new("1", Theirs, false)]);
        Assert.Contains("a=msid:theirs theirs-audio\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("a=msid:theirs theirs-video\r\n", answer, StringComparison.Ordinal);
        var (audio, video) = (_node.Media[0].Track!, _node.Media[1].Track!);
        Assert.Null(audio.RtxSsrc);
        Assert.Equal(4, new HashSet<uint?> { audio.Ssrc, video.Ssrc, video.RtxSsrc, 0 }.Count);
        Assert.Contains($"a=ssrc-group:FID {video.Ssrc} {video.RtxSsrc}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains($"a=ssrc:{audio.Ssrc} cname:theirs\r\n", answer, StringComparison.Ordinal);
        Assert.Contains($"a=ssrc:{video.Ssrc} cname:theirs\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(MediaDirection.SendOnly, Read(answer).Media[0].Direction);
    }

    [Fact]
    public void A_renegotiation_keeps_transport_and_ssrcs_and_counts_the_version_up()
    {
        var first = Answer(BrowserOffers.Chromium, [new("0", Theirs, false), new("1", Mine, true)]);
        var second = Answer(BrowserOffers.Chromium, [new("0", Theirs, false)]);
        Assert.Equal(["add 1", "renegotiate 1"], _node.Log);
        Assert.True(Read(second).KeepsTransport(Read(first)));
        Assert.Equal((Origin(first).Session, 2), Origin(second));
        Assert.Equal(Read(first).Media[0].Sources, Read(second).Media[0].Sources);
        Assert.Equal(MediaDirection.Inactive, Read(second).Media[1].Direction);
    }

    [Fact]
    public void Another_stream_on_an_mline_gets_another_ssrc()
    {
        var first = Answer(BrowserOffers.Chromium, [new("0", Theirs, false)]);
        var second = Answer(BrowserOffers.Chromium, [new("0", new StreamKey("others"), false)]);
        Assert.NotEqual(Read(first).Media[0].Sources, Read(second).Media[0].Sources);
        Assert.Contains("a=msid:others others-audio\r\n", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_no_sdp_may_hold_are_labelled_all_the_same()
    {
        Answer(BrowserOffers.Chromium, [new("0", new StreamKey("programme/lobby"), false)]);
        var short1 = _node.Media[0].Track!;
        Answer(BrowserOffers.Chromium, [new("0", new StreamKey(new string('x', 256)), false)]);
        var long1 = _node.Media[0].Track!;
        Answer(BrowserOffers.Chromium, [new("0", new StreamKey(new string('x', 255) + "y"), false)]);
        var long2 = _node.Media[0].Track!;
        Assert.NotEqual(long1.Cname, long2.Cname);
        foreach (var track in new[] { short1, long1, long2 })
            Assert.Matches("^[-A-Za-z0-9_.]{1,64} [-A-Za-z0-9_.]{1,64}$", track.StreamId);
    }

    [Theory]
    [InlineData("7", "1", "publish: the offer has no m-line with mid '7', but 0, 1, 2")]
    [InlineData("0", "0", "mid '0' is named twice")]
    [InlineData("0", "2", "mid '2' is 'application'")]
    [InlineData("", "1", "no m-line with mid ''")]
    public void Bindings_that_do_not_fit_are_named(string first, string second, string expected)
    {
        Assert.False(_server.TryAnswer(Peer, Read(BrowserOffers.Chromium), [new(first, Mine, true), new(second, Mine, true)], out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.Empty(_node.Log);
    }

    [Fact]
    public void A_stream_has_one_track_of_a_kind()
    {
        var offer = BrowserOffers.Chromium.Replace("m=audio", "m=video", StringComparison.Ordinal);
        Assert.False(_server.TryAnswer(Peer, Read(offer), Bindings, out _, out var error));
        Assert.Contains("mid '1' is the second video of stream 'mine'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_credentials_are_another_peer_which_takes_the_place_of_the_first()
    {
        Answer(BrowserOffers.Chromium, Bindings);
        var other = Read(BrowserOffers.Chromium.Replace("Zk3W", "Yj2V", StringComparison.Ordinal).Replace("o=- 46", "o=- 47", StringComparison.Ordinal));
        Assert.False(_server.Keeps(Peer, other));
        Assert.False(_server.TryAnswer(Peer, other, Bindings, out _, out var error));
        Assert.Contains("new transport", error, StringComparison.Ordinal);
        var options = new AnswerOptions { Replaced = Peer, Then = node => node.Forward(new PeerId(2), Theirs, true) };
        Assert.True(_server.TryAnswer(new PeerId(2), other, Bindings, options, out _, out error), error);
        Assert.Equal(["add 1", "remove 1", "add 2", "forward theirs to 2 True"], _node.Log);
        Assert.Equal(1, _server.Count);
        Assert.NotEqual(_node.Connections[0].Ufrag, _node.Connections[1].Ufrag);
    }

    [Fact]
    public void An_ICE_restart_goes_on_with_the_transport_as_it_is()
    {
        var first = Answer(BrowserOffers.Chromium, Bindings);
        var second = Answer(BrowserOffers.Chromium.Replace("Zk3W", "Yj2V", StringComparison.Ordinal), Bindings);
        Assert.Equal(["add 1", "renegotiate 1"], _node.Log);
        Assert.True(Read(second).KeepsTransport(Read(first)));
    }

    [Fact]
    public void What_could_not_be_answered_changes_nothing()
    {
        var first = Answer(BrowserOffers.Chromium, Bindings);
        var unusable = BrowserOffers.Chromium.Replace("a=rtcp-mux", "a=x-none", StringComparison.Ordinal);
        Assert.False(_server.TryAnswer(Peer, Read(unusable), Bindings, out _, out var error));
        Assert.Contains("rtcp-mux", error, StringComparison.Ordinal);
        _node.IsBehind = true;
        Assert.False(_server.TryAnswer(Peer, Read(BrowserOffers.Chromium), Bindings, out _, out error));
        Assert.Contains("behind", error, StringComparison.Ordinal);
        _node.IsBehind = false;
        Assert.Equal((Origin(first).Session, 2), Origin(Answer(BrowserOffers.Chromium, Bindings)));
        Assert.Equal(["add 1", "renegotiate 1"], _node.Log);
    }

    [Fact]
    public void Damaged_offers_are_answered_or_refused_in_one_line()
    {
        var random = new Random(20261120);
        var refused = 0;
        for (var i = 0; i < 1000; i++)
        {
            var text = Mutation.Of(random.Next(2) == 0 ? BrowserOffers.Chromium : BrowserOffers.Firefox, random);
            var peer = new PeerId(10 + i);
            if (SdpDescription.TryRead(text, out var offer, out var error) && _server.TryAnswer(peer, offer, Bindings, out var answer, out error))
            {
                Assert.True(SdpDescription.TryRead(answer, out _, out var fault), $"seed 20261120, number {i}: {fault}");
                _server.Forget(peer);
                foreach (var connection in _node.Connections) connection.Dispose();
                _node.Connections.Clear();
                continue;
            }

            refused++;
            Assert.NotEmpty(error);
            Assert.DoesNotContain('\n', error);
        }

        Assert.InRange(refused, 50, 950);
        Assert.Equal(0, _server.Count);
    }

    private string Answer(string offer, IReadOnlyList<TrackBinding> bindings)
    {
        Assert.True(_server.TryAnswer(Peer, Read(offer), bindings, out var answer, out var error), error);
        return answer;
    }

    private static SdpDescription Read(string text)
    {
        Assert.True(SdpDescription.TryRead(text, out var read, out var error), error);
        return read;
    }

    private static (string Session, int Version) Origin(string text)
    {
        var match = Regex.Match(text, @"^o=- (\d+) (\d+) IN", RegexOptions.Multiline);
        return (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
