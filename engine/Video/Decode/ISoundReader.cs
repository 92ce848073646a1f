namespace ConfEngine.Video.Decode;

/// <summary>Where an <see cref="AudioTrack"/> gets its sound from.</summary>
internal interface ISoundReader : IDisposable
{
    /// <summary>FFmpeg's short name of the codec.</summary>
    string Codec { get; }

    /// <summary>Hands a bounded amount of sound to the sink.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="Core.Media.MediaException">The source is beyond repair.</exception>
    bool Read();
}
