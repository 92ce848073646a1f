using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConfEngine.Contract.Tests.Readme;

/// <summary>The docstrings of the contract, as Markdown.</summary>
internal static partial class DocTexts
{
    private static readonly Dictionary<string, XElement> s_summaries = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "ConfEngine.Contract.xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary") ?? member);

    public static string Of(Type type) => Text("T:" + type.FullName);

    public static string Of(FieldInfo field) => Text($"F:{field.DeclaringType!.FullName}.{field.Name}");

    public static string Of(PropertyInfo property)
    {
        var name = $"P:{property.DeclaringType!.FullName}.{property.Name}";
        if (s_summaries.ContainsKey(name) && s_summaries[name].Element("inheritdoc") is null) return Text(name);
        var origin = property.DeclaringType!.GetInterfaces().Single(one => one.Assembly == property.DeclaringType.Assembly && one.GetProperty(property.Name) is not null);
        return Text($"P:{origin.FullName}.{property.Name}");
    }

    /// <summary>What a name of the code is called in the tables.</summary>
    public static string Wire(string name) => Hump().Replace(name, "_$1").ToLowerInvariant();

    private static string Text(string member)
    {
        Assert.True(s_summaries.TryGetValue(member, out var summary), $"{member} has no docstring");
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { Name.LocalName: "see" } see => $"`{Reference(see.Attribute("cref")?.Value ?? "")}`",
            XElement element => $"`{element.Value}`",
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim().Replace("|", "\\|");
    }

    // A property is a field of a table; everything else keeps its name.
    private static string Reference(string cref)
    {
        var parts = cref[2..].Split('.');
        return cref[0] == 'P' ? $"{parts[^2]}.{Wire(parts[^1])}" : cref[0] == 'F' && Constant(parts) is { } worth ? worth : cref[0] == 'T' ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    // What a reader without the code can use: a constant's value, a method's name.
    private static string? Constant(string[] parts)
    {
        var field = typeof(Method).Assembly.GetType(string.Join('.', parts[..^1]))?.GetField(parts[^1]);
        return field?.GetValue(null) switch
        {
            Method method => method.Name,
            Notice notice => notice.Name,
            _ => field is { IsLiteral: true, FieldType.IsEnum: false } ? $"{field.GetRawConstantValue()}" : null,
        };
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
