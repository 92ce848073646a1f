using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.SignIn;

/// <summary>The streams a participant publishes and plays, each tried again until it flows, is not wanted any more, or its time is over.</summary>
internal sealed class StreamAttempts(ConnectionOptions options, List<ConnectionEffect> effects)
{
    private readonly List<StreamAttempt> _attempts = [];

    public int PlayedCount => _attempts.Count(attempt => attempt.IsPlayed);

    public Instant? NextDeadline => _attempts.Min(attempt => attempt.NextDeadline);

    public IEnumerable<(StreamId Stream, bool IsPlayed)> Wanted => _attempts.Select(attempt => (attempt.Stream, attempt.IsPlayed));

    public StreamAttempt? Find(StreamId stream, bool isPlayed) =>
        _attempts.Find(attempt => attempt.Stream == stream && attempt.IsPlayed == isPlayed);

    public void Begin(StreamId stream, bool isPlayed, Instant now)
    {
        var attempt = new StreamAttempt(stream, isPlayed, NewBackOff(now));
        _attempts.Add(attempt);
        effects.Add(new BeginMedia(stream, isPlayed));
        Report(attempt, PublisherState.PublishRequesting, StreamEvent.PublishStart);
    }

    public void Flows(StreamAttempt attempt)
    {
        if (attempt.IsFlowing) return;
        attempt.IsFlowing = true;
        attempt.NextTry = null;
        Report(attempt, PublisherState.Publishing, attempt.IsRetry ? StreamEvent.RetryPublishSuccess : StreamEvent.PublishSuccess);
        attempt.IsRetry = false;
    }

    public void Fails(StreamAttempt attempt, Instant now)
    {
        if (attempt.IsFlowing) attempt.BackOff = NewBackOff(now);
        attempt.IsFlowing = false;
        attempt.NextTry = attempt.BackOff.Next(now);
        Report(attempt, PublisherState.PublishRequesting, attempt.IsRetry ? StreamEvent.RetryPublishFail : StreamEvent.PublishFail);
        attempt.IsRetry = true;
    }

    public void End(StreamAttempt attempt, RoomError? error = null)
    {
        _attempts.Remove(attempt);
        effects.Add(new EndMedia(attempt.Stream, attempt.IsPlayed));
        Report(attempt, PublisherState.NoPublish, StreamEvent.PublishEnd, error);
        if (attempt.IsPlayed) effects.Add(new FreeView(attempt.Stream));
    }

    /// <summary>In the order that the vendor asks for: publishing, the own picture, playing, and then what the pictures were shown on.</summary>
    public void EndAll(RoomError? error = null)
    {
        foreach (var attempt in _attempts.Where(attempt => !attempt.IsPlayed).ToArray()) End(attempt, error);
        effects.Add(new EndPreview());
        foreach (var attempt in _attempts)
        {
            effects.Add(new EndMedia(attempt.Stream, IsPlayed: true));
            Report(attempt, PublisherState.NoPublish, StreamEvent.PublishEnd, error);
        }
        foreach (var attempt in _attempts) effects.Add(new FreeView(attempt.Stream));
        _attempts.Clear();
    }

    public void Advance(Instant now)
    {
        foreach (var attempt in _attempts.Where(attempt => attempt.NextDeadline <= now).ToArray())
            if (attempt.BackOff.GiveUpAt <= now) GiveUp(attempt);
            else Retry(attempt);
    }

    private void GiveUp(StreamAttempt attempt)
    {
        var error = new RoomError(RoomErrorCode.TimedOut, "streamId", 0, $"the stream {attempt.Stream} did not come; try it again");
        End(attempt, error);
        effects.Add(new TellUser(error));
    }

    private void Retry(StreamAttempt attempt)
    {
        attempt.NextTry = null;
        effects.Add(new BeginMedia(attempt.Stream, attempt.IsPlayed));
        Report(attempt, PublisherState.PublishRequesting, StreamEvent.RetryPublishStart);
    }

    // The states of publishing and playing have the same numbers, and the events of playing are 100 above those of publishing.
    private void Report(StreamAttempt attempt, PublisherState state, StreamEvent what, RoomError? error = null) => effects.Add(attempt.IsPlayed
        ? new PlayerChanged(attempt.Stream, (PlayerState)state, what + (StreamEvent.PlayStart - StreamEvent.PublishStart), error)
        : new PublisherChanged(attempt.Stream, state, what, error));

    private BackOff NewBackOff(Instant now) => new(options.FirstPause, options.LongestPause, options.MediaRetryTime, now);
}
