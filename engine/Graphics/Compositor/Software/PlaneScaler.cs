using System.Runtime.CompilerServices;
using ConfEngine.Core.Media;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Scales one plane, output row by output row, through rows that stay in the first-level cache. A row that needs no filtering is
/// handed out where it lies.</summary>
internal sealed unsafe class PlaneScaler
{
    private const int Slots = 2;
    private readonly AlignedBuffer[] _columns = [new(), new()];
    private readonly AlignedBuffer[] _rows = [new(), new()];
    private readonly AlignedBuffer _sources = new();
    private readonly AlignedBuffer _weights = new();
    private Plane _plane;
    private RowScaler _across = new();
    private ScaleFilter _down = new();
    private byte* _origin;
    private int _length;
    private int _sampleBytes = 1;
    private InstructionSet _set;

    /// <summary>Takes a plane to scale.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="sampleBytes">1, or 4 for packed pixels.</param>
    /// <param name="across">Scaler of the rows, over <paramref name="columns"/> samples from column <paramref name="left"/>.</param>
    /// <param name="down">Filter of the columns, over rows from <paramref name="top"/>.</param>
    /// <param name="left">First column shown.</param>
    /// <param name="columns">Columns shown.</param>
    /// <param name="top">First row shown.</param>
    /// <param name="set">The form of the loops.</param>
    public void Begin(
        in Plane plane, int sampleBytes, RowScaler across, ScaleFilter down, int left, int columns, int top, InstructionSet set)
    {
        if (left < 0 || columns < 1 || left + columns > plane.Width || top < 0 || top >= plane.Height)
            throw new ArgumentOutOfRangeException(nameof(plane), plane, "The shown part lies outside the plane.");
        _plane = plane;
        _sampleBytes = sampleBytes;
        _across = across;
        _down = down;
        _set = set;
        _length = columns * sampleBytes;
        _origin = (byte*)plane.Data + (long)top * plane.Stride + left * sampleBytes;
        for (var slot = 0; slot < Slots; slot++)
        {
            _columns[slot].Reserve(_length);
            _rows[slot].Reserve(across.Filter.Count * sampleBytes);
        }

        _sources.Reserve((down.Taps + 2) * sizeof(nint));
        _weights.Reserve(down.Taps + 2);
    }

    /// <summary>Output row <paramref name="row"/>. Valid until the next call with the same slot (0 or 1). Exactly the output samples may be
    /// read, no more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte* Row(int row, int slot)
    {
        var column = Column(row, slot);
        if (_across.Filter.IsCopy) return column + _across.Filter.First[0] * _sampleBytes;
        var buffer = _columns[slot].Pointer;
        if (column != buffer) Buffer.MemoryCopy(column, buffer, _length, _length);
        var result = _rows[slot].Pointer;
        if (_sampleBytes == 1) _across.Scale(buffer, result, _set);
        else PackedRowScaler.Scale(_across.Filter, buffer, result);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte* Column(int row, int slot)
    {
        var down = _down;
        var count = down.Taps;
        var firsts = down.First;
        var first = firsts[row];
        var stride = (nint)_plane.Stride;
        var rows = (byte**)_sources.Pointer;
        var weights = _weights.Pointer;
        var address = _origin + first * stride;
        var used = 0;
        foreach (var weight in down.Weights.Slice(row * count, count))
        {
            rows[used] = address;
            weights[used] = weight;
            if (weight != 0) used++;
            address += stride;
        }

        if (used == 1) return rows[0];
        if (used % 2 == 1)
        {
            rows[used] = rows[used - 1];
            weights[used++] = 0;
        }

        var aheadCount = row + 1 < firsts.Length ? firsts[row + 1] - first : 0;
        var taps = new ColumnTaps(rows, weights, used, address, aheadCount, stride);
        var result = _columns[slot].Pointer;
        ColumnScaler.Scale(taps, result, _length, _set);
        return result;
    }
}
