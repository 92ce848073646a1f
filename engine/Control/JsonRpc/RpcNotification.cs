using System.Text.Json;

namespace ConfEngine.Control.JsonRpc;

/// <summary>A notification as text, written once for any number of clients.</summary>
/// <param name="method">Its name.</param>
/// <param name="parameters">Writes one object or array; null sends none.</param>
public sealed class RpcNotification(string method, Action<Utf8JsonWriter>? parameters)
{
    /// <summary>Its name.</summary>
    public string Method => method;

    /// <summary>The whole message.</summary>
    public ReadOnlyMemory<byte> Utf8 => Text;

    internal byte[] Text { get; } = RpcText.Notification(method, parameters);
}
