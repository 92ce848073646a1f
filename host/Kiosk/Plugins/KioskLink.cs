using System.Net.Sockets;
using System.Text.Json;
using ConfEngine.Control.Client;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>Calls to a running kiosk about its plugins.</summary>
internal sealed class KioskLink(RpcClient client) : IAsyncDisposable
{
    /// <summary>Connects; null where no kiosk is running.</summary>
    /// <exception cref="MediaException">One is, and does not let us in.</exception>
    public static async Task<KioskLink?> TryConnectAsync(RpcClientOptions options, CancellationToken cancel)
    {
        try
        {
            return new KioskLink(await RpcClient.ConnectAsync(options, static (_, _) => { }, cancel));
        }
        catch (MediaException nobody) when (IsRefused(nobody))
        {
            return null;
        }
    }

    /// <summary>Makes a call.</summary>
    /// <exception cref="MediaException">The kiosk refused; one line.</exception>
    public async Task<JsonElement> CallAsync(string method, CancellationToken cancel, params (string Name, string? Value)[] parameters)
    {
        try
        {
            return await client.CallAsync(method, writer => Write(writer, parameters), cancel);
        }
        catch (RpcException refused)
        {
            throw new MediaException(RpcCommand.Line(refused.Error), refused);
        }
    }

    public ValueTask DisposeAsync() => client.DisposeAsync();

    private static void Write(Utf8JsonWriter writer, (string Name, string? Value)[] parameters)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in parameters) writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static bool IsRefused(Exception exception)
    {
        for (var e = exception.InnerException; e is not null; e = e.InnerException)
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
                return true;
        return false;
    }
}
