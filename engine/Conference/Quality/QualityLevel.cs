namespace ConfEngine.Conference.Quality;

/// <summary>How good a connection or a stream is (ZegoStreamQualityLevel, same numbers).</summary>
public enum QualityLevel
{
    /// <summary>Nothing to notice.</summary>
    Excellent = 0,

    /// <summary>Little to notice.</summary>
    Good = 1,

    /// <summary>Noticeable.</summary>
    Medium = 2,

    /// <summary>Disturbing.</summary>
    Bad = 3,

    /// <summary>Nothing gets through.</summary>
    Die = 4,

    /// <summary>Nothing is known yet, or any more.</summary>
    Unknown = 5,
}
