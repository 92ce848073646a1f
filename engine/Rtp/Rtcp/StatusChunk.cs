namespace ConfEngine.Rtp.Rtcp;

/// <summary>The 2-bit symbols of transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01, 3.1.1).</summary>
internal enum PacketStatus : byte
{
    /// <summary>Not received.</summary>
    Missing = 0,

    /// <summary>Received, delta in one unsigned byte.</summary>
    SmallDelta = 1,

    /// <summary>Received, delta in two signed bytes.</summary>
    LargeDelta = 2,

    /// <summary>Reserved: told without a delta, and so not known to have come.</summary>
    Reserved = 3,
}

/// <summary>A word of packet symbols: a run of equal ones, 14 of one bit, or 7 of two bits (the draft, 3.1.3 and 3.1.4).</summary>
internal readonly record struct StatusChunk(ushort Word)
{
    public const int MaxRun = 0x1fff;
    public const int OneBitCount = 14;
    public const int TwoBitCount = 7;

    // The default value stands for "no chunk yet" in the enumerator: a run of none.
    public int Count => (Word & 0x8000) == 0 ? Word & MaxRun : (Word & 0x4000) == 0 ? OneBitCount : TwoBitCount;

    public static StatusChunk Run(PacketStatus status, int count) => new((ushort)((int)status << 13 | count));

    public static StatusChunk OneBit(ReadOnlySpan<PacketStatus> symbols)
    {
        var word = 0x8000;
        for (var i = 0; i < symbols.Length; i++) word |= (int)symbols[i] << (OneBitCount - 1 - i);
        return new StatusChunk((ushort)word);
    }

    public static StatusChunk TwoBit(ReadOnlySpan<PacketStatus> symbols)
    {
        var word = 0xc000;
        for (var i = 0; i < symbols.Length; i++) word |= (int)symbols[i] << (2 * (TwoBitCount - 1 - i));
        return new StatusChunk((ushort)word);
    }

    public PacketStatus SymbolAt(int index)
    {
        if ((Word & 0x8000) == 0) return (PacketStatus)(Word >> 13 & 3);
        return (Word & 0x4000) == 0
            ? (PacketStatus)(Word >> (OneBitCount - 1 - index) & 1)
            : (PacketStatus)(Word >> (2 * (TwoBitCount - 1 - index)) & 3);
    }

    public int DeltaBytes(int symbols)
    {
        if ((Word & 0x8000) == 0) return symbols * BytesOf(SymbolAt(0));
        var bytes = 0;
        for (var i = 0; i < symbols; i++) bytes += BytesOf(SymbolAt(i));
        return bytes;
    }

    private static int BytesOf(PacketStatus status) => status switch
    {
        PacketStatus.SmallDelta => 1,
        PacketStatus.LargeDelta => 2,
        _ => 0,
    };
}
