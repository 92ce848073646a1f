using ConfEngine.Core.Time;
using ConfEngine.Transport.Net;

namespace ConfEngine.Transport.Peers;

/// <summary>Somebody that a node exchanges RTP with. It is called when something came for it, when its time has come, and once after either.</summary>
internal abstract class Endpoint(PeerId id, MediaNode node)
{
    public PeerId Id => id;

    public MediaNode Node => node;

    /// <summary>When <see cref="OnTimer"/> is to be called; null for never.</summary>
    public Instant? Deadline { get; protected set; }

    /// <summary>It waits for <see cref="OnTouched"/>.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>Something happened to it: what it has to send leaves, and its deadline is looked at, at the end of the turn.</summary>
    public void Touch()
    {
        if (IsTouched) return;
        IsTouched = true;
        node.AddTouched(this);
    }

    /// <summary>Encrypts and queues RTCP.</summary>
    public abstract void SendRtcp(ReadOnlySpan<byte> packet);

    /// <summary>Its deadline has passed.</summary>
    public abstract void OnTimer(Instant now);

    /// <summary>Called ten times a second.</summary>
    public abstract void OnTick(Instant now);

    /// <summary>Sends what waits and finds the next deadline.</summary>
    public void Settle(Instant now, IDatagramSender sender)
    {
        IsTouched = false;
        OnTouched(now, sender);
    }

    protected abstract void OnTouched(Instant now, IDatagramSender sender);
}
