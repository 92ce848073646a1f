using ConfEngine.Core.Time;
using ConfEngine.Rtp.Send;

namespace ConfEngine.Rtp.Bandwidth;

/// <summary>Gathers packets that left in one burst, and compares the spacing of bursts at both ends (draft-ietf-rmcat-gcc-02, 5.2).
/// Single packets of
/// a burst only show how fast the last link is.</summary>
internal struct PacketGroups
{
    private static readonly MediaTime s_burst = MediaTime.FromMilliseconds(5);
    private Group _current;
    private Group _previous;

    /// <summary>Adds a received packet.</summary>
    /// <param name="result">The packet, in the order of sending.</param>
    /// <param name="sent">Time between the departures of the last two whole bursts.</param>
    /// <param name="arrived">Time between their arrivals.</param>
    /// <returns>True when the packet begins a burst and there are two whole ones before it.</returns>
    public bool TryAdd(in PacketResult result, out MediaTime sent, out MediaTime arrived)
    {
        sent = arrived = default;
        if (_current.Packets > 0 && result.SentAt < _current.FirstSent) return false;
        if (_current.Packets > 0 && result.SentAt - _current.FirstSent <= s_burst)
        {
            _current.Add(result);
            return false;
        }

        var whole = _current.Packets > 0 && _previous.Packets > 0;
        if (whole)
        {
            sent = _current.LastSent - _previous.LastSent;
            arrived = _current.LastArrived - _previous.LastArrived;
        }

        _previous = _current;
        _current = new Group { FirstSent = result.SentAt, LastArrived = result.ArrivedAt };
        _current.Add(result);
        return whole;
    }

    private struct Group
    {
        public int Packets;
        public Instant FirstSent;
        public Instant LastSent;
        public MediaTime LastArrived;

        public void Add(in PacketResult result)
        {
            Packets++;
            LastSent = result.SentAt;
            if (result.ArrivedAt > LastArrived) LastArrived = result.ArrivedAt;
        }
    }
}
