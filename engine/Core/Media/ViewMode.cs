namespace ConfEngine.Core.Media;

/// <summary>How a picture goes into a tile of another shape (the three view modes of ZEGO Express).</summary>
public enum ViewMode
{
    /// <summary>The whole picture, centred, with bars where the shapes differ (ZEGO: AspectFit).</summary>
    Fit,

    /// <summary>The whole tile, the picture's edges cut off (ZEGO: AspectFill).</summary>
    Fill,

    /// <summary>The whole picture on the whole tile, distorted (ZEGO: ScaleToFill).</summary>
    Stretch,
}
