namespace ConfEngine.EndToEnd.Processes;

/// <summary>How a process ended and what it said.</summary>
public sealed record Outcome(string Command, int ExitCode, string Out, string Error)
{
    /// <summary>What it said on the error stream, line by line.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test, showing everything, unless the process ended with <paramref name="code"/>.</summary>
    public Outcome Expect(int code)
    {
        if (ExitCode != code) Assert.Fail($"exit code {ExitCode} instead of {code}: {this}");
        return this;
    }

    /// <summary>Fails the test unless the process ended with <paramref name="code"/> and one line that holds <paramref name="piece"/>.</summary>
    public void ExpectRefusal(int code, string piece)
    {
        Expect(code);
        var lines = ErrorLines.Where(line => !(code == 2 && line.StartsWith("Try: confengine", StringComparison.Ordinal))).ToArray();
        if (lines.Length != 1 || !lines[0].StartsWith("confengine: ", StringComparison.Ordinal)) Assert.Fail($"not one line of error: {this}");
        Assert.Contains(piece, lines[0], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", lines[0], StringComparison.Ordinal);
    }

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n-- standard output\n{Out}\n-- standard error\n{Error}";
}
