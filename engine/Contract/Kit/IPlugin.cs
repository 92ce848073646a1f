namespace ConfEngine.Contract.Kit;

/// <summary>A .NET plugin. An assembly has exactly one public class that implements this, with a public constructor without parameters. All its methods run on one
/// thread, and what follows an await comes back to it: no locks are needed.</summary>
/// <remarks>Implement a capability by deriving from its base class, such as <c>BookingPlugin</c>, instead of this.</remarks>
public interface IPlugin
{
    /// <summary>Adds the methods this plugin answers.</summary>
    void Register(MethodRegistry methods);

    /// <summary>Begins: settings are known from here on. Throw a <see cref="Errors.ContractException"/> with <c>bad-settings</c> for a setting that is wrong.</summary>
    ValueTask StartAsync(PluginContext context, CancellationToken cancellation);

    /// <summary>What the version that takes this one's place is to know; null for nothing.</summary>
    ValueTask<byte[]?> SaveAsync(CancellationToken cancellation);

    /// <summary>Ends: finish what is begun, let go of what is held.</summary>
    ValueTask StopAsync(CancellationToken cancellation);
}
