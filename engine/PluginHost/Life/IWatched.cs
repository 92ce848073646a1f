using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Life;

/// <summary>Something with deadlines, which the supervisor looks at.</summary>
internal interface IWatched : IDisposable
{
    /// <summary>Does what is due. On the supervisor's thread.</summary>
    /// <param name="now">The time.</param>
    /// <returns>When to look again; null for not of itself.</returns>
    Instant? Turn(Instant now);
}
