using System.Diagnostics.CodeAnalysis;
using System.Text;
using ConfEngine.Contract;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>What a new plugin is called, in each of the places where it has a name.</summary>
/// <param name="Folder">Its folder, project and assembly: <c>Acme</c>.</param>
/// <param name="Id">Its id in the manifest: <c>acme.booking</c>.</param>
/// <param name="Type">Its class: <c>AcmePlugin</c>.</param>
internal sealed record PluginName(string Folder, string Id, string Type)
{
    // So that with a capability behind it, it is no longer than an id may be.
    private const int MostLetters = 40;

    /// <summary>What a name must be.</summary>
    public const string Form = "a letter, then letters, digits, dots, dashes or underscores; at most 40 in all, such as Acme";

    // What would not compile as a namespace: the words of C# that people might call a plugin.
    private static readonly HashSet<string> s_words = ["base", "class", "default", "event", "internal", "namespace", "new", "object", "operator", "public", "string", "this", "using", "virtual", "void"];

    /// <summary>Derives all names from the one that a person gave.</summary>
    /// <param name="text">The name.</param>
    /// <param name="capability">What the plugin is to do.</param>
    /// <param name="name">The names.</param>
    public static bool TryParse(string text, string capability, [NotNullWhen(true)] out PluginName? name)
    {
        name = null;
        if (text.Length is 0 or > MostLetters || !char.IsAsciiLetter(text[0]) || text[^1] is '.' || text.Contains("..", StringComparison.Ordinal)) return false;
        if (!text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')) return false;
        var type = Join(text);
        if (text.Split('.').Any(static part => !char.IsAsciiLetter(part[0]) || s_words.Contains(part))) return false;
        name = new PluginName(text, IdOf(text, capability), type + "Plugin");
        return true;
    }

    /// <summary>The namespace: the folder's name without what C# does not allow there.</summary>
    public string Namespace => Folder.Replace('-', '_');

    // "acme-rooms" to "AcmeRooms".
    private static string Join(string text)
    {
        var type = new StringBuilder();
        foreach (var part in text.Split('.', '-', '_').Where(static part => part.Length > 0)) type.Append(char.ToUpperInvariant(part[0])).Append(part.AsSpan(1));
        return type.ToString();
    }

    private static string IdOf(string text, string capability)
    {
        var plain = text.ToLowerInvariant().Replace('_', '-').Trim('-');
        return plain == capability || plain.EndsWith('.' + capability, StringComparison.Ordinal) ? plain : $"{plain}.{capability}";
    }

    /// <summary>The capabilities a new plugin may have.</summary>
    public static IReadOnlyList<string> Capabilities => Contract.Capabilities.All;
}
