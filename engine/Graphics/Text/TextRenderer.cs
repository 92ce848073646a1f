using System.Diagnostics.CodeAnalysis;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Graphics.Text;

/// <summary>Draws lines of text of any script as coverage masks: bidirectional, shaped, each character from a font that has it. Texts come from
/// outside and are made harmless first. Belongs to one thread.</summary>
public sealed class TextRenderer : IDisposable
{
    /// <summary>The widest picture made, whatever the style asks for.</summary>
    public const int MaxImageWidth = 8192;

    private const int MinPixelSize = 4;
    private const int MaxPixelSize = 512;

    private readonly TextImageCache _cache;
    private readonly GlyphCache _glyphs = new();
    private readonly LineRasterizer _rasterizer;
    private readonly Dictionary<(int, FontWeight), LineMetrics> _metrics = [];
    private readonly Dictionary<(int, FontWeight), AsciiFont> _ascii = [];
    private readonly FontFallback? _fonts;
    private readonly TextShaper? _shaper;
    private bool _isDisposed;

    /// <summary>Makes a renderer. Opens the first usable font only.</summary>
    /// <param name="fonts">The fonts, best first.</param>
    public TextRenderer(FontSet fonts)
        : this(fonts, cacheCapacity: 512, cacheBytes: 32 << 20)
    {
    }

    internal TextRenderer(FontSet fonts, int cacheCapacity, long cacheBytes)
    {
        _cache = new TextImageCache(cacheCapacity, cacheBytes);
        _rasterizer = new LineRasterizer(_glyphs);
        Problem = "";
        try
        {
            _fonts = new FontFallback(fonts);
            _shaper = new TextShaper(_fonts);
            // Asked here so that a missing library shows at the start and not with the first name.
            FriBidi.ResolveLevels(['a'], stackalloc sbyte[1]);
            HasFonts = _fonts.Primary(FontWeight.Regular) is not null;
            if (!HasFonts) Problem = fonts.Fonts.Count == 0 ? fonts.Describe() : "no usable font: none of the files found can be opened";
        }
        catch (DllNotFoundException missing)
        {
            Problem = $"text libraries missing: install libfreetype6, libharfbuzz0b and libfribidi0 ({missing.Message.Split('\n')[0]})";
        }
    }

    /// <summary>False when there is nothing to draw text with: everything else goes on without lettering.</summary>
    public bool HasFonts { get; }

    /// <summary>Why <see cref="HasFonts"/> is false and the remedy, in one line; empty otherwise.</summary>
    public string Problem { get; }

    internal int CachedCount => _cache.Count;

    internal long CachedBytes => _cache.Bytes;

    /// <summary>Draws a line of text, or finds it drawn already, which allocates nothing.</summary>
    /// <param name="text">Any text; control characters and bidi overrides are left out, and only the first 500 characters or so are drawn.</param>
    /// <param name="style">Size, weight and width.</param>
    /// <param name="image">The picture, good until the <see cref="EndFrame"/> of this frame.</param>
    /// <returns>False when there is no font, or nothing to be seen in the text.</returns>
    public bool TryRender(string text, in TextStyle style, [MaybeNullWhen(false)] out TextImage image)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_cache.TryGet(text, style, out image))
        {
            image = Draw(text, style);
            _cache.Add(text, style, image);
        }

        return image is not null;
    }

    /// <summary>Draws a line of text for code that keeps it and knows nothing of this renderer; not cached.</summary>
    /// <returns>Null when there is no font, or nothing to be seen in the text.</returns>
    public CoverageMask? RenderMask(string text, in TextStyle style)
    {
        if (Draw(text, style) is not { } image) return null;
        using var mask = image.Mask;
        var pixels = new byte[mask.Width * mask.Height];
        for (var y = 0; y < mask.Height; y++) mask.Row(y).CopyTo(pixels.AsSpan(y * mask.Width));
        return new CoverageMask(pixels, mask.Width, mask.Height);
    }

    /// <summary>True when a font has the first character of <paramref name="sample"/>.</summary>
    public bool Covers(string sample)
    {
        if (_fonts is null || sample.Length == 0) return false;
        ReadOnlySpan<uint> character = [(uint)System.Text.Rune.GetRuneAt(sample, 0).Value];
        return _fonts.Find(character, 0, FontWeight.Regular) is { } face && FontFallback.Covers(face, character);
    }

    /// <summary>The vertical measures of a style; all zero without fonts.</summary>
    public LineMetrics Metrics(in TextStyle style)
    {
        var size = Math.Clamp(style.PixelSize, MinPixelSize, MaxPixelSize);
        if (_metrics.TryGetValue((size, style.Weight), out var known)) return known;
        return _metrics[(size, style.Weight)] = Measure(size, style.Weight);
    }

    /// <summary>Says that the frame is drawn: pictures handed out in it may be freed from the next frame but one on.</summary>
    public void EndFrame() => _cache.EndFrame();

    /// <summary>Frees fonts and pictures.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _cache.Dispose();
        _shaper?.Dispose();
        _fonts?.Dispose();
    }

    /// <summary>The printable ASCII characters of a style, for numbers that change all the time; null without fonts.</summary>
    internal AsciiFont? Ascii(int pixelSize, FontWeight weight)
    {
        var size = Math.Clamp(pixelSize, MinPixelSize, MaxPixelSize);
        if (_ascii.TryGetValue((size, weight), out var known)) return known;
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!HasFonts || _fonts?.Primary(weight) is not { } face) return null;
        return _ascii[(size, weight)] = new AsciiFont(face, size);
    }

    internal ShapedLine? Shape(string text, in TextStyle style)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!HasFonts || _shaper is null) return null;
        var clean = CleanText.From(text);
        var size = Math.Clamp(style.PixelSize, MinPixelSize, MaxPixelSize);
        return clean.Count == 0 ? null : _shaper.Shape(clean, size, style.Weight, MaxWidth(style));
    }

    private static int MaxWidth(in TextStyle style) => style.MaxWidth > 0 ? Math.Min(style.MaxWidth, MaxImageWidth) : MaxImageWidth;

    private TextImage? Draw(string text, in TextStyle style)
    {
        if (Shape(text, style) is not { } line) return null;
        var size = Math.Clamp(style.PixelSize, MinPixelSize, MaxPixelSize);
        return _rasterizer.Draw(line, size, Metrics(style), MaxWidth(style));
    }

    private LineMetrics Measure(int size, FontWeight weight)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!HasFonts || _fonts?.Primary(weight) is not { } face) return default;
        var scale = (double)size / face.UnitsPerEm;
        var capital = _glyphs.Get(face, face.GlyphOf('H'), size, 0);
        return new LineMetrics((int)Math.Ceiling(face.Ascender * scale), (int)Math.Ceiling(-face.Descender * scale), capital.Top);
    }
}
