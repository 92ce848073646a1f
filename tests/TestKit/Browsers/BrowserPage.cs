using System.Globalization;
using System.Text.Json;

namespace ConfEngine.TestKit.Browsers;

/// <summary>A page in a browser.</summary>
public abstract class BrowserPage
{
    /// <summary>What takes a second on an idle machine takes many where eight others build.</summary>
    protected const double Patience = 60;

    private const string Situation =
        "window.confengine && JSON.stringify({ state: confengine.state, reason: confengine.reason, link: confengine.link, error: confengine.lastError, streams: confengine.streams })";

    /// <summary>Loads another address.</summary>
    public abstract void GoTo(string address);

    /// <summary>Loads it again, as F5 does.</summary>
    public abstract void Reload();

    /// <summary>The value of an expression; promises are waited for. It counts as something the user did.</summary>
    /// <exception cref="InvalidOperationException">The expression throws.</exception>
    public abstract JsonElement Evaluate(string expression);

    /// <summary>Waits in the page until an expression, which may use await, is truthy; returns it.</summary>
    /// <exception cref="InvalidOperationException">It never was; the message holds how the page was then.</exception>
    public JsonElement WaitFor(string expression, double seconds = Patience)
    {
        var limit = (seconds * 1000).ToString("0", CultureInfo.InvariantCulture);
        return Evaluate($$"""
            (async () => {
              const end = performance.now() + {{limit}};
              for (;;) {
                const value = await (async () => ({{expression}}))().catch(() => null);
                if (value) return value;
                if (performance.now() > end) throw new Error('never true: ' + {{JsonSerializer.Serialize(expression)}} + '; ' + ({{Situation}}));
                await new Promise((done) => setTimeout(done, 100));
              }
            })()
            """);
    }
}
