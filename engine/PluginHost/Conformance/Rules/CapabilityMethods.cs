using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Telephony;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>The methods of the capabilities.</summary>
internal static class CapabilityMethods
{
    /// <summary>Those that a plugin with these capabilities may be asked.</summary>
    public static IEnumerable<Method> Of(IReadOnlyList<string> capabilities) => capabilities.SelectMany(Of);

    private static IReadOnlyList<Method> Of(string capability) => capability switch
    {
        Capabilities.Booking => BookingMethods.All,
        Capabilities.ExternalSync => ExternalSyncMethods.All,
        Capabilities.Telephony => TelephonyMethods.All,
        _ => [],
    };
}
