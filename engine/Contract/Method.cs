namespace ConfEngine.Contract;

/// <summary>How a method's answer comes.</summary>
public enum MethodShape
{
    /// <summary>The response is the result.</summary>
    Direct,

    /// <summary>The response only says that the plugin has taken the operation on (<see cref="Operations.Accepted"/>); the result follows in
    /// <see cref="Operations.OperationNotices.Result"/>. The request's key 0 is an <see cref="Operations.OperationTicket"/>.</summary>
    TwoPhase,
}

/// <summary>One method that the host calls.</summary>
/// <param name="Name">The name in the envelope: <c>area.verb</c>.</param>
/// <param name="Shape">How the answer comes.</param>
/// <param name="Idempotent">Whether calling twice has the effect of calling once, so that the host may retry after a fault of the connection. A two-phase method always
/// is: the operation id in its ticket tells the plugin that it knows the operation already.</param>
public abstract record Method(string Name, MethodShape Shape, bool Idempotent)
{
    /// <summary>The type of the request's payload.</summary>
    public abstract Type Request { get; }

    /// <summary>The type of the result: the response's payload, or the payload of the operation's result.</summary>
    public abstract Type Result { get; }
}

/// <summary>One method that the host calls, with its messages.</summary>
/// <typeparam name="TRequest">The request's payload.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="Name">The name in the envelope: <c>area.verb</c>.</param>
/// <param name="Shape">How the answer comes.</param>
/// <param name="Idempotent">Whether the host may retry.</param>
public sealed record Method<TRequest, TResult>(string Name, MethodShape Shape, bool Idempotent) : Method(Name, Shape, Idempotent)
{
    /// <inheritdoc/>
    public override Type Request => typeof(TRequest);

    /// <inheritdoc/>
    public override Type Result => typeof(TResult);
}

/// <summary>One notification that a plugin sends.</summary>
/// <param name="Name">The name in the envelope: <c>area.event</c>.</param>
public abstract record Notice(string Name)
{
    /// <summary>The type of the payload.</summary>
    public abstract Type Payload { get; }
}

/// <summary>One notification that a plugin sends, with its message.</summary>
/// <typeparam name="T">The payload.</typeparam>
/// <param name="Name">The name in the envelope: <c>area.event</c>.</param>
public sealed record Notice<T>(string Name) : Notice(Name)
{
    /// <inheritdoc/>
    public override Type Payload => typeof(T);
}
