using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Kit;

/// <summary>What the base classes of the capabilities have in common.</summary>
public abstract class PluginBase : IPlugin
{
    private PluginContext? _context;

    /// <summary>Settings, log and folder.</summary>
    /// <exception cref="InvalidOperationException">The plugin has not been started.</exception>
    protected PluginContext Context => _context ?? throw new InvalidOperationException("the context is there from StartAsync on");

    void IPlugin.Register(MethodRegistry methods) => Register(methods);

    ValueTask IPlugin.StartAsync(PluginContext context, CancellationToken cancellation)
    {
        _context = context;
        return StartAsync(cancellation);
    }

    ValueTask<byte[]?> IPlugin.SaveAsync(CancellationToken cancellation) => SaveAsync(cancellation);

    ValueTask IPlugin.StopAsync(CancellationToken cancellation) => StopAsync(cancellation);

    /// <summary>Adds the methods this plugin answers.</summary>
    protected abstract void Register(MethodRegistry methods);

    /// <summary>Begins; see <see cref="IPlugin.StartAsync"/>. The default does nothing.</summary>
    protected virtual ValueTask StartAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Hands over what the next version is to know; see <see cref="IPlugin.SaveAsync"/>. The default has nothing.</summary>
    protected virtual ValueTask<byte[]?> SaveAsync(CancellationToken cancellation) => new((byte[]?)null);

    /// <summary>Ends; see <see cref="IPlugin.StopAsync"/>. The default does nothing.</summary>
    protected virtual ValueTask StopAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>The answer of a method that a plugin has not overridden.</summary>
    protected static ValueTask<T> Unsupported<T>(Method method) =>
        ValueTask.FromException<T>(new ContractException(ErrorCodes.Unsupported, $"this plugin does not do {method.Name}"));
}
