namespace ConfEngine.Contract.Wire;

/// <summary>Sends messages over a stream, each with its length in front and in one write.</summary>
/// <param name="stream">Where they go; not closed by this.</param>
public sealed class StreamSink(Stream stream) : IMessageSink
{
    private readonly Lock _gate = new();
    private byte[] _frame = new byte[1024];

    /// <inheritdoc/>
    public void Send(ReadOnlySpan<byte> message)
    {
        lock (_gate)
        {
            var length = MessageFraming.HeaderBytes + message.Length;
            if (_frame.Length < length) _frame = new byte[Math.Max(length, _frame.Length * 2)];
            MessageFraming.WriteHeader(_frame, message.Length);
            message.CopyTo(_frame.AsSpan(MessageFraming.HeaderBytes));
            stream.Write(_frame, 0, length);
            stream.Flush();
        }
    }
}
