using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>The page of a Firefox.</summary>
internal sealed class FirefoxPage(BiDi session) : BrowserPage
{
    private readonly string _context = session.Call("browsingContext.getTree", []).GetProperty("contexts")[0].GetProperty("context").GetString()!;

    public override void GoTo(string address) =>
        session.Call("browsingContext.navigate", new JsonObject { ["context"] = _context, ["url"] = address, ["wait"] = "complete" });

    public override void Reload() => session.Call("browsingContext.reload", new JsonObject { ["context"] = _context, ["wait"] = "complete" });

    public override JsonElement Evaluate(string expression)
    {
        // As text, for the protocol has a form of its own for objects.
        var result = session.Call("script.evaluate", new JsonObject
        {
            ["expression"] = $"(async () => JSON.stringify(await ({expression})) ?? 'null')()", ["target"] = new JsonObject { ["context"] = _context },
            ["awaitPromise"] = true, ["userActivation"] = true,
        });
        if (result.GetProperty("type").GetString() != "success") throw new InvalidOperationException($"{expression}\n{result}");
        return JsonElement.Parse(result.GetProperty("result").GetProperty("value").GetString()!);
    }
}
