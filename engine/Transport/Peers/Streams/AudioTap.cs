using ConfEngine.Core.Time;
using ConfEngine.Rtp.Payloads;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>Hands a stream's sound to those who watch it within this program: packets as they come.</summary>
internal sealed class AudioTap(List<SinkSeat> seats)
{
    private readonly StreamTimeline _timeline = new(OpusPayload.ClockRate);

    public void OnPacket(SourceLayer layer, in SourcePacket packet)
    {
        if (packet.Packet.Payload.IsEmpty) return;
        var pts = _timeline.Map(layer, packet.Packet.Timestamp, packet.Arrival);
        if (_timeline.CaptureAtZero is null) OnReport(layer);
        foreach (var seat in seats) seat.Sink.OnAudio(packet.Packet.Payload, pts, packet.Arrival);
    }

    /// <summary>The sound has begun anew.</summary>
    public void OnRestart() => _timeline.Switch();

    /// <summary>The sender has told its time.</summary>
    public void OnReport(SourceLayer layer)
    {
        if (!_timeline.Update(layer)) return;
        foreach (var seat in seats) Tell(seat);
    }

    /// <summary>Tells one who has just come what is known.</summary>
    public void Tell(SinkSeat seat)
    {
        if (_timeline.CaptureAtZero is { } capture) seat.Sink.OnClock(TrackKind.Audio, capture);
    }
}
