using ConfEngine.Core.Time;
using ConfEngine.Rtp.Bandwidth;

namespace ConfEngine.Transport.Peers.Receiving;

/// <summary>What a publisher that measures nothing itself is told that it may send (REMB): half above what comes, less while packets are lost.</summary>
internal sealed class ReceiverRate(long maximum)
{
    private const long Start = 1_000_000;
    private const long Least = 200_000;
    private readonly LossRate _loss = new(Start);

    /// <summary>Bits a second.</summary>
    public long BitsPerSecond => Math.Clamp(_loss.BitsPerSecond, Math.Min(Least, maximum), maximum);

    /// <summary>Takes in what came since the last call, about a second ago.</summary>
    /// <param name="expected">Packets sent.</param>
    /// <param name="lost">Those of them that were lost.</param>
    /// <param name="received">Bits a second that came.</param>
    /// <param name="now">The time.</param>
    public void Update(long expected, long lost, long received, Instant now) =>
        _loss.Add((int)Math.Clamp(expected, 0, int.MaxValue), (int)Math.Clamp(lost, 0, int.MaxValue), Math.Min(maximum, Start + received * 3 / 2), now);
}
