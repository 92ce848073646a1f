using ConfEngine.Rtp.Packets;

namespace ConfEngine.Rtp.Receive;

/// <summary>Tells new packets from duplicates, late ones and strays, over a window of <see cref="Length"/> packets behind the newest
/// (RFC 3550, A.1). A jump is believed on its second packet, so that one forged or damaged packet cannot move the window.</summary>
public sealed class SequenceWindow
{
    /// <summary>How far behind the newest a packet may come and still be told from a duplicate.</summary>
    public const int Length = 2048;

    // RFC 3550, A.1 proposes 3000, about a minute of sound; a burst of video runs through that in a few seconds.
    private const int MaxJump = 3000;

    private readonly ulong[] _seen = new ulong[Length / 64];
    private SequenceUnwrapper _unwrapper;
    private bool _started;
    private int _suspect = -1;

    /// <summary>The newest packet's number, counted on past wraps.</summary>
    public long Newest { get; private set; }

    /// <summary>The number of the packet that the stream began, or began anew, with.</summary>
    public long First { get; private set; }

    /// <summary>Judges a packet and remembers it.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="mayRestart">False for one sent again: an old number is no sign of a new beginning then.</param>
    public Reception Add(SequenceNumber number, bool mayRestart = true)
    {
        if (!_started) return Start(number, ReceptionKind.Accepted);
        var sequence = _unwrapper.Peek(number);
        var ahead = sequence - Newest;
        if (ahead is <= -Length and > -MaxJump) return new Reception(ReceptionKind.Late, sequence);
        if (ahead is > MaxJump or <= -MaxJump)
        {
            if (!mayRestart) return new Reception(ReceptionKind.Late, sequence);
            if (_suspect == number.Value) return Start(number, ReceptionKind.Restarted);
            _suspect = number.Next.Value;
            return new Reception(ReceptionKind.Suspicious, sequence);
        }

        _suspect = -1;
        if (ahead > 0) MoveTo(number, sequence);
        else if (IsSeen(sequence)) return new Reception(ReceptionKind.Duplicate, sequence);
        Mark(sequence);
        return new Reception(ReceptionKind.Accepted, sequence);
    }

    /// <summary>Counts a number that was named elsewhere, in a retransmission say, on past wraps; nothing is remembered.</summary>
    public long Peek(SequenceNumber number) => _unwrapper.Peek(number);

    private Reception Start(SequenceNumber number, ReceptionKind kind)
    {
        _started = true;
        _suspect = -1;
        Array.Clear(_seen);
        _unwrapper = default;
        First = Newest = _unwrapper.Unwrap(number);
        Mark(Newest);
        return new Reception(kind, Newest);
    }

    private void MoveTo(SequenceNumber number, long sequence)
    {
        if (sequence - Newest >= Length) Array.Clear(_seen);
        else for (var between = Newest + 1; between < sequence; between++) _seen[Word(between)] &= ~Bit(between);
        Newest = _unwrapper.Unwrap(number);
    }

    private bool IsSeen(long sequence) => (_seen[Word(sequence)] & Bit(sequence)) != 0;

    private void Mark(long sequence) => _seen[Word(sequence)] |= Bit(sequence);

    private static int Word(long sequence) => (int)(sequence & (Length - 1)) >> 6;

    private static ulong Bit(long sequence) => 1UL << (int)(sequence & 63);
}
