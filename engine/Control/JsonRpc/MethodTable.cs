using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>Runs one call. What it returns writes exactly one JSON value, null stands for a null result; to refuse it throws
/// <see cref="RpcException"/>.</summary>
/// <param name="peer">The client.</param>
/// <param name="parameters">What it sent.</param>
/// <param name="cancel">Set at the call's deadline, or when the client is gone.</param>
public delegate ValueTask<Action<Utf8JsonWriter>?> RpcMethod(IRpcPeer peer, RpcParams parameters, CancellationToken cancel);

/// <summary>The methods a client can call. Filled before the first call, read only from then on.</summary>
public sealed class MethodTable
{
    private readonly Dictionary<string, (string[] Parameters, RpcMethod Run)> _methods = new(StringComparer.Ordinal);

    /// <summary>The names, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _methods.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Adds a method, as a rule named <c>area.verb</c>.</summary>
    /// <param name="name">Letters and digits, in parts separated by dots; "rpc." is the protocol's own.</param>
    /// <param name="parameters">The names of all its parameters; their order is that of parameters sent by position.</param>
    /// <param name="method">What runs.</param>
    public void Add(string name, string[] parameters, RpcMethod method)
    {
        if (!name.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit)) || name.StartsWith("rpc.", StringComparison.Ordinal))
            throw new ArgumentException($"'{name}' is no method name: letters and digits in parts separated by dots, and not 'rpc.'", nameof(name));
        if (!_methods.TryAdd(name, (parameters, method))) throw new ArgumentException($"'{name}' is already there", nameof(name));
    }

    internal ValueTask<Action<Utf8JsonWriter>?> Run(IRpcPeer peer, RpcCall call, CancellationToken cancel)
    {
        if (!_methods.TryGetValue(call.Method, out var method))
            throw new RpcException(new RpcError(RpcErrorCode.MethodNotFound, $"there is no method '{RpcText.Clip(call.Method)}'"));
        return method.Run(peer, RpcParams.Bind(call.Params, method.Parameters), cancel);
    }
}
