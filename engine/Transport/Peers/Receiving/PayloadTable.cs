using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Transport.Sdp;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>What the payload types of an m-line mean, in arrays, for every packet asks.</summary>
internal sealed class PayloadTable
{
    private const int VideoCodecCount = 4;
    private readonly PayloadEntry[] _entries = new PayloadEntry[PayloadType.MaxValue + 1];
    private readonly (bool IsKnown, PayloadType Type, PayloadType? Rtx)[] _video = new (bool, PayloadType, PayloadType?)[VideoCodecCount];
    private (bool IsKnown, PayloadType Type, PayloadType? Rtx) _audio;

    /// <summary>Lost packets may be asked for.</summary>
    public bool HasNack { get; private set; }

    /// <summary>The sender counts its packets over the whole transport and wants to know when they came.</summary>
    public bool HasTransportFeedback { get; private set; }

    /// <summary>The sender heeds a rate that it is told.</summary>
    public bool HasReceiverEstimate { get; private set; }

    /// <summary>Retransmissions have a stream of their own.</summary>
    public bool HasRetransmission { get; private set; }

    /// <summary>Key frames are asked for by FIR alone.</summary>
    public bool HasOnlyFullIntraRequest { get; private set; }

    /// <summary>From what was negotiated.</summary>
    public static PayloadTable From(NegotiatedMedia media)
    {
        var table = new PayloadTable();
        var hasLoss = false;
        var hasFull = false;
        foreach (var codec in media.Codecs)
        {
            if (FindCodec(codec, media.Kind) is not { } kind) continue;
            table.Add(kind.Video, codec.PayloadType, codec.ClockRate, codec.RtxPayloadType);
            table.HasNack |= codec.Feedback.Contains("nack");
            table.HasTransportFeedback |= codec.Feedback.Contains("transport-cc");
            table.HasReceiverEstimate |= codec.Feedback.Contains("goog-remb");
            hasLoss |= codec.Feedback.Contains("nack pli");
            hasFull |= codec.Feedback.Contains("ccm fir");
        }

        table.HasOnlyFullIntraRequest = hasFull && !hasLoss;
        return table;
    }

    /// <summary>With one payload type and no feedback: plain RTP.</summary>
    public static PayloadTable Plain(PlainMedia media)
    {
        var table = new PayloadTable();
        table.Add(media.Video, media.PayloadType, media.ClockRate, null);
        return table;
    }

    /// <summary>What a payload type means; false when it was not agreed on.</summary>
    public bool TryGet(PayloadType type, out PayloadEntry entry)
    {
        entry = _entries[type.Value];
        return entry.IsKnown;
    }

    /// <summary>The payload types to send a codec with; null stands for Opus.</summary>
    public bool TryFind(VideoCodec? codec, out PayloadType type, out PayloadType? rtx)
    {
        (var isKnown, type, rtx) = codec is { } video ? _video[(int)video] : _audio;
        return isKnown;
    }

    /// <summary>The first codec to send with, for the time before there is anything to send.</summary>
    public (PayloadType Type, PayloadType? Rtx) First()
    {
        if (_audio.IsKnown) return (_audio.Type, _audio.Rtx);
        foreach (var (isKnown, type, rtx) in _video)
            if (isKnown)
                return (type, rtx);
        return default;
    }

    private static (VideoCodec? Video, bool IsAudio)? FindCodec(RtpCodec codec, string kind)
    {
        if (kind == "audio") return CodecPreference.Opus.Matches(codec) ? (null, true) : null;
        if (CodecPreference.Vp8.Matches(codec)) return (VideoCodec.Vp8, false);
        if (CodecPreference.H264.Matches(codec)) return (VideoCodec.H264, false);
        if (CodecPreference.Vp9.Matches(codec)) return (VideoCodec.Vp9, false);
        return CodecPreference.Av1.Matches(codec) ? (VideoCodec.Av1, false) : null;
    }

    private void Add(VideoCodec? codec, int payloadType, int clockRate, int? rtxType)
    {
        if (payloadType is < 0 or > PayloadType.MaxValue || rtxType is < 0 or > PayloadType.MaxValue) return;
        var type = new PayloadType((byte)payloadType);
        PayloadType? rtx = rtxType is { } number ? new PayloadType((byte)number) : null;
        _entries[payloadType] = new PayloadEntry(true, null, codec, clockRate);
        if (rtx is { } repeated) _entries[repeated.Value] = new PayloadEntry(true, type, codec, clockRate);
        HasRetransmission |= rtx is not null;
        ref var known = ref _audio;
        if (codec is { } video) known = ref _video[(int)video];
        if (!known.IsKnown) known = (true, type, rtx);
    }
}

/// <summary>What a payload type means.</summary>
/// <param name="IsKnown">It was agreed on.</param>
/// <param name="Repairs">The payload type that it sends again; null for media.</param>
/// <param name="Codec">Null for Opus.</param>
/// <param name="ClockRate">RTP ticks per second.</param>
internal readonly record struct PayloadEntry(bool IsKnown, PayloadType? Repairs, VideoCodec? Codec, int ClockRate);
