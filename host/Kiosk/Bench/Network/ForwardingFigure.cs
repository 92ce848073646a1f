namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>What forwarding cost a server while the bots were in steady flow.</summary>
/// <param name="Server">Ours, or the peer's name.</param>
/// <param name="Publishers">How many sent.</param>
/// <param name="Players">How many received everything.</param>
/// <param name="Seconds">How long it was measured.</param>
/// <param name="PacketsPerSecond">RTP packets that arrived at the players.</param>
/// <param name="CpuShare">CPU-seconds of the server a second.</param>
/// <param name="PacketsPerCpuSecond">How many packets one CPU-second forwards.</param>
/// <param name="FramesPerSecond">Complete pictures that arrived, to see that nothing was left out.</param>
/// <param name="Lost">Packets that did not arrive at first.</param>
/// <param name="Note">Why there are no figures; empty when there are.</param>
internal sealed record ForwardingFigure(
    string Server, int Publishers, int Players, double Seconds, double PacketsPerSecond, double CpuShare, double PacketsPerCpuSecond,
    double FramesPerSecond, long Lost, string Note)
{
    /// <summary>A row without figures.</summary>
    public static ForwardingFigure Missing(string server, int publishers, int players, string why) => new(server, publishers, players, 0, 0, 0, 0, 0, 0, why);
}
