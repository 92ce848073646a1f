namespace ConfEngine.TestKit.Processes;

/// <summary>Command lines as one types them.</summary>
public static class CommandLine
{
    /// <summary>Cuts at the blanks.</summary>
    public static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
