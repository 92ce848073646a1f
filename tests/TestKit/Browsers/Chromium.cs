using System.Text.Json.Nodes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>Debian's Chromium without a window, with a camera that shows a green picture with a timer and a microphone that beeps.</summary>
public sealed class Chromium : IDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] s_flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--disable-dev-shm-usage", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
        "--allow-loopback-in-peer-connection", "--disable-renderer-backgrounding", "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
        "--auto-select-desktop-capture-source=Entire screen", "--lang=en-US", "--remote-debugging-pipe", "about:blank",
    ];

    private readonly TempFolder _folder = new();
    private readonly Child _process;
    private readonly DevTools _tools;

    private Chromium(NetworkNamespace? network)
    {
        foreach (var pipe in new[] { "in", "out" }) Child.Run("mkfifo", [_folder[pipe]]).Expect(0);
        // The protocol is spoken over descriptors 3 and 4.
        string[] command = ["sh", "-c", "exec \"$@\" 3<\"$IN\" 4>\"$OUT\" 2>/dev/null", "sh", Program, $"--user-data-dir={_folder["profile"]}", .. s_flags];
        var whole = network is null ? command : [.. network.Enter, .. command];
        _process = Child.Start(whole[0], whole[1..], start =>
        {
            start.Environment["IN"] = _folder["in"];
            start.Environment["OUT"] = _folder["out"];
            start.Environment["HOME"] = _folder.FullName;
        });
        _tools = new DevTools(_folder["in"], _folder["out"]);
    }

    /// <summary>Starts it.</summary>
    /// <param name="network">Where it lives; null for this machine's own network.</param>
    public static Chromium Launch(NetworkNamespace? network = null) => new(network);

    /// <summary>Exceptions of pages that nobody caught.</summary>
    public IReadOnlyCollection<string> Problems => _tools.Problems;

    /// <summary>Opens a page as somebody whom no other page knows: storage, cookies and permissions of its own.</summary>
    public BrowserPage Open(string address)
    {
        var context = _tools.Call("Target.createBrowserContext").GetProperty("browserContextId").GetString();
        var target = _tools.Call("Target.createTarget", new JsonObject
        {
            ["url"] = "about:blank", ["browserContextId"] = context, ["newWindow"] = true, ["width"] = 900, ["height"] = 600,
        }).GetProperty("targetId").GetString();
        var session = _tools.Call("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }).GetProperty("sessionId").GetString()!;
        var page = new ChromiumPage(_tools, session);
        page.GoTo(address);
        return page;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _tools.Dispose();
        _folder.Dispose();
    }
}
