using ConfEngine.Core.Time;
using ConfEngine.Rtp.Receive;

namespace ConfEngine.Transport.Peers.Streams;

/// <summary>Hands a stream's pictures to those who watch it within this program: whole frames of one layer, the smallest that has all the lines
/// that anybody shows. Another layer is taken up at its first whole key frame, and until then the old one goes on.</summary>
internal sealed class VideoTap(List<SinkSeat> seats, PacketPool pool)
{
    private const int ClockRate = 90_000;
    private readonly StreamTimeline _timeline = new(ClockRate);
    private readonly EncodedFrame _frame = new();
    private TapLane? _current;
    private TapLane? _next;

    /// <summary>Lines of picture that are of use to anybody.</summary>
    public int WantedHeight { get; private set; }

    public void OnPacket(SourceLayer layer, in SourcePacket packet)
    {
        var lane = _current?.Layer == layer ? _current : _next?.Layer == layer ? _next : TryBegin(layer, packet);
        if (lane is null) return;
        lane.Insert(packet);
        Drain(lane, packet.Now);
    }

    /// <summary>A layer has begun anew, or has changed its codec.</summary>
    public void OnRestart(SourceLayer layer)
    {
        if (_next?.Layer == layer) Drop(ref _next);
        if (_current?.Layer != layer) return;
        Drop(ref _current);
        _timeline.Switch();
        if (_next is not null || layer.Codec is not { } codec) return;
        _next = new TapLane(layer, codec, pool);
        layer.WantKeyFrame();
    }

    /// <summary>There is nothing to take any more.</summary>
    public void Stop()
    {
        Drop(ref _current);
        Drop(ref _next);
        _timeline.Switch();
    }

    /// <summary>The sender has told its time.</summary>
    public void OnReport(SourceLayer layer)
    {
        if (_current?.Layer != layer || !_timeline.Update(layer)) return;
        foreach (var seat in seats) Tell(seat);
    }

    /// <summary>Tells one who has just come what is known.</summary>
    public void Tell(SinkSeat seat)
    {
        if (_timeline.CaptureAtZero is { } capture) seat.Sink.OnClock(TrackKind.Video, capture);
    }

    /// <summary>Looks at what the watchers want.</summary>
    public void Look()
    {
        WantedHeight = 0;
        foreach (var seat in seats) WantedHeight = Math.Max(WantedHeight, seat.Sink.WantedHeight);
    }

    /// <summary>Looks at what the watchers want, and chooses the layer.</summary>
    public void OnTick(SourceTrack? source, Instant now)
    {
        Look();
        if (source is null || WantedHeight == 0)
        {
            if (_current is not null || _next is not null) Stop();
            return;
        }

        Choose(source, now);
        if (_current is { } current)
        {
            Drain(current, now);
            current.Remind();
        }

        if (_next is { } next)
        {
            Drain(next, now);
            next.Remind();
        }

        PassWishes();
    }

    /// <summary>Counts itself among the users of the layers that it takes.</summary>
    public void CountUsers()
    {
        if (_current is not null) _current.Layer.Users++;
        if (_next is not null) _next.Layer.Users++;
    }

    // The first key frame that comes is taken, whatever its size: a picture now is better than the right one in a second.
    private TapLane? TryBegin(SourceLayer layer, in SourcePacket packet)
    {
        if (_current is not null || _next is not null || WantedHeight == 0 || !packet.IsEntry || layer.Codec is not { } codec) return null;
        return _next = new TapLane(layer, codec, pool);
    }

    private void Choose(SourceTrack source, Instant now)
    {
        SourceLayer? best = null;
        var layers = source.BySize;
        for (var i = 0; i < layers.Length; i++)
        {
            if (!layers[i].IsLive(now)) continue;
            best = layers[i];
            if (best.HeightAt(layers.Length - 1 - i) >= WantedHeight) break;
        }

        if (best is null || best.Codec is not { } codec) return;
        if (best == _current?.Layer)
        {
            Drop(ref _next);
        }
        else if (best != _next?.Layer)
        {
            Drop(ref _next);
            _next = new TapLane(best, codec, pool);
            best.WantKeyFrame();
        }
    }

    private void Drain(TapLane lane, Instant now)
    {
        while (lane.TryTake(now, _frame))
        {
            if (lane == _next)
            {
                Drop(ref _current);
                (_current, _next) = (lane, null);
                _timeline.Switch();
            }

            _frame.Pts = _timeline.Map(lane.Layer, _frame.Timestamp, _frame.FirstArrival);
            if (_timeline.CaptureAtZero is null) OnReport(lane.Layer);
            Deliver(lane);
        }
    }

    private void Deliver(TapLane lane)
    {
        foreach (var seat in seats)
        {
            if (seat.Sink.WantedHeight <= 0)
            {
                seat.WaitsForKeyFrame = true;
                continue;
            }

            if (seat.WaitsForKeyFrame && !_frame.IsKeyFrame)
            {
                if (!seat.HasAsked) lane.Layer.WantKeyFrame();
                seat.HasAsked = true;
                continue;
            }

            seat.WaitsForKeyFrame = seat.HasAsked = false;
            seat.Sink.OnVideo(_frame, lane.Codec, lane.Layer.QuarterTurns);
        }

        PassWishes();
    }

    private void PassWishes()
    {
        foreach (var seat in seats)
        {
            if (!seat.Sink.TakeKeyFrameWish()) continue;
            seat.WaitsForKeyFrame = seat.HasAsked = true;
            (_current ?? _next)?.Layer.WantKeyFrame();
        }
    }

    private static void Drop(ref TapLane? lane)
    {
        lane?.Restart();
        lane = null;
    }
}
