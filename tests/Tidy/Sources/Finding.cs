namespace ConfEngine.Tidy.Sources;

/// <summary>A place where a rule of the house is broken.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record Finding(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
