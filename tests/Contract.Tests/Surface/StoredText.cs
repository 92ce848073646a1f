using ConfEngine.TestKit.Files;

namespace ConfEngine.Contract.Tests.Surface;

/// <summary>A text in the checkout that one made now is held against.</summary>
/// <param name="path">Its parts below the checkout's root.</param>
internal sealed class StoredText(params string[] path)
{
    private const string PromoteVariable = "CONFENGINE_PROMOTE";

    /// <summary>Fails when the text is another than the stored one; stores it when that is asked for.</summary>
    /// <param name="made">The text made now.</param>
    /// <param name="remedy">What a difference means.</param>
    public void Check(string made, string remedy)
    {
        var file = Checkout.At(path);
        if (Environment.GetEnvironmentVariable(PromoteVariable) == "1") File.WriteAllText(file, made);
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (stored == made) return;
        var (was, now) = (stored.Split('\n'), made.Split('\n'));
        var changes = was.Except(now).Select(line => "- " + line).Concat(now.Except(was).Select(line => "+ " + line)).Take(40);
        Assert.Fail($"{string.Join('/', path)} differs:\n{string.Join('\n', changes)}\n{remedy} When it is as it should be: {PromoteVariable}=1 dotnet run --project tests/Contract.Tests");
    }
}
