using ConfEngine.Runtime.Live;

namespace ConfEngine.Kiosk.Rooms;

/// <summary>What a room measured over one run.</summary>
/// <param name="LivePictures">Pictures of participants that reached the canvas.</param>
/// <param name="DatagramToCanvasP50Milliseconds">From the first datagram of a picture to the frame it is drawn in, half of them; null without pictures.</param>
/// <param name="DatagramToCanvasP95Milliseconds">95 of 100 of them.</param>
internal sealed record RoomStatistics(long LivePictures, double? DatagramToCanvasP50Milliseconds, double? DatagramToCanvasP95Milliseconds)
{
    public static RoomStatistics Of(LatencyMeter latency) => latency.Count == 0
        ? new RoomStatistics(0, null, null)
        : new RoomStatistics(latency.Count, latency.Percentile(0.5), latency.Percentile(0.95));
}
