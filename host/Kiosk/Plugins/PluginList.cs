using System.Text.Json;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>A setting as <c>plugin.list</c> tells it.</summary>
internal sealed record ListedSetting(string Name, bool IsSecret);

/// <summary>A plugin as <c>plugin.list</c> tells it.</summary>
internal sealed record ListedPlugin(PluginRow Row, IReadOnlyList<ListedSetting> Settings);

/// <summary>The kiosk's answer to <c>plugin.list</c>. What is missing in it counts as empty: the kiosk may be of another version.</summary>
/// <param name="Plugins">The plugins.</param>
/// <param name="Folders">Where users' plugins belong: as the kiosk says, or else where those that there are lie.</param>
internal sealed record PluginList(IReadOnlyList<ListedPlugin> Plugins, IReadOnlyList<string> Folders)
{
    public ListedPlugin? Find(string id) => Plugins.FirstOrDefault(plugin => plugin.Row.Id == id);

    public static PluginList Read(JsonElement answer)
    {
        var serves = Member(answer, "active") is { ValueKind: JsonValueKind.Object } active
            ? active.EnumerateObject().Where(static entry => entry.Value.ValueKind == JsonValueKind.String).ToLookup(static entry => entry.Value.GetString()!, static entry => entry.Name)
            : Enumerable.Empty<string>().ToLookup(static _ => "");
        string[] folders = [.. Items(answer, "folders").Select(static folder => folder.ToString())];
        return new PluginList(
            [.. Items(answer, "plugins").Select(plugin => new ListedPlugin(Row(plugin, serves), [.. Items(plugin, "settings").Select(Setting)]))],
            folders.Length > 0 ? folders : [.. Items(answer, "plugins").Select(PlaceOf).Where(static place => place.Length > 0).Distinct()]);
    }

    // The folder that a user's plugin was dropped into.
    private static string PlaceOf(JsonElement plugin) =>
        Member(plugin, "builtIn")?.ValueKind == JsonValueKind.False ? Path.GetDirectoryName(Text(plugin, "folder")) ?? "" : "";

    private static PluginRow Row(JsonElement plugin, ILookup<string, string> serves) => new()
    {
        Id = Text(plugin, "id"),
        Version = Text(plugin, "version"),
        Capabilities = [.. Items(plugin, "capabilities").Select(static capability => capability.ToString())],
        State = Text(plugin, "state"),
        Cause = Text(plugin, "cause"),
        Run = Text(plugin, "run"),
        Pinned = Member(plugin, "pinned")?.ValueKind == JsonValueKind.True,
        BuiltIn = Member(plugin, "builtIn")?.ValueKind == JsonValueKind.True,
        Serves = [.. serves[Text(plugin, "id")]],
        Calls = (long)Number(plugin, "calls"),
        Errors = (long)Number(plugin, "errors"),
        P50Us = Number(plugin, "p50Us"),
        P99Us = Number(plugin, "p99Us"),
        LastError = Text(plugin, "lastError"),
    };

    private static ListedSetting Setting(JsonElement setting) => new(Text(setting, "name"), Text(setting, "type") == "secret");

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static double Number(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : 0;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();
}
