using ConfEngine.Contract;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>The methods of the capabilities.</summary>
internal static class CapabilityMethods
{
    /// <summary>Those that a plugin with these capabilities may be asked.</summary>
    public static IEnumerable<Method> Of(IReadOnlyList<string> capabilities) => [];
}
