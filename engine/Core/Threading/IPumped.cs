using ConfEngine.Core.Time;

namespace ConfEngine.Core.Threading;

/// <summary>Work that comes in short steps and can be carried on by any worker, though never by two at once: the decoding of one stream,
/// the reading of one sound track.</summary>
public interface IPumped
{
    /// <summary>How pressing the next step is. A worker takes the item with the lowest value; <see cref="long.MaxValue"/> means that
    /// there is nothing to do. Read often and from any thread, so it must be cheap.</summary>
    /// <param name="now">The time at which the worker asks.</param>
    long Urgency(Instant now);

    /// <summary>Does one short step. Called by one worker at a time. An item that fails must fault itself; throwing is a programming error.</summary>
    /// <param name="now">The time at which the step starts.</param>
    void Step(Instant now);
}
