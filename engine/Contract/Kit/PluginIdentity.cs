using ConfEngine.Contract.Handshake;

namespace ConfEngine.Contract.Kit;

/// <summary>Who a plugin is, as its manifest says.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Contract">The versions of the contract that it speaks.</param>
/// <param name="Capabilities">What it can be asked to do.</param>
/// <param name="Limits">The limits it declares.</param>
public sealed record PluginIdentity(string Id, string Version, ContractVersion Contract, IReadOnlyList<string> Capabilities, PluginLimits Limits);
