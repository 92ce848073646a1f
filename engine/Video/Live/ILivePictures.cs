using ConfEngine.Core.Time;
using ConfEngine.Video.Decode;

namespace ConfEngine.Video.Live;

/// <summary>Pictures that come when they come: nobody can ask for the next one.</summary>
internal interface ILivePictures : IPictureReader
{
    /// <summary>True when what waits to be decoded is soon more than may wait.</summary>
    bool IsPressed { get; }

    /// <summary>How long the oldest picture has waited to be decoded; 0 when something else is to be learned; null when there is nothing to do.</summary>
    MediaTime? OldestAge(Instant now);
}
