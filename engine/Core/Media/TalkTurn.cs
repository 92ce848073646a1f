using ConfEngine.Core.Time;

namespace ConfEngine.Core.Media;

/// <summary>When a synthetic participant speaks: <paramref name="Count"/> of them take turns of <paramref name="Seconds"/> each.</summary>
/// <param name="Index">Whose turn this is, from 0.</param>
/// <param name="Count">How many take turns; 0 for somebody who never speaks.</param>
/// <param name="Seconds">Length of a turn.</param>
public readonly record struct TalkTurn(int Index, int Count, double Seconds)
{
    /// <summary>Never speaks.</summary>
    public static TalkTurn Silent => default;

    /// <summary>True while it is this participant's turn.</summary>
    public bool IsTalking(MediaTime at) => Count > 0 && (long)(at.Seconds / Seconds) % Count == Index;
}
