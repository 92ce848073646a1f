using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>What goes to the host. Any thread.</summary>
/// <param name="host">The way there.</param>
/// <param name="calls">What is answered once is no longer pending.</param>
/// <param name="gone">Called when the host has gone.</param>
internal sealed class Replies(IMessageSink host, PendingCalls calls, Action gone)
{
    private readonly Lock _gate = new();
    private readonly EnvelopeWriter _writer = new();

    /// <summary>Answers with a result; with an error when it cannot be written or is too long.</summary>
    public void Respond<T>(PendingCall call, T result)
    {
        lock (_gate)
        {
            var message = _writer.Response(call.Id, result);
            if (message.Length > MessageLimits.MaxBytes) message = _writer.Failure(call.Id, TooLong(call.Method, message.Length));
            if (calls.TryEnd(call.Id)) Send(message);
        }
    }

    /// <summary>Answers with an error.</summary>
    public void Refuse(PendingCall call, ContractError error)
    {
        lock (_gate)
        {
            if (calls.TryEnd(call.Id)) Send(_writer.Failure(call.Id, error));
        }
    }

    /// <summary>Tells something.</summary>
    /// <exception cref="ContractException">It is too long (<c>too-long</c>).</exception>
    public void Tell<T>(Notice<T> notice, T payload)
    {
        lock (_gate)
        {
            var message = _writer.Notification(notice.Name, payload);
            if (message.Length > MessageLimits.MaxBytes) throw new ContractException(TooLong(notice.Name, message.Length));
            Send(message);
        }
    }

    private static ContractError TooLong(string name, int bytes) =>
        new() { Code = ErrorCodes.TooLong, Message = $"what {name} has to say takes {bytes} bytes; at most {MessageLimits.MaxBytes} go into a message" };

    private void Send(ReadOnlyMemory<byte> message)
    {
        try
        {
            host.Send(message.Span);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            gone();
        }
    }
}
