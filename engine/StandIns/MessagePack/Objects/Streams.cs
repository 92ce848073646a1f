namespace MessagePack.Objects;

/// <summary>Whole streams. What a stream throws comes wrapped, as everything does.</summary>
internal static class Streams
{
    public static void Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (Exception fault)
        {
            throw new MessagePackSerializationException("Error occurred while writing the serialized data to the stream.", fault);
        }
    }

    public static async Task WriteAsync(Stream stream, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new MessagePackSerializationException("Error occurred while writing the serialized data to the stream.", fault);
        }
    }

    public static byte[] ReadAll(Stream stream)
    {
        try
        {
            using var all = new MemoryStream();
            stream.CopyTo(all);
            return all.ToArray();
        }
        catch (Exception fault)
        {
            throw new MessagePackSerializationException("Error occurred while reading from the stream.", fault);
        }
    }

    public static async Task<byte[]> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var all = new MemoryStream();
            await stream.CopyToAsync(all, cancellationToken).ConfigureAwait(false);
            return all.ToArray();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new MessagePackSerializationException("Error occurred while reading from the stream.", fault);
        }
    }
}
