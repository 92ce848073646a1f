namespace ConfEngine.PluginHost.Channels;

/// <summary>A plugin cannot be started. Its message is one line: the cause, then the remedy.</summary>
/// <param name="cause">What is wrong, such as "Acme.dll is not a .NET assembly".</param>
/// <param name="remedy">What to do, such as "build the project again and copy its output".</param>
/// <param name="inner">The exception behind it, if any.</param>
internal sealed class PluginStartException(string cause, string remedy, Exception? inner = null) : Exception($"{cause}; {remedy}", inner)
{
    /// <summary>What is wrong.</summary>
    public string Cause { get; } = cause;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
