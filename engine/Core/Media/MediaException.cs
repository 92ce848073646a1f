namespace ConfEngine.Core.Media;

/// <summary>Media, a device or a file did not do what was asked. The message is one line for a person: it names the thing and, where there is
/// one, the remedy.</summary>
/// <param name="message">The line.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class MediaException(string message, Exception? inner = null) : Exception(message, inner);
