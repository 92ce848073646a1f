using ConfEngine.Contract;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Conformance.Rules;

/// <summary>A call that changes nothing, to see how a plugin bears calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Ask">Sends it with a deadline in milliseconds.</param>
internal sealed record Probe(string Method, Func<Conversation, int, Asked> Ask)
{
    /// <summary>The one that asks most of the plugin.</summary>
    public static Probe Of(PluginManifest manifest) => manifest.Capabilities.Contains(Capabilities.Booking)
        ? Make(BookingMethods.List, new ListRequest())
        : Make(LifeMethods.Ping, Nothing.Instance);

    private static Probe Make<TRequest, TResult>(Method<TRequest, TResult> method, TRequest request) =>
        new(method.Name, (conversation, deadlineMs) => conversation.Ask(method.Name, request, deadlineMs));
}
