using ConfEngine.Core.Time;
using ConfEngine.Rtp.Packets;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Rtcp;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>One encoding of a track: the only one, or a layer of a simulcast.</summary>
internal abstract class SourceLayer(SourceTrack track, int listed)
{
    private const double Smoothing = 0.3;
    private static readonly MediaTime s_alive = MediaTime.FromSeconds(2);
    private static readonly MediaTime s_behind = MediaTime.FromSeconds(1);
    private static readonly MediaTime s_window = MediaTime.FromSeconds(1);
    private readonly RateMeter _meter = new();
    private double _rate;
    private Instant _liveSince;

    /// <summary>What it is a layer of.</summary>
    public SourceTrack Track => track;

    /// <summary>Its place in the sender's list, which says little of its size.</summary>
    public int Listed => listed;

    /// <summary>Null for sound, and before the first packet.</summary>
    public VideoCodec? Codec { get; protected set; }

    /// <summary>Of the last key frame; 0 while unknown.</summary>
    public PictureSize Size { get; private set; }

    /// <summary>Turns clockwise that make the picture upright, 0 to 3.</summary>
    public byte QuarterTurns { get; protected set; }

    /// <summary>Bits a second, smoothed; 0 while it is not live.</summary>
    public long BitsPerSecond { get; private set; }

    /// <summary>When its last packet came.</summary>
    public Instant? LastPacketAt { get; private set; }

    /// <summary>How many players and viewers take it, or wait for its key frame. What nobody takes is not asked for again.</summary>
    public int Users { get; set; }

    /// <summary>Frames that came.</summary>
    public long Frames { get; private set; }

    /// <summary>Bytes that came.</summary>
    public long Bytes { get; private set; }

    /// <summary>Asks its sender for a key frame. Wishes are merged.</summary>
    public abstract void WantKeyFrame();

    /// <summary>What its sender's clock showed at which time stamp; false while that is unknown.</summary>
    public abstract bool TryGetClock(out NtpTime ntp, out RtpTimestamp rtp);

    /// <summary>True when packets came lately, and not only those of other layers.</summary>
    public bool IsLive(Instant now) => LastPacketAt is { } at && now - at < s_alive && track.LastPacketAt - at < s_behind;

    /// <summary>Brings <see cref="BitsPerSecond"/> up to date; called some ten times a second.</summary>
    public void OnTick(Instant now)
    {
        var rate = (double)_meter.BitsPerSecond(now);
        // The meter looks back a second, which a layer that has just begun does not have.
        if (now - _liveSince < s_window) rate /= Math.Max(0.1, (now - _liveSince).Seconds);
        _rate = !IsLive(now) ? 0 : _rate == 0 ? rate : _rate + Smoothing * (rate - _rate);
        BitsPerSecond = (long)_rate;
    }

    /// <summary>How many lines it has, guessed from its rank while unknown.</summary>
    /// <param name="rank">0 for the largest of its track.</param>
    public int HeightAt(int rank) => Size.Height > 0 ? Size.Height : 720 >> Math.Min(rank, 4);

    /// <summary>Takes note of a packet.</summary>
    protected void Note(in SourcePacket packet)
    {
        if (!IsLive(packet.Now)) _liveSince = packet.Now;
        _meter.Add(packet.Packet.Data.Length, packet.Now);
        LastPacketAt = track.LastPacketAt = packet.Now;
        Bytes += packet.Packet.Data.Length;
        if (packet.Packet.Marker) Frames++;
        if (packet.IsEntry && Codec is { } codec && PictureSize.TryRead(codec, packet.Packet.Payload, out var size)) Size = size;
    }
}
