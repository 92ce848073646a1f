namespace ConfEngine.TestKit.Processes;

/// <summary>How a process ended and what it said.</summary>
public sealed record Outcome(string Command, int ExitCode, string Out, string Error)
{
    /// <summary>What it said on the error stream, line by line.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails the test, showing everything, unless the process ended with <paramref name="code"/>.</summary>
    public Outcome Expect(int code)
    {
        if (ExitCode != code) throw new ChildFailedException($"exit code {ExitCode} instead of {code}: {this}");
        return this;
    }

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n-- standard output\n{Out}\n-- standard error\n{Error}";
}
