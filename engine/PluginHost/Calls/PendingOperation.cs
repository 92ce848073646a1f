using ConfEngine.Contract.Errors;

namespace ConfEngine.PluginHost.Calls;

/// <summary>An operation that a plugin has taken on.</summary>
/// <typeparam name="TResult">The result's message.</typeparam>
/// <param name="Id">The operation's id, for <see cref="LateResult"/> and for asking again.</param>
/// <param name="VendorReference">The vendor's own name for it; null where it has none.</param>
/// <param name="Result">Completes when it has ended; fails with a <see cref="ContractException"/>: <c>timeout</c> at its deadline, else the plugin's error.</param>
public sealed record PendingOperation<TResult>(string Id, string? VendorReference, Task<TResult> Result);
