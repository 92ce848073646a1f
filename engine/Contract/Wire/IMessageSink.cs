namespace ConfEngine.Contract.Wire;

/// <summary>Takes whole messages to the other side.</summary>
public interface IMessageSink
{
    /// <summary>Sends one message. Any thread; messages of one thread keep their order. Returns when the bytes have been written or copied.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    void Send(ReadOnlySpan<byte> message);
}
