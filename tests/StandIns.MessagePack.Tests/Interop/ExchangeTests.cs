using System.Text.Json.Nodes;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Node;
using ConfEngine.TestKit.Processes;
using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Interop;

/// <summary>Other people's implementations read what this one writes, and write what this one reads.</summary>
public class ExchangeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void With_Python(int seed) => Exchange(seed, arguments =>
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["exchange.py"], Resource("exchange.py"));
        // The Debian package is the system Python's; another one first on the PATH would not have it.
        Child.Run("/usr/bin/python3", [folder["exchange.py"], .. arguments]).Expect(0);
    });

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void With_Node(int seed) => Exchange(seed, arguments => NodePackages.Run(Resource("exchange.mjs"), arguments));

    private static void Exchange(int seed, Action<string[]> run)
    {
        using var folder = new TempFolder();
        var told = Corpus.Make(seed);
        var bytes = Bytes.Written((ref writer) => Description.Write(ref writer, told));
        File.WriteAllBytes(folder["in.mp"], bytes);
        File.WriteAllText(folder["in.json"], told.ToJsonString());
        run([folder["in.mp"], folder["in.json"], folder["out.mp"], folder["out.json"]]);

        // They read what was written here,
        Compare(told, JsonNode.Parse(File.ReadAllText(folder["out.json"]))!.AsArray());
        // and what they write is read here; both know one form for each value, the shortest.
        var theirs = File.ReadAllBytes(folder["out.mp"]);
        var reader = new MessagePackReader(theirs.AsMemory());
        Compare(told, Description.Of(ref reader));
        Assert.Equal(bytes, theirs);
    }

    private static void Compare(JsonArray expected, JsonArray actual)
    {
        var (wanted, got) = (expected[1]!.AsArray(), actual[1]!.AsArray());
        Assert.Equal(wanted.Count, got.Count);
        for (var i = 0; i < wanted.Count; i++)
            Assert.True(JsonNode.DeepEquals(wanted[i], got[i]), $"value {i}: {Short(wanted[i])} came as {Short(got[i])}");
    }

    private static string Short(JsonNode? node) => node!.ToJsonString() is { Length: > 300 } text ? text[..300] + "…" : node.ToJsonString();

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ExchangeTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
