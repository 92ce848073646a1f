using System.Xml;
using System.Xml.Linq;
using ConfEngine.Tidy.Sources;

namespace ConfEngine.Tidy.Rules;

/// <summary>What a project file refers to.</summary>
/// <param name="Id">The package or the project's file.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record References(string Id, int Line)
{
    /// <summary>The items of one kind ("PackageReference") in a project file.</summary>
    public static IEnumerable<References> In(SourceFile project, string kind) =>
        from item in XDocument.Parse(project.Text, LoadOptions.SetLineInfo).Descendants(kind)
        from id in ((string?)item.Attribute("Include") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select new References(id, ((IXmlLineInfo)item).LineNumber);
}
