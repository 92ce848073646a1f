namespace ConfEngine.Core.Media;

/// <summary>A stencil of one byte a pixel (0 outside, 255 inside), rows tightly packed: how text reaches code that knows no fonts.</summary>
/// <param name="Pixels">Coverage, <paramref name="Width"/> × <paramref name="Height"/> bytes.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record CoverageMask(byte[] Pixels, int Width, int Height);
