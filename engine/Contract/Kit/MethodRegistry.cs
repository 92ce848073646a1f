using ConfEngine.Contract.Kit.Serving;
using ConfEngine.Contract.Operations;

namespace ConfEngine.Contract.Kit;

/// <summary>The methods that a plugin answers.</summary>
public sealed class MethodRegistry
{
    private readonly Dictionary<string, MethodHandler> _handlers = new(StringComparer.Ordinal);

    internal MethodRegistry()
    {
    }

    /// <summary>Adds a method. For a two-phase one the kit does the book-keeping: it accepts, calls <paramref name="answer"/> once for an operation, however often the host
    /// asks, and sends the result.</summary>
    /// <param name="method">The method.</param>
    /// <param name="answer">Gives the result, or throws: a <see cref="Errors.ContractException"/> becomes that error, anything else <c>internal</c>.</param>
    /// <exception cref="ArgumentException">The method has an answer already, or its request carries no ticket although it is two-phase.</exception>
    public void Add<TRequest, TResult>(Method<TRequest, TResult> method, Func<TRequest, PluginCall, ValueTask<TResult>> answer)
    {
        if (method.Shape == MethodShape.TwoPhase && !typeof(IOperationRequest).IsAssignableFrom(typeof(TRequest)))
            throw new ArgumentException($"{method.Name} is two-phase, so {typeof(TRequest).Name} must be an {nameof(IOperationRequest)}", nameof(method));
        MethodHandler handler = method.Shape == MethodShape.TwoPhase
            ? new OperationHandler<TRequest, TResult>(method.Name, answer)
            : new DirectHandler<TRequest, TResult>(answer);
        if (!_handlers.TryAdd(method.Name, handler)) throw new ArgumentException($"{method.Name} has an answer already", nameof(method));
    }

    internal MethodHandler? Find(string method) => _handlers.GetValueOrDefault(method);
}
