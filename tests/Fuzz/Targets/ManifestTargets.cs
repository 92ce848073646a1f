using System.Text;
using ConfEngine.Contract;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.Fuzz.Targets;

internal static class ManifestTargets
{
    private static readonly byte[][] s_words =
    [
        .. "\"id\":|\"name\":|\"version\":|\"contract\":|\"capabilities\":|\"run\":|\"assembly\":|\"command\":|\"settings\":|\"limits\":|\"recovery\":|\"type\":|\"choices\":|\"default\":|\"min\":|\"child\"|\"executable\"|\"secret\"|\"number\"|\"choice\"|null|1e999|-1|\\uD800|\\u0000|../|{|}|[|],"
            .Split('|').Select(Encoding.UTF8.GetBytes),
    ];

    public static FuzzTarget Manifest() => new("plugin-manifest", [.. s_manifests.Select(Encoding.UTF8.GetBytes)], input =>
    {
        if (!ManifestReader.TryRead(input.ToArray(), out var manifest, out var error))
        {
            Rules.IsOneLine(error);
            Rules.Hold(error.StartsWith("plugin.json"));
            return error.Length & 0xff;
        }

        // It becomes a folder's name.
        Rules.Hold(manifest.Id.Length is >= 2 and <= 63 && manifest.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-') && manifest.Id[0] is not ('.' or '-'));
        Rules.Hold(manifest.Contract.Floor >= 1 && manifest.Contract.Floor <= manifest.Contract.Ceiling);
        Rules.Hold(manifest.Capabilities.Count > 0 && manifest.Capabilities.All(Capabilities.All.Contains));
        Rules.Hold(manifest.Assembly is null ? manifest.Command.Count > 0 : Path.GetFileName(manifest.Assembly) == manifest.Assembly);
        foreach (var setting in manifest.Settings) Rules.Hold(setting.Default is null || SettingText.Fault(setting, setting.Default) is null);
        return 256 + manifest.Capabilities.Count + 4 * (int)manifest.Run + 16 * Math.Min(manifest.Settings.Count, 15);
    }) { Iterations = 20_000, Words = s_words, MostAllocated = 2 << 20 };

    private static readonly string[] s_manifests =
    [
        """{"id":"ab","name":"n","version":"0.0.1","contract":{"from":1,"to":1},"capabilities":["booking"],"run":"child","assembly":"A.dll"}""",
        """
        {"id":"acme.sync","name":"会议","version":"1.2.0-b","contract":{"from":1,"to":2},"capabilities":["external-sync","telephony"],"run":"executable","command":["node","p.mjs"],
        "settings":[{"name":"url","type":"text","required":true},{"name":"n","type":"number","default":3,"min":1,"max":9},{"name":"c","type":"choice","choices":["a","b"],"default":"a"},{"name":"s","type":"secret"}],
        "limits":{"calls":"parallel","memory_mb":64,"recovery":{"resume_s":60}}}
        """,
    ];
}
