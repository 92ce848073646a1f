namespace MessagePack.Objects;

/// <summary>The exceptions, out of line so that the paths that do not throw stay small.</summary>
internal static class Fault
{
    public static MessagePackSerializationException Data(string message, Exception? inner = null) => new(message, inner);

    public static MessagePackSerializationException End() => new("The data ends inside a value.", new EndOfStreamException());

    public static MessagePackSerializationException Code(byte code, string wanted) =>
        new($"Unexpected MessagePack code {code} ({MessagePackCode.ToMessagePackType(code)}); expected {wanted}.");

    public static MessagePackSerializationException Range(string wanted) =>
        new($"The integer does not fit into {wanted}.", new OverflowException());
}
