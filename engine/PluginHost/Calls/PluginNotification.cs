using ConfEngine.Contract.Errors;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Something that a plugin told of its own accord.</summary>
/// <param name="PluginId">Who.</param>
/// <param name="Method">The notice's name, such as <c>booking.list-changed</c>; of a capability that the plugin has.</param>
/// <param name="Payload">One MessagePack value, a copy that may be kept; empty for none.</param>
public sealed record PluginNotification(string PluginId, string Method, ReadOnlyMemory<byte> Payload);

/// <summary>The result of an operation whose caller has been told <c>timeout</c> already: what happened at the vendor all the same.</summary>
/// <param name="PluginId">Who.</param>
/// <param name="Method">The method that began it.</param>
/// <param name="OperationId">The operation.</param>
/// <param name="Error">Why it failed; null when it succeeded.</param>
/// <param name="Payload">The method's result message when it succeeded, a copy that may be kept.</param>
public sealed record LateResult(string PluginId, string Method, string OperationId, ContractError? Error, ReadOnlyMemory<byte> Payload);
