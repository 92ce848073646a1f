using ConfEngine.Core.Media;

namespace ConfEngine.Video.Decode;

/// <summary>How large a stream's pictures may be, so that one file cannot eat the machine's memory.</summary>
internal static class PictureLimits
{
    /// <summary>The longest edge in pixels.</summary>
    public const int LongestEdge = 8192;

    /// <summary>The most pixels; 8K UHD (7680x4320) fits.</summary>
    public const long MostPixels = 1L << 25;

    /// <summary>The most pixels of frames that come without a container, from senders nobody vouches for: a decoder keeps up to 17 pictures.</summary>
    public const long MostLivePixels = 1L << 24;

    /// <summary>True for a good size.</summary>
    public static bool Allows(int width, int height) =>
        width >= 1 && height >= 1 && width <= LongestEdge && height <= LongestEdge && (long)width * height <= MostPixels;

    /// <summary>Lets a good size pass.</summary>
    /// <exception cref="MediaException">It is not.</exception>
    public static void Check(int width, int height, string display)
    {
        if (width < 1 || height < 1) throw new MediaException($"{display}: pictures of {width}x{height} cannot be shown");
        if (!Allows(width, height))
            throw new MediaException($"{display}: {width}x{height} is too large: at most {LongestEdge}x{LongestEdge} and 33 megapixels");
    }
}
