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

    private byte* Column(int row, int slot)
    {
        var first = _down.First[row];
        var weights = _down.Weights.Slice(row * _down.Taps, _down.Taps);
        var rows = (byte**)_sources.Pointer;
        var used = 0;
        for (var k = 0; k < weights.Length; k++)
        {
            if (weights[k] == 0) continue;
            rows[used] = _origin + (long)(first + k) * _plane.Stride;
            _weights.Pointer[used++] = weights[k];
        }

        if (used == 1) return rows[0];
        if (used % 2 == 1)
        {
            rows[used] = rows[used - 1];
            _weights.Pointer[used++] = 0;
        }

        var next = first + weights.Length;
        var aheadCount = row + 1 < _down.Count ? _down.First[row + 1] + weights.Length - next : 0;
        var taps = new ColumnTaps(rows, _weights.Pointer, used, _origin + (long)next * _plane.Stride, aheadCount, _plane.Stride);
        ColumnScaler.Scale(taps, _columns[slot].Pointer, _length, _set);
        return _columns[slot].Pointer;
    }
}
