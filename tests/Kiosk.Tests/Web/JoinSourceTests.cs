using System.Text.RegularExpressions;

namespace ConfEngine.Kiosk.Tests.Web;

/// <summary>What can be known about the join page without a browser.</summary>
public sealed partial class JoinSourceTests
{
    [Fact]
    public void Both_languages_say_the_same_things_in_the_same_order()
    {
        var english = JoinFiles.Texts("text-en.js");
        var chinese = JoinFiles.Texts("text-zh.js");
        Assert.True(english.Length > 150);
        Assert.Equal(english.Select(text => text.Key), chinese.Select(text => text.Key));
        Assert.Equal(english.Length, english.Select(text => text.Key).Distinct().Count());
        // Every line of the tables is an entry: one with a typing mistake would be missing above.
        foreach (var file in (string[])["text-en.js", "text-zh.js"])
            Assert.Equal(JoinFiles.Texts(file).Length, JoinFiles.All[file].Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Both_languages_fill_in_the_same_values()
    {
        var chinese = JoinFiles.Texts("text-zh.js").ToDictionary(text => text.Key, text => text.Text);
        foreach (var (key, text) in JoinFiles.Texts("text-en.js"))
            Assert.True(Blanks(text).SetEquals(Blanks(chinese[key])), $"{key}: other values in the two languages");
    }

    [Fact]
    public void Chinese_is_Chinese()
    {
        foreach (var (key, text) in JoinFiles.Texts("text-zh.js"))
            Assert.True(Han().IsMatch(text) || Blank().Replace(text, "") is "：", $"{key}: {text}");
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists_and_every_text_is_asked_for()
    {
        var known = JoinFiles.Texts("text-en.js").Select(text => text.Key).ToHashSet();
        var used = TextOfPage().Matches(JoinFiles.Page).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Empty(used.Except(known));
        var asked = JoinFiles.Scripts.SelectMany(script => TextOfScript().Matches(script.Text)).Select(match => match.Groups[1].Value);
        Assert.Empty(asked.Except(known));
        var quoted = string.Concat(JoinFiles.Scripts.Where(script => !script.Name.StartsWith("text-", StringComparison.Ordinal)).Select(script => script.Text));
        // Two families of keys are put together from parts.
        var composed = known.Where(key => key.StartsWith("problem", StringComparison.Ordinal) || key.StartsWith("tileQuality", StringComparison.Ordinal));
        Assert.DoesNotContain(known.Except(used).Except(composed).Except(["language"]), key => !quoted.Contains($"'{key}'"));
    }

    [Fact]
    public void Every_element_that_a_script_looks_for_is_on_the_page_once()
    {
        var ids = Id().Matches(JoinFiles.Page).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        var wanted = JoinFiles.Scripts.SelectMany(script => Find().Matches(script.Text)).Select(match => match.Groups[1].Value);
        Assert.Empty(wanted.Except(ids));
        var named = Controls().Matches(JoinFiles.Page).Select(match => match.Groups[1].Value);
        Assert.Empty(named.Except(ids));
    }

    [Fact]
    public void Every_icon_is_in_the_sprite()
    {
        var sprite = Symbol().Matches(JoinFiles.All["icons.svg"]).Select(match => match.Groups[1].Value).ToHashSet();
        var used = JoinFiles.All.Values.SelectMany(text => Icon().Matches(text))
            .SelectMany(match => (string[])[match.Groups[1].Value, match.Groups[2].Value]).Where(name => name.Length > 0).Distinct().ToArray();
        Assert.True(used.Length > 10);
        Assert.Empty(used.Except(sprite));
    }

    [Fact]
    public void Names_and_chat_lines_can_only_be_text()
    {
        foreach (var (name, text) in JoinFiles.Scripts)
            foreach (var way in (string[])["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function", "createContextualFragment", "setHTML"])
                Assert.False(text.Contains(way, StringComparison.Ordinal), $"{name} uses {way}");
    }

    [Fact]
    public void Nothing_is_inline_and_nothing_comes_from_elsewhere()
    {
        Assert.DoesNotMatch(InlineScript(), JoinFiles.Page);
        Assert.DoesNotMatch(@"<style|\sstyle=|\son\w+=|javascript:", JoinFiles.Page);
        foreach (var (name, text) in JoinFiles.All)
            foreach (var address in Address().Matches(text).Select(match => match.Value))
                Assert.True(address is "http://www.w3.org/2000/svg" || IsHeaderExtension(address), $"{name} names {address}");
    }

    [Fact]
    public void Every_control_can_be_found_by_tests_and_by_screen_readers()
    {
        var buttons = Button().Matches(JoinFiles.Page).Select(match => match.Value).ToArray();
        Assert.True(buttons.Length > 20);
        foreach (var button in buttons)
        {
            Assert.Contains("type=\"", button);
            // Those without words of their own are named by controls.js, lobby.js or notice.js, which find them by id.
            Assert.True(button.Contains("data-t", StringComparison.Ordinal) || button.Contains("id=\"", StringComparison.Ordinal), button);
        }
        foreach (var id in (string[])["join-name", "join-button", "mute", "camera", "share", "hand", "chat", "people", "settings", "leave", "chat-input", "chat-send"])
            Assert.Contains($"data-testid=\"{id}\"", JoinFiles.Page);
    }

    // Header extensions of RTP are named by addresses that nobody opens.
    private static bool IsHeaderExtension(string address) => address.Contains("/rtp-hdrext/", StringComparison.Ordinal) || address.Contains("rmcat", StringComparison.Ordinal);

    private static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("data-t(?:-label|-hint)?=\"(\\w+)\"")]
    private static partial Regex TextOfPage();

    [GeneratedRegex(@"\bt\('(\w+)'")]
    private static partial Regex TextOfScript();

    [GeneratedRegex("\\sid=\"([\\w-]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(?:aria-controls=\"|aria-labelledby=\"|href=\"#)([\\w-]+)\"")]
    private static partial Regex Controls();

    [GeneratedRegex(@"\bfind\('([\w-]+)'\)")]
    private static partial Regex Find();

    [GeneratedRegex("<symbol id=\"([\\w-]+)\"")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?:icons\.svg#|\bicon\('|setIcon\([^'\n]*'|icon: [^',\n]*')([\w-]+)(?:' : '([\w-]+))?")]
    private static partial Regex Icon();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineScript();

    [GeneratedRegex("""(?:https?|wss?)://\w[^\s'"`)<]*""")]
    private static partial Regex Address();

    [GeneratedRegex("<button[^>]*>")]
    private static partial Regex Button();
}
