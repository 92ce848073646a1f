using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>A page in Chromium.</summary>
internal sealed class ChromiumPage : BrowserPage
{
    private readonly DevTools _tools;
    private readonly string _session;

    public ChromiumPage(DevTools tools, string session)
    {
        (_tools, _session) = (tools, session);
        Call("Page.enable");
        Call("Runtime.enable");
    }

    public override void GoTo(string address) => Load("Page.navigate", new JsonObject { ["url"] = address });

    public override void Reload() => Load("Page.reload", []);

    public override JsonElement Evaluate(string expression)
    {
        var result = Call("Runtime.evaluate", new JsonObject
        {
            ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true,
        });
        if (result.TryGetProperty("exceptionDetails", out var thrown)) throw new InvalidOperationException($"{expression}\n{thrown}");
        return result.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    private void Load(string method, JsonObject parameters)
    {
        var loaded = _tools.Next(_session, "Page.loadEventFired");
        Call(method, parameters);
        if (!loaded.Wait(TimeSpan.FromSeconds(Patience))) throw new InvalidOperationException($"the page was not loaded within {Patience} s");
    }

    private JsonElement Call(string method, JsonObject? parameters = null) => _tools.Call(method, parameters, _session, 2 * Patience);
}
