namespace ConfEngine.Transport.Peers.Negotiation;

/// <summary>Commands for a node, in order. What begins something is refused while the node is behind; what ends or changes something must not
/// get lost, and waits. One thread owns it.</summary>
/// <param name="node">Who carries them out.</param>
public sealed class NodeCommands(IMediaNode node)
{
    private readonly Queue<Action<IMediaNode>> _waiting = [];

    /// <summary>Commands that found the node behind and go with the next one.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Gives a command to the node. False when the node is behind: nothing happens then.</summary>
    public bool TryPost(Action<IMediaNode> command)
    {
        Flush();
        return _waiting.Count == 0 && node.Post(command);
    }

    /// <summary>Gives a command to the node, now or together with a later one.</summary>
    public void Post(Action<IMediaNode> command)
    {
        Flush();
        if (_waiting.Count > 0 || !node.Post(command)) _waiting.Enqueue(command);
    }

    /// <summary>Gives the node what waits.</summary>
    public void Flush()
    {
        while (_waiting.TryPeek(out var command) && node.Post(command)) _waiting.Dequeue();
    }
}
