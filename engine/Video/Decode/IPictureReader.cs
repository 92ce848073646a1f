using ConfEngine.Core.Time;

namespace ConfEngine.Video.Decode;

/// <summary>What <see cref="IPictureReader.Read"/> came back with.</summary>
internal enum PictureResult
{
    /// <summary>A picture.</summary>
    Picture,

    /// <summary>No picture yet: ask again.</summary>
    Nothing,

    /// <summary>No picture will follow.</summary>
    End,
}

/// <summary>Where a <see cref="VideoStream"/> gets its pictures from.</summary>
internal interface IPictureReader : IDisposable
{
    /// <summary>FFmpeg's short name of the codec; "raw" where there is none.</summary>
    string Codec { get; }

    /// <summary>Length of one round; null for endless or unknown.</summary>
    MediaTime? Duration { get; }

    /// <summary>Until when the last picture is to be seen: its position and its length.</summary>
    MediaTime LastsUntil { get; }

    /// <summary>Makes the next picture with a bounded amount of work.</summary>
    /// <param name="frame">Gets the picture and its position.</param>
    /// <param name="due">The position wanted on the screen now, to judge lateness by.</param>
    /// <exception cref="Core.Media.MediaException">The source is beyond repair.</exception>
    PictureResult Read(DecodedFrame frame, MediaTime due);
}
