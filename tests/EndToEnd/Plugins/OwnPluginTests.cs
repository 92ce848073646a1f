using System.Text.Json;
using ConfEngine.EndToEnd.Processes;
using ConfEngine.TestKit.Files;

namespace ConfEngine.EndToEnd.Plugins;

/// <summary>The plugins of this repository keep the contract that they are the samples of.</summary>
public sealed class OwnPluginTests
{
    [Theory]
    [InlineData("booking.local", "Booking.Local")]
    [InlineData("samples.booking", "Samples.Booking")]
    public void A_dotnet_plugin_is_gold(string id, string project) => ExpectGold(id, Checkout.At(".artifacts", "bin", project, Configuration));

    [Fact]
    public void The_python_sample_is_gold() => ExpectGold("samples.python", Checkout.At("plugins", "samples-python"));

    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static void ExpectGold(string id, string folder)
    {
        var outcome = Confengine.Run("plugin", "test", folder, "--json").Expect(0);
        using var report = JsonDocument.Parse(outcome.Out);
        Assert.Equal((id, "gold"), (report.RootElement.GetProperty("id").GetString(), report.RootElement.GetProperty("tier").GetString()));
    }
}
