namespace ConfEngine.Rtp.Packets;

/// <summary>Counts on past the wrap of a <see cref="SequenceNumber"/>. Late packets land where they belong; the nearest position to the
/// newest seen is taken, so gaps of up to 32767 packets are read right.</summary>
public struct SequenceUnwrapper
{
    private bool _started;
    private long _newest;

    /// <summary>The extended number: equal to <paramref name="number"/> modulo 65536. The first one starts one wrap up, so that what came
    /// before it is still positive.</summary>
    public long Unwrap(SequenceNumber number)
    {
        var extended = Peek(number);
        if (!_started || extended > _newest) _newest = extended;
        _started = true;
        return extended;
    }

    /// <summary>What <see cref="Unwrap"/> would give, with nothing remembered: for numbers in feedback, which come from
    /// elsewhere.</summary>
    public readonly long Peek(SequenceNumber number) =>
        _started ? _newest + number.DistanceFrom(new SequenceNumber((ushort)_newest)) : 65536 + number.Value;
}
