using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Conformance.Rules;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>One connection with the plugin under test. Unlike the host it may say anything, and it writes down all that it hears.</summary>
internal sealed class Conversation : IChannelEvents, IDisposable
{
    private readonly object _gate = new();
    private readonly IPluginChannel _channel;
    private readonly IClock _clock;
    private readonly EnvelopeWriter _writer = new();
    private readonly Dictionary<uint, Asked> _asked = [];
    private readonly List<Heard> _heard = [];
    private readonly List<string> _log = [];
    private readonly List<string> _strays = [];
    private ChannelEnd? _end;
    private uint _lastId;
    private int _answers;

    public Conversation(IPluginChannel channel, IClock clock)
    {
        (_channel, _clock) = (channel, clock);
        channel.Start(this);
    }

    /// <summary>How the connection ended; null while it lasts.</summary>
    public ChannelEnd? End
    {
        get
        {
            lock (_gate) return _end;
        }
    }

    /// <summary>Lines of its log, by notice or on stderr.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate) return [.. _log];
        }
    }

    /// <summary>What it said that nobody asked for: answers to nothing, second answers, what is no message at all.</summary>
    public IReadOnlyList<string> Strays
    {
        get
        {
            lock (_gate) return [.. _strays];
        }
    }

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (_gate) return [.. _asked.Values];
        }
    }

    /// <summary>Sends a request without waiting.</summary>
    public Asked Ask<T>(string method, T payload, int deadlineMs)
    {
        lock (_gate)
        {
            var asked = Note(method, deadlineMs);
            Send(_writer.Request(asked.Id, method, deadlineMs, payload).Span);
            return asked;
        }
    }

    /// <summary>Sends a request whose bytes <paramref name="write"/> makes of its id.</summary>
    public Asked AskRaw(string method, int deadlineMs, Func<uint, byte[]> write)
    {
        lock (_gate)
        {
            var asked = Note(method, deadlineMs);
            Send(write(asked.Id));
            return asked;
        }
    }

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <exception cref="RuleBrokenException">None came by the deadline.</exception>
    public Answer Call<T>(string method, T payload, int deadlineMs) => Await(Ask(method, payload, deadlineMs), deadlineMs);

    /// <summary>Sends a request of the contract and waits for its result.</summary>
    /// <exception cref="RuleBrokenException">No answer came, or an error, or what cannot be read.</exception>
    public TResult Expect<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request, int deadlineMs)
        where TResult : class
    {
        var answer = Call(method.Name, request, deadlineMs);
        if (answer.Error is { } error) throw new RuleBrokenException($"{method.Name} was answered with {Text(error)}");
        return Read<TResult>(answer.Payload, $"the answer to {method.Name}");
    }

    /// <summary>Waits for the answer to a request.</summary>
    /// <exception cref="RuleBrokenException">None came in time.</exception>
    public Answer Await(Asked asked, int withinMs)
    {
        Wait(() => asked.First is not null || _end is not null, withinMs);
        lock (_gate)
        {
            if (asked.First is { } answer) return answer;
            throw new RuleBrokenException(_end is { } end ? $"instead of answering {asked.Method} it ended: {end.Cause}" : $"{asked.Method} was not answered within {withinMs} ms");
        }
    }

    /// <summary>Waits for the answer to a request; null when none came in time, or the connection has ended.</summary>
    public Answer? TryAwait(Asked asked, int withinMs)
    {
        Wait(() => asked.First is not null || _end is not null, withinMs);
        lock (_gate) return asked.First;
    }

    /// <summary>Waits until as many notifications have come that fit; gives those that have, also from before.</summary>
    public IReadOnlyList<Heard> AwaitHeard(Func<Heard, bool> fits, int count, int withinMs)
    {
        Wait(() => _end is not null || _heard.Count(fits) >= count, withinMs);
        lock (_gate) return [.. _heard.Where(fits)];
    }

    /// <summary>Sends bytes as one message.</summary>
    public void Say(ReadOnlySpan<byte> message)
    {
        lock (_gate) Send(message);
    }

    /// <summary>Withdraws a request.</summary>
    public void Cancel(uint id)
    {
        lock (_gate) Send(_writer.Cancel(id).Span);
    }

    /// <summary>Waits for the end of the connection; null when it goes on.</summary>
    public ChannelEnd? AwaitEnd(int withinMs)
    {
        Wait(() => _end is not null, withinMs);
        return End;
    }

    /// <summary>Closes it from this side, and says how it went.</summary>
    public ChannelEnd Hang(int graceMs)
    {
        _channel.Close(TimeSpan.FromMilliseconds(graceMs));
        return AwaitEnd(graceMs + 3000) ?? throw new RuleBrokenException($"the connection was not closed {graceMs + 3000} ms later");
    }

    /// <summary>Reads a payload.</summary>
    /// <exception cref="RuleBrokenException">It cannot be read.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> payload, string what)
        where T : class =>
        MessageCodec.TryDecode<T>(payload, out var read, out var error) ? read : throw new RuleBrokenException($"{what} cannot be read: {error}");

    /// <summary>An error for people.</summary>
    public static string Text(ContractError error) => $"'{error.Code}'{(error.Field is { } field ? $" (field {field})" : "")}{(error.Message.Length > 0 ? ": " + error.Message : "")}";

    public void Dispose()
    {
        _channel.Close(TimeSpan.FromMilliseconds(500));
        _channel.Dispose();
    }

    void IChannelEvents.OnMessage(ReadOnlyMemory<byte> message)
    {
        lock (_gate)
        {
            if (!Envelope.TryRead(message.ToArray(), out var envelope, out var error)) _strays.Add($"a message that cannot be read: {error}");
            else if (envelope.Kind == EnvelopeKind.Response) Answered(envelope);
            else if (envelope.Kind == EnvelopeKind.Notification) Told(envelope);
            else _strays.Add($"a {envelope.Kind.ToString().ToLowerInvariant()}, which only the host sends");
            Monitor.PulseAll(_gate);
        }
    }

    void IChannelEvents.OnLog(string line)
    {
        lock (_gate) _log.Add(line);
    }

    void IChannelEvents.OnClosed(ChannelEnd end)
    {
        lock (_gate)
        {
            _end = end;
            Monitor.PulseAll(_gate);
        }
    }

    private Asked Note(string method, int deadlineMs)
    {
        var asked = new Asked(++_lastId, method, deadlineMs, _clock.Now);
        _asked.Add(asked.Id, asked);
        return asked;
    }

    private void Answered(in Envelope envelope)
    {
        if (!_asked.TryGetValue(envelope.Id, out var asked))
        {
            _strays.Add($"an answer to request {envelope.Id}, which was never made");
            return;
        }

        if (asked.Answers++ > 0) _strays.Add($"{asked.Method} (request {asked.Id}) was answered {asked.Answers} times");
        asked.First ??= new Answer(envelope.Error, envelope.Payload, _clock.Now - asked.At);
        if (asked.Order == 0) asked.Order = ++_answers;
    }

    private void Told(in Envelope envelope)
    {
        _heard.Add(new Heard(envelope.Method, envelope.Payload));
        if (envelope.Method == LifeNotices.Log.Name && MessageCodec.TryDecode<LogLine>(envelope.Payload, out var line, out _)) _log.Add(line.Text);
    }

    private void Send(ReadOnlySpan<byte> message)
    {
        if (_channel.TrySend(message)) return;
        // The end of a connection is told a moment after it takes nothing any more; who waits for an answer finds it.
        Wait(() => _end is not null, Subject.AtOnceMs);
        if (_end is null) throw new RuleBrokenException("it no longer reads what is sent to it");
    }

    private void Wait(Func<bool> done, int withinMs)
    {
        var until = _clock.Now + MediaTime.FromMilliseconds(withinMs);
        lock (_gate)
        {
            while (!done() && until - _clock.Now is { Nanoseconds: > 0 } left) Monitor.Wait(_gate, TimeSpan.FromMilliseconds(Math.Ceiling(left.Milliseconds)));
        }
    }
}
