namespace ConfEngine.Kiosk.Commands;

/// <summary>The command line asks for something that makes no sense. The message is one line that names the option and the remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);
