using ConfEngine.Core.Media;

namespace ConfEngine.Video.Tests.Live;

/// <summary>Pictures that are hard to encode: a pattern of noise that moves by a few pixels from one to the next, different for every run of ten.</summary>
public sealed class Noise : IDisposable
{
    private readonly OwnedVideoFrame _picture;
    private readonly byte[] _pattern = new byte[1 << 20];
    private int _number;

    public Noise(int width, int height)
    {
        _picture = new OwnedVideoFrame(PixelLayout.I420, width, height) { Color = ColorDescription.Canvas };
        new Random(7).NextBytes(_pattern);
        for (var i = 0; i < _pattern.Length; i++) _pattern[i] = (byte)(64 + _pattern[i] / 2);
    }

    public OwnedVideoFrame Next()
    {
        _picture.MarkChanged();
        for (var plane = 0; plane < 3; plane++)
        {
            for (var y = 0; y < _picture[plane].Height; y++)
            {
                var row = _picture[plane].Row(y);
                var from = (_number / 10 * 7919 + _number * 3 + y / 2 * 1021) % (_pattern.Length - row.Length);
                _pattern.AsSpan(from, row.Length).CopyTo(row);
            }
        }

        _number++;
        return _picture;
    }

    public void Dispose() => _picture.Dispose();
}
