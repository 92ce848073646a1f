using ConfEngine.Conference.Identity;
using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Transport.Peers;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Runtime.Web;

/// <summary>How a sender or player takes its place in a room.</summary>
/// <param name="Parent">What its address begins with: <c>/whip/ROOM</c>.</param>
/// <param name="Stream">What it sends or plays.</param>
/// <param name="IsPublished">True when it sends.</param>
/// <param name="Enter">Lets it in.</param>
/// <param name="Start">Publishes or plays.</param>
internal sealed record MediaEntry(
    string Parent, StreamKey Stream, bool IsPublished, Func<Task<SessionId>> Enter, Func<SessionId, Task> Start);

/// <summary>What WHIP (RFC 9725) and WHEP (draft-ietf-wish-whep) have in common: an offer posted makes a resource with the answer, which may be
/// deleted again. The server is ICE-lite, so trickled candidates are of no use to it, and a new offer is as good as an ICE restart.</summary>
internal sealed class WebRtcEndpoint(HttpMediaSessions sessions)
{
    /// <summary>Makes a session of an offer.</summary>
    public async ValueTask<ControlReply> CreateAsync(ControlRequest request, MediaEntry entry, CancellationToken cancel)
    {
        if (request.ContentType != MediaRequest.SdpType) return MediaRequest.WrongType(MediaRequest.SdpType, "Accept-Post");
        if (request.ReadText() is not { } text) return ControlReply.Error(400, "bad-sdp", "SDP: the text is not UTF-8");
        if (!SdpDescription.TryRead(text, out var offer, out var error)) return ControlReply.Error(400, "bad-sdp", error);
        var bindings = Bind(offer, entry.Stream, entry.IsPublished);
        // RFC 9725, section 4.4.2: what is well-formed but cannot be served.
        if (bindings.Count == 0) return ControlReply.Error(422, "bad-sdp", DescribeNeed(entry.IsPublished));
        return await EnterAsync(entry, text, offer, bindings, cancel).ConfigureAwait(false);
    }

    /// <summary>Ends a session.</summary>
    public async ValueTask<ControlReply> DeleteAsync(string path) =>
        sessions.Find(path) is { } session && await sessions.EndAsync(session).ConfigureAwait(false)
            ? new ControlReply(200, "", ReadOnlyMemory<byte>.Empty)
            : MediaRequest.NotFound("there is no such session: it was deleted, or its connection is gone");

    /// <summary>Takes a piece of a description.</summary>
    public ControlReply Patch(ControlRequest request, string path)
    {
        if (sessions.Find(path) is not { } session) return MediaRequest.NotFound("there is no such session: it was deleted, or its connection is gone");
        if (request.ContentType != MediaRequest.FragmentType) return MediaRequest.WrongType(MediaRequest.FragmentType, "Accept-Patch");
        if (request.ReadText() is not { } text) return ControlReply.Error(400, "bad-sdp", "SDP: the text is not UTF-8");
        if (!SdpFragment.TryRead(text, out var fragment, out var error)) return ControlReply.Error(400, "bad-sdp", error);
        // RFC 9725, section 4.3: a server that takes trickled candidates but no restart says 422 to the latter.
        if (fragment.Ufrag.Length > 0 && fragment.Ufrag != session.Ufrag)
            return ControlReply.Error(422, "ice-restart", "ICE restarts are not served: delete this session and post a new offer");
        if (request.IfMatch.Length == 0) return ControlReply.Error(428, "if-match", "send the ETag of the session as If-Match");
        return request.IfMatch.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == session.Tag || tag == "*")
            ? new ControlReply(204, "", ReadOnlyMemory<byte>.Empty)
            : ControlReply.Error(412, "if-match", "the session has another ETag");
    }

    private async ValueTask<ControlReply> EnterAsync(
        MediaEntry entry, string text, SdpDescription offer, IReadOnlyList<TrackBinding> bindings, CancellationToken cancel)
    {
        HttpMediaSession? made = null;
        try
        {
            sessions.CheckRoom();
            var session = await entry.Enter().ConfigureAwait(false);
            made = sessions.Add(entry.Parent, session, offer.Credentials.Ufrag, release: null);
            await entry.Start(session).ConfigureAwait(false);
            var answer = await sessions.Door.OfferAsync(session, text, bindings, cancel).ConfigureAwait(false);
            return MediaRequest.Created(made, answer);
        }
        catch (Exception e)
        {
            if (made is not null) await sessions.EndAsync(made).ConfigureAwait(false);
            if (e is RpcException refusal) return DoorErrors.ToReply(refusal.Error);
            throw;
        }
    }

    // One audio and one video: the first of each that goes the right way.
    private static List<TrackBinding> Bind(SdpDescription offer, StreamKey stream, bool isPublished)
    {
        var way = isPublished ? MediaDirection.SendOnly : MediaDirection.ReceiveOnly;
        return offer.Media
            .Where(line => line is { IsRejected: false, IsRtp: true, Mid.Length: > 0 } && line.Direction.HasFlag(way))
            .DistinctBy(line => line.Kind)
            .Select(line => new TrackBinding(line.Mid, stream, isPublished))
            .ToList();
    }

    private static string DescribeNeed(bool isPublished) => isPublished
        ? "SDP: no audio or video that is sent: offer an m= line with a=mid and a=sendonly"
        : "SDP: no audio or video to be received: offer an m= line with a=mid and a=recvonly";
}
