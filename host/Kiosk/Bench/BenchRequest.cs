namespace ConfEngine.Kiosk.Bench;

/// <summary>What <c>bench</c> was asked for.</summary>
internal sealed record BenchRequest(IReadOnlyList<string> Suites, IReadOnlyList<string> Cases, string? Media, bool WithPeers, int Runs, string? JsonFile);
