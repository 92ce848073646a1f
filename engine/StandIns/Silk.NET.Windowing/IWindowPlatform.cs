namespace Silk.NET.Windowing;

public interface IWindowPlatform : IWindowHost
{
    bool IsViewOnly { get; }

    bool IsApplicable { get; }

    IView GetView(ViewOptions? opts = null);

    void ClearContexts();

    IEnumerable<IMonitor> GetMonitors();

    IMonitor GetMainMonitor();

    bool IsSourceOfView(IView view);
}
