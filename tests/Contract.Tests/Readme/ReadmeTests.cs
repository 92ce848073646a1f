using ConfEngine.Contract.Tests.Surface;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Contract.Tests.Readme;

public sealed class ReadmeTests
{
    private static readonly string[] s_path = ["plugins", "README.md"];

    [Fact]
    public void What_it_says_of_messages_is_what_the_code_does()
    {
        var text = File.ReadAllText(Checkout.At(s_path)).ReplaceLineEndings("\n");
        text = Replace(text, "examples", EnvelopeExamples.Text());
        text = Replace(text, "codes", ContractTables.ErrorCodeTable());
        text = Replace(text, "messages", ContractTables.Messages());
        new StoredText(s_path).Check(text, "The blocks between markers are made from the code.");
    }

    private static string Replace(string text, string block, string content)
    {
        var (begin, end) = ($"<!-- {block}: made from the code -->\n", $"<!-- end of {block} -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"plugins/README.md has no block {begin.Trim()} … {end}");
        return text[..(from + begin.Length)] + "\n" + content + "\n" + text[to..];
    }
}
