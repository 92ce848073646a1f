using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bots;

/// <summary>Measures one joining: from the start of the login until the pictures of those who were there already have come.</summary>
/// <param name="began">When the login began.</param>
internal sealed class BotJoin(Instant began)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private HashSet<string>? _missing;
    private double? _first;
    private double? _all;
    private bool _hadCompany;

    /// <summary>Done when everybody who was there is seen, or when there was nobody.</summary>
    public Task Done => _done.Task;

    /// <summary>Seconds to the first complete picture of anybody; null before, or when there was nobody.</summary>
    public double? FirstSeconds
    {
        get { lock (_gate) return _first; }
    }

    /// <summary>Seconds to the first complete picture of everybody who was there; null before, or when there was nobody.</summary>
    public double? AllSeconds
    {
        get { lock (_gate) return _hadCompany && _missing is { Count: 0 } ? _all : null; }
    }

    /// <summary>Says who was there. Only the first call counts.</summary>
    public void Expect(IEnumerable<string> streams)
    {
        lock (_gate)
        {
            if (_missing is not null) return;
            _missing = [.. streams];
            _hadCompany = _missing.Count > 0;
            if (!_hadCompany) _done.TrySetResult();
        }
    }

    /// <summary>A stream's first picture has come, or the stream is gone and none will.</summary>
    /// <param name="stream">Which.</param>
    /// <param name="at">When; null when it is gone.</param>
    public void Settle(string stream, Instant? at)
    {
        lock (_gate)
        {
            if (_missing is null || !_missing.Remove(stream)) return;
            if (at is { } now)
            {
                _all = (now - began).Seconds;
                _first ??= _all;
            }

            if (_missing.Count == 0) _done.TrySetResult();
        }
    }
}
