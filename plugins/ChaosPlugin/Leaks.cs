namespace ConfEngine.ChaosPlugin;

/// <summary>Memory that is taken and never given back.</summary>
internal sealed class Leaks
{
    private const int Piece = 1 << 20;
    private readonly List<byte[]> _pieces = [];

    /// <summary>Takes memory until somebody ends it.</summary>
    public void Grow()
    {
        while (true)
        {
            var piece = new byte[Piece];
            // Memory counts when it is written to.
            piece.AsSpan().Fill(1);
            _pieces.Add(piece);
        }
    }
}
