using System.Text.Json;
using ConfEngine.Kiosk.Plugins;

namespace ConfEngine.Kiosk.Tests.Plugins;

/// <summary>What the commands make of a kiosk's answers.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_list_is_read_as_it_is_told()
    {
        var list = PluginList.Read(Json("""
            {"plugins":[{"id":"acme.booking","name":"Acme","version":"1.2.0","capabilities":["booking"],"folder":"/var/lib/plugins/Acme","state":"degraded","cause":"the vendor does not answer","run":"child","pinned":true,
             "builtIn":false,"calls":12,"errors":3,"p50Us":120.5,"p99Us":4000,"lastError":"timeout: too slow","settings":[{"name":"url","type":"text"},{"name":"token","type":"secret","set":true}]}],
             "active":{"booking":"acme.booking","telephony":null}}
            """));
        var plugin = list.Find("acme.booking")!;
        Assert.Equal(("1.2.0", "degraded", "child", true, 12L, 3L, 120.5), (plugin.Row.Version, plugin.Row.State, plugin.Row.Run, plugin.Row.Pinned, plugin.Row.Calls, plugin.Row.Errors, plugin.Row.P50Us));
        Assert.Equal(["booking"], plugin.Row.Serves);
        Assert.Equal([("url", false), ("token", true)], plugin.Settings.Select(setting => (setting.Name, setting.IsSecret)));
        Assert.Null(list.Find("other"));
        Assert.Equal(["/var/lib/plugins"], list.Folders);
        Assert.Equal(["/a", "/b"], PluginList.Read(Json("""{"plugins":[],"folders":["/a","/b"]}""")).Folders);
    }

    [Fact]
    public void A_table_has_one_line_for_a_row_however_long()
    {
        var cause = new string('x', 300);
        Assert.Equal(["a     b", $"1     {cause}", "long  2"], TextTable.Lines(["a", "b"], [["1", cause], ["long", "2"]]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"plugins":[{}],"active":[]}""")]
    [InlineData("""{"plugins":{"id":7}}""")]
    public void A_list_of_another_version_is_no_error(string answer) => Assert.All(PluginList.Read(Json(answer)).Plugins, plugin => Assert.Equal("", plugin.Row.Id));

    [Theory]
    [InlineData("""{"state":"running"}""", "a is running")]
    [InlineData("""{"state":"refused","cause":"url is not set"}""", "a is refused: url is not set")]
    [InlineData("null", "a: done")]
    public void A_state_is_one_line(string answer, string line) => Assert.Equal(line, OperatorCommands.State("a", Json(answer)));

    [Fact]
    public void Log_lines_are_shown_in_the_forms_there_are()
    {
        Assert.Equal(["a", "b"], LogsCommand.Lines(Json("""["a","b"]""")));
        Assert.Equal(["2026-01-01T00:00:00Z info started"], LogsCommand.Lines(Json("""{"lines":[{"at":"2026-01-01T00:00:00Z","level":"info","text":"started"}]}""")));
        Assert.Empty(LogsCommand.Lines(Json("7")));
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
