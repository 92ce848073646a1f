using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Refusals;

/// <summary>How the program says no.</summary>
internal static class Refusal
{
    /// <summary>Fails the test unless the process ended with <paramref name="code"/> and one line that holds <paramref name="piece"/>.</summary>
    public static void ExpectRefusal(this Outcome outcome, int code, string piece)
    {
        outcome.Expect(code);
        var lines = outcome.ErrorLines.Where(line => !(code == 2 && line.StartsWith("Try: confengine", StringComparison.Ordinal))).ToArray();
        if (lines.Length != 1 || !lines[0].StartsWith("confengine: ", StringComparison.Ordinal)) Assert.Fail($"not one line of error: {outcome}");
        Assert.Contains(piece, lines[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", lines[0], StringComparison.Ordinal);
    }
}
