using System.Net;
using System.Net.WebSockets;
using System.Text;
using ConfEngine.Control.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ConfEngine.Control.Tests.Client;

/// <summary>A WebSocket server that sends whatever it is told to, and then reads until the client goes.</summary>
internal sealed class RogueServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RogueServer(WebApplication app) => _app = app;

    public ServerUrl Url => ServerUrl.TryParse(_app.Urls.First(), out var url) ? url : throw new InvalidOperationException();

    public static Task<RogueServer> StartAsync(params string[] texts) => StartAsync(async (socket, cancel) =>
    {
        foreach (var text in texts) await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancel);
    });

    public static async Task<RogueServer> StartAsync(Func<WebSocket, CancellationToken, Task> act)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("confengine.rpc");
            await act(socket, context.RequestAborted);
            try
            {
                while ((await socket.ReceiveAsync(new byte[1000], context.RequestAborted)).MessageType != WebSocketMessageType.Close) { }
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
            }
            catch (WebSocketException)
            {
                // The client broke off, as a client may.
                socket.Abort();
                socket.Abort();
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RogueServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }
}
