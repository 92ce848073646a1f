using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>Makes frames of one layer.</summary>
internal sealed class TapLane
{
    private const int ClockRate = 90_000;
    private readonly FrameAssembler _assembler;
    private bool _hasEntry;

    public TapLane(SourceLayer layer, VideoCodec codec, PacketPool pool)
    {
        Layer = layer;
        Codec = codec;
        _assembler = new FrameAssembler(codec, ClockRate, pool);
        layer.Users++;
    }

    public SourceLayer Layer { get; }

    public VideoCodec Codec { get; }

    public void Insert(in SourcePacket packet)
    {
        _hasEntry |= packet.IsEntry;
        _assembler.Insert(packet.Sequence, packet.Packet, packet.Arrival);
    }

    public bool TryTake(Instant now, EncodedFrame frame)
    {
        var isTaken = _assembler.TryTake(now, frame);
        if (!_assembler.TakeKeyFrameWish()) return isTaken;
        _hasEntry = false;
        Layer.WantKeyFrame();
        return isTaken;
    }

    /// <summary>Asks again while no key frame has even begun to come: the source may have slept through what was asked before.</summary>
    public void Remind()
    {
        if (_assembler.IsWaitingForKeyFrame && !_hasEntry) Layer.WantKeyFrame();
    }

    /// <summary>Gives up what is kept, and its buffers.</summary>
    public void Restart()
    {
        _assembler.Restart();
        _hasEntry = false;
    }
}
