using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>A plugin's way from hello to stop. The plugin's thread only.</summary>
internal sealed class PluginLife(IPlugin plugin, PluginIdentity identity, Replies replies, OperationLedger ledger)
{
    private MethodRegistry? _methods;
    private bool _starting;
    private bool _started;
    private bool _stopped;

    /// <summary>Finds who answers a method now.</summary>
    /// <exception cref="ContractException">There is none (<c>unsupported</c>), or it is not the time (<c>wrong-state</c>).</exception>
    public MethodHandler Find(string method)
    {
        if (method == LifeMethods.Hello.Name) return new DirectHandler<HelloRequest, HelloResponse>(HelloAsync);
        if (_methods is null) throw WrongState(method, $"{LifeMethods.Hello.Name} comes first");
        if (_stopped) throw WrongState(method, "the plugin has been stopped");
        var handler = _methods.Find(method) ?? throw new ContractException(ErrorCodes.Unsupported, $"{identity.Id} does not do {OneLine.Of(method, 64)}");
        if (!_started && !IsLife(method)) throw WrongState(method, $"{LifeMethods.Start.Name} comes first");
        return handler;
    }

    private static bool IsLife(string method) => method.StartsWith("plugin.", StringComparison.Ordinal);

    private static ContractException WrongState(string method, string why) => new(ErrorCodes.WrongState, $"{OneLine.Of(method, 64)} at the wrong time: {why}");

    private ValueTask<HelloResponse> HelloAsync(HelloRequest request, PluginCall call)
    {
        var host = new ContractVersion(request.ContractFloor, request.ContractCeiling);
        if (!identity.Contract.TryAgree(host, out _)) throw Mismatch(host, $"{request.HostName} {request.HostVersion}");
        if (_methods is null)
        {
            var methods = new MethodRegistry();
            methods.Add(LifeMethods.Start, StartAsync);
            methods.Add(LifeMethods.Ping, (_, _) => new ValueTask<Nothing>(Nothing.Instance));
            methods.Add(LifeMethods.Save, SaveAsync);
            methods.Add(LifeMethods.Stop, StopAsync);
            plugin.Register(methods);
            _methods = methods;
        }

        return new ValueTask<HelloResponse>(new HelloResponse
        {
            PluginId = identity.Id,
            PluginVersion = identity.Version,
            ContractFloor = identity.Contract.Floor,
            ContractCeiling = identity.Contract.Ceiling,
            Capabilities = identity.Capabilities,
            Limits = identity.Limits,
        });
    }

    private ContractException Mismatch(ContractVersion host, string name)
    {
        var remedy = identity.Contract.Ceiling < host.Floor ? "install a newer version of the plugin" : "update the program, or install an older version of the plugin";
        return new ContractException(ErrorCodes.ContractMismatch,
            $"{identity.Id} {identity.Version} speaks version {identity.Contract} of the contract, {OneLine.Of(name, 100)} speaks {host}; {remedy}");
    }

    private async ValueTask<Nothing> StartAsync(StartRequest request, PluginCall call)
    {
        if (_starting) throw WrongState(LifeMethods.Start.Name, "the plugin has been started");
        if (request.ContractVersion < identity.Contract.Floor || request.ContractVersion > identity.Contract.Ceiling)
            throw Mismatch(new ContractVersion(request.ContractVersion, request.ContractVersion), "the host");
        _starting = true;
        try
        {
            await plugin.StartAsync(new PluginContext(request, replies), call.Cancellation);
            _started = true;
        }
        finally
        {
            // After a failure it may be started again, with better settings.
            _starting = _started;
        }

        return Nothing.Instance;
    }

    private async ValueTask<SavedState> SaveAsync(Nothing request, PluginCall call)
    {
        if (!_started) throw WrongState(LifeMethods.Save.Name, $"{LifeMethods.Start.Name} comes first");
        var state = await plugin.SaveAsync(call.Cancellation);
        if (state?.Length > SavedState.MaxBytes) throw new ContractException(ErrorCodes.TooLong, $"the state has {state.Length} bytes; at most {SavedState.MaxBytes} are kept", "state");
        return new SavedState { State = state };
    }

    private async ValueTask<Nothing> StopAsync(Nothing request, PluginCall call)
    {
        if (_started) await plugin.StopAsync(call.Cancellation);
        await ledger.StopAsync(call.Cancellation);
        _stopped = true;
        return Nothing.Instance;
    }
}
