using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Processes;

/// <summary>Keeps every processor busy, twice over, until disposed.</summary>
internal sealed class Load : IDisposable
{
    private readonly Child[] _loops = [.. Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => Child.Start("sh", ["-c", "while :; do :; done"]))];

    public void Dispose()
    {
        foreach (var loop in _loops) loop.Dispose();
    }
}
