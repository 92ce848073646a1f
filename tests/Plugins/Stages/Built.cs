using ConfEngine.TestKit.Files;

namespace ConfEngine.Plugins.Stages;

/// <summary>What the build has made beside the tests.</summary>
internal static class Built
{
    // "debug" or "release": whichever the tests themselves were built as.
    private static readonly string s_kind = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Runner => Checkout.At(".artifacts", "bin", "PluginRunner", s_kind, "ConfEngine.PluginRunner");

    public static string ChaosPlugin => Checkout.At(".artifacts", "bin", "ChaosPlugin", s_kind);
}
