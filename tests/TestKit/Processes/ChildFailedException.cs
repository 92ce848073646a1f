namespace ConfEngine.TestKit.Processes;

/// <summary>A process did not do what a test needs of it; the message shows all that it said.</summary>
public sealed class ChildFailedException(string message) : Exception(message);
