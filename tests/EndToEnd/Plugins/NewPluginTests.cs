using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Node;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Plugins;

/// <summary>What an integrator does on the first day: a new plugin, built outside of this repository, tested, run.</summary>
public sealed class NewPluginTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("booking", "Acme", "acme.booking")]
    [InlineData("external-sync", "Acme.Rooms", "acme.rooms.external-sync")]
    [InlineData("telephony", "acme-phone", "acme-phone.telephony")]
    public void A_new_csharp_plugin_builds_as_it_is_and_is_gold(string capability, string name, string id)
    {
        var outcome = Confengine.RunIn(_folder.FullName, "plugin", "new", capability, name).Expect(0);
        Assert.Contains($"{id}, a plugin that works", outcome.Out, StringComparison.Ordinal);
        Build(_folder[name]);
        ExpectGold(id, Path.Combine(_folder[name], "out"));
    }

    [Fact]
    public void A_new_python_plugin_is_gold()
    {
        Confengine.RunIn(_folder.FullName, "plugin", "new", "telephony", "Acme", "--language", "python").Expect(0);
        ExpectGold("acme.telephony", _folder["Acme"]);
    }

    [Fact]
    public void A_new_node_plugin_is_gold()
    {
        using var system = new OtherSystem();
        NodePackages.Install();
        Confengine.RunIn(_folder.FullName, "plugin", "new", "external-sync", "Acme", "--language", "node").Expect(0);
        // What npm install would fetch.
        Child.Run("cp", ["-r", Path.Combine(NodePackages.Folder, "node_modules"), _folder["Acme"]]).Expect(0);
        ExpectGold("acme.external-sync", _folder["Acme"], "--set", $"url={system.Address}", "--set", "allow_plain=true");
    }

    [Fact]
    public void A_new_plugin_runs_alone_and_says_how_it_is()
    {
        Confengine.RunIn(_folder.FullName, "plugin", "new", "telephony", "Acme", "--language", "python").Expect(0);
        using var run = Confengine.Start("plugin", "run", _folder["Acme"]);
        run.WaitFor("state   running");
        run.Signal(Signals.Interrupt);
        Assert.DoesNotContain("faulted", run.Finish().Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_is_broken_fails_with_what_was_seen_and_the_remedy()
    {
        Confengine.RunIn(_folder.FullName, "plugin", "new", "telephony", "Acme", "--language", "python").Expect(0);
        var source = Path.Combine(_folder["Acme"], "plugin.py");
        File.WriteAllText(source, "print('hello')\n" + File.ReadAllText(source));
        var outcome = Confengine.RunIn(_folder.FullName, "plugin", "test", "Acme").Expect(1);
        Assert.Contains("life.start", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("seen:", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("remedy:", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("no tier yet", outcome.Out, StringComparison.Ordinal);
    }

    private static void ExpectGold(string id, string folder, params string[] more)
    {
        var outcome = Confengine.Run(["plugin", "test", folder, "--json", .. more]).Expect(0);
        using var report = JsonDocument.Parse(outcome.Out);
        Assert.Equal(id, report.RootElement.GetProperty("id").GetString());
        Assert.Equal("gold", report.RootElement.GetProperty("tier").GetString());
        Assert.All(report.RootElement.GetProperty("rules").EnumerateArray(), rule => Assert.Contains(rule.GetProperty("verdict").GetString(), new[] { "passed", "not-applicable" }));
    }

    private static void Build(string folder)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));
        Child.Run(dotnet, ["build", "--nologo", "-v", "q"], start =>
        {
            start.WorkingDirectory = folder;
            // What this test's own build or runner has set is not what an integrator has.
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        }).Expect(0);
    }

    /// <summary>A system that takes every event.</summary>
    private sealed class OtherSystem : IDisposable
    {
        private readonly HttpListener _listener = new();

        public OtherSystem()
        {
            // A free port is only known by taking it: try until one is.
            for (var port = 20_000 + Environment.ProcessId % 20_000; ; port++)
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address = $"http://127.0.0.1:{port}/");
                try
                {
                    _listener.Start();
                    break;
                }
                catch (HttpListenerException) when (port < 65_000)
                {
                    continue;
                }
            }

            _ = ServeAsync();
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();

        private async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                context.Response.StatusCode = 204;
                context.Response.Close();
            }
        }
    }
}
