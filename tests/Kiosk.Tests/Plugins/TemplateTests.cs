using System.Text.Json;
using ConfEngine.Kiosk.Plugins;

namespace ConfEngine.Kiosk.Tests.Plugins;

public sealed class TemplateTests
{
    public static TheoryData<string, string> Templates => [.. from language in Template.Languages from capability in Template.CapabilitiesIn(language) select (language, capability)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_name_of_a_sample_is_left_in_a_new_plugin(string language, string capability)
    {
        var files = Make(language, capability);
        Assert.Contains("README.md", files.Keys);
        Assert.All(files, file => Assert.DoesNotContain("sample", file.Key + file.Value, StringComparison.OrdinalIgnoreCase));
        var manifest = JsonDocument.Parse(files["plugin.json"]).RootElement;
        Assert.Equal(($"acme.{capability}", capability), (manifest.GetProperty("id").GetString(), manifest.GetProperty("capabilities")[0].GetString()));
    }

    [Fact]
    public void There_is_one_of_each_capability_in_csharp_and_one_in_each_language()
    {
        Assert.Equal(PluginName.Capabilities, Template.CapabilitiesIn("csharp"));
        Assert.All(Template.Languages, language => Assert.NotEmpty(Template.CapabilitiesIn(language)));
    }

    [Fact]
    public void A_project_names_the_program_it_is_built_against()
    {
        var files = Make("csharp", "booking", "/opt/R&D/confengine/");
        Assert.Contains(">/opt/R&amp;D/confengine<", files["Acme.csproj"], StringComparison.Ordinal);
        Assert.Contains("AcmePlugin.cs", files.Keys);
    }

    private static Dictionary<string, string> Make(string language, string capability, string program = "/opt/confengine")
    {
        Assert.True(PluginName.TryParse("Acme", capability, out var name));
        return Template.Find(language, capability)!.For(name, program).ToDictionary(file => file.File, file => file.Text);
    }
}
