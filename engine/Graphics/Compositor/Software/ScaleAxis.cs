namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>One axis of a picture placed on the canvas: what of the source is shown, where, and on which output samples.</summary>
/// <param name="SourceStart">Left edge of the shown part, in source pixels.</param>
/// <param name="SourceLength">Length of the shown part, in source pixels; positive.</param>
/// <param name="PictureLength">Pixels of the whole picture.</param>
/// <param name="BoundsStart">Canvas pixel where the shown part begins.</param>
/// <param name="BoundsLength">Canvas pixels that it fills; positive.</param>
/// <param name="GridStart">Canvas pixel of the first output sample.</param>
/// <param name="GridLength">Canvas pixels to make.</param>
internal readonly record struct ScaleAxis(
    double SourceStart, double SourceLength, int PictureLength, int BoundsStart, int BoundsLength, int GridStart, int GridLength)
{
    /// <summary>Source pixels per canvas pixel.</summary>
    public double Ratio => SourceLength / BoundsLength;

    /// <summary>The scaler of this axis for one plane, and the first plane sample of the shown part.</summary>
    /// <param name="cache">Where scalers live.</param>
    /// <param name="sourceBlock">Pixels per plane sample: 1, or 2 for subsampled chroma.</param>
    /// <param name="sourceSite">Place of a plane sample in its block, in pixels from the block's edge; 0.5 for a block of 1.</param>
    /// <param name="outputBlock">Canvas pixels per output sample.</param>
    /// <param name="outputSite">Place of an output sample in its block; 0.5 for a block of 1.</param>
    /// <param name="low">Receives the first plane sample; the scaler counts from there.</param>
    /// <param name="length">Receives the number of plane samples from there.</param>
    public RowScaler Scaler(
        FilterCache cache, int sourceBlock, double sourceSite, int outputBlock, double outputSite, out int low, out int length)
    {
        var planeLength = (PictureLength + sourceBlock - 1) / sourceBlock;
        low = (int)Math.Clamp(Math.Floor(SourceStart / sourceBlock), 0, planeLength - 1);
        var high = (int)Math.Clamp(Math.Ceiling((SourceStart + SourceLength) / sourceBlock), low + 1, planeLength);
        length = high - low;
        var step = Ratio * outputBlock / sourceBlock;
        var centre = (SourceStart + (GridStart - BoundsStart + outputSite) * Ratio - sourceSite) / sourceBlock;
        var count = (GridLength + outputBlock - 1) / outputBlock;
        return cache.Get(centre + 0.5 - 0.5 * step - low, step, count, length);
    }
}
