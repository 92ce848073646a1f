namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>A <see cref="ScaleFilter"/> laid out for byte shuffles. Output samples are made in groups, each from a few register-sized
/// windows of
/// the source; for every pair of taps the table holds where each byte comes from and its weight.
/// <para>AVX-512: groups of 32 outputs, one or two windows of 64 bytes behind each other, one index register per pair.
/// AVX2: groups of 16 outputs in two halves of 8 with a base each, up to four windows of 16 bytes, one index register per pair and
/// window.</para></summary>
internal sealed unsafe class ShuffleTable
{
    private readonly AlignedBuffer _bases = new();
    private readonly AlignedBuffer _entries = new();

    /// <summary>Groups of outputs.</summary>
    public int GroupCount { get; private set; }

    /// <summary>Pairs of taps per group.</summary>
    public int PairCount { get; private set; }

    /// <summary>Windows per group; 0 when the filter reaches too far for shuffles.</summary>
    public int WindowCount { get; private set; }

    /// <summary>First source byte of each group (AVX-512) or half group (AVX2).</summary>
    public int* Bases => (int*)_bases.Pointer;

    /// <summary>Per group and pair: the index registers, then the weights.</summary>
    public byte* Entries => _entries.Pointer;

    /// <summary>Computes the table.</summary>
    public void Build(ScaleFilter filter, InstructionSet set)
    {
        var wide = set == InstructionSet.Avx512;
        var lane = wide ? 32 : 8;
        var window = wide ? 64 : 16;
        var register = wide ? 64 : 32;
        var lanes = wide ? 1 : 2;
        WindowCount = Windows(filter, lane, window, wide ? 2 : 4);
        if (WindowCount == 0) return;
        PairCount = (filter.Taps + 1) / 2;
        GroupCount = (filter.Count + lane * lanes - 1) / (lane * lanes);
        _bases.Reserve(GroupCount * lanes * sizeof(int));
        var shuffles = wide ? 1 : WindowCount;
        var entry = (shuffles + 1) * register;
        new Span<byte>(_entries.Reserve(GroupCount * PairCount * entry), GroupCount * PairCount * entry).Clear();
        for (var l = 0; l < GroupCount * lanes; l++)
        {
            Bases[l] = filter.First[Math.Min(l * lane, filter.Count - 1)];
            for (var p = 0; p < PairCount; p++)
            {
                var at = Entries + (l / lanes * PairCount + p) * entry + l % lanes * 16;
                FillPair(filter, l * lane, lane, p, Bases[l], at, at + shuffles * register, wide);
            }
        }
    }

    private static int Windows(ScaleFilter filter, int lane, int window, int limit)
    {
        var span = 0;
        for (var i = 0; i < filter.Count; i++)
        {
            var offset = filter.First[i] - filter.First[i / lane * lane];
            if (offset < 0) return 0;
            span = Math.Max(span, offset + filter.Taps);
        }

        var windows = (span + window - 1) / window;
        return windows <= limit ? windows : 0;
    }

    private void FillPair(ScaleFilter filter, int output, int lane, int pair, int start, byte* shuffle, byte* weights, bool wide)
    {
        // A byte that comes from another window is 0x80 there: such a shuffle gives 0, and the windows are or-ed.
        if (!wide)
            for (var w = 0; w < WindowCount; w++) new Span<byte>(shuffle + w * 32, 16).Fill(0x80);
        for (var i = 0; i < lane && output + i < filter.Count; i++)
        {
            for (var k = 0; k < 2 && 2 * pair + k < filter.Taps; k++)
            {
                var offset = filter.First[output + i] + 2 * pair + k - start;
                weights[2 * i + k] = filter.Weights[(output + i) * filter.Taps + 2 * pair + k];
                if (wide) shuffle[2 * i + k] = (byte)offset;
                else shuffle[offset / 16 * 32 + 2 * i + k] = (byte)(offset % 16);
            }
        }
    }
}
