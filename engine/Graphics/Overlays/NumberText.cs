using System.Globalization;

namespace ConfEngine.Graphics.Overlays;

/// <summary>Writes numbers and words one after the other into memory on the stack.</summary>
internal ref struct NumberText(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _length;

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<char> Written => _buffer[.._length];

    /// <summary>Adds words; what does not fit is left out.</summary>
    public NumberText Add(ReadOnlySpan<char> words)
    {
        var taken = Math.Min(words.Length, _buffer.Length - _length);
        words[..taken].CopyTo(_buffer[_length..]);
        _length += taken;
        return this;
    }

    /// <summary>Adds a number.</summary>
    public NumberText Add(long number)
    {
        if (number.TryFormat(_buffer[_length..], out var written, provider: CultureInfo.InvariantCulture)) _length += written;
        return this;
    }

    /// <summary>Adds a number in a standard format such as "F1"; a dash where there is none.</summary>
    public NumberText Add(double number, ReadOnlySpan<char> format)
    {
        if (!double.IsFinite(number)) return Add("-");
        if (number.TryFormat(_buffer[_length..], out var written, format, CultureInfo.InvariantCulture)) _length += written;
        return this;
    }
}
