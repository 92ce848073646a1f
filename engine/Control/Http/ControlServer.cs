using System.Net.Sockets;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConfEngine.Control.Http;

/// <summary>The HTTP server: JSON-RPC over WebSocket at <c>/rpc</c>, and the owner's pages. It writes no log and handles no signals.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);
    private readonly WebApplication _app;
    private readonly RequestPipeline _pipeline;

    private ControlServer(WebApplication app, RequestPipeline pipeline) => (_app, _pipeline) = (app, pipeline);

    /// <summary>Where it listens, with the ports the system chose.</summary>
    public IReadOnlyList<Uri> Addresses { get; private set; } = [];

    /// <summary>Clients connected to <c>/rpc</c>.</summary>
    public int Clients => _pipeline.Clients;

    /// <summary>Starts listening.</summary>
    /// <exception cref="MediaException">An address cannot be listened on, or a secure one has no certificate.</exception>
    public static async Task<ControlServer> StartAsync(ControlOptions options, HttpRoutes routes, RpcDispatcher dispatcher, CancellationToken cancel)
    {
        if (options.Certificate is null && options.Listen.FirstOrDefault(listen => listen.IsSecure) is { } secure)
            throw new MediaException($"{secure} needs a certificate: name one, or a folder to keep an own one in");
        CheckFree(options.Listen);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Configure(kestrel, options));
        var app = builder.Build();
        var pipeline = new RequestPipeline(options, routes, dispatcher);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.Run(pipeline.HandleAsync);
        try
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new MediaException($"cannot listen on {string.Join(", ", options.Listen)}: {e.Message}; choose another with --listen HOST:PORT", e);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return new ControlServer(app, pipeline) { Addresses = [.. addresses.Select(address => new Uri(address))] };
    }

    /// <summary>Says goodbye to every client, and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        _pipeline.EndAll();
        using var farewell = new CancellationTokenSource(s_farewell);
        await _app.StopAsync(farewell.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    // Kestrel names neither which of several addresses is at fault nor always why, so each is tried by itself first.
    private static void CheckFree(IReadOnlyList<ListenAddress> addresses)
    {
        foreach (var address in addresses)
        {
            using var probe = new Socket(address.Endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(address.Endpoint);
                probe.Listen();
            }
            catch (SocketException e)
            {
                throw new MediaException(Explain(address, e.SocketErrorCode), e);
            }
        }
    }

    private static string Explain(ListenAddress address, SocketError error)
    {
        var port = address.Endpoint.Port;
        return error switch
        {
            SocketError.AddressAlreadyInUse =>
                $"port {port} of {address.Endpoint.Address} is taken by another program: stop that one, or whoever starts this one chooses another with --listen HOST:PORT",
            SocketError.AccessDenied =>
                $"port {port} is kept for the administrator: choose one from 1024 with --listen HOST:PORT, or let the administrator grant CAP_NET_BIND_SERVICE",
            SocketError.AddressNotAvailable =>
                $"{address.Endpoint.Address} is no address of this machine: choose one of its own with --listen HOST:PORT",
            _ => $"cannot listen on {address} ({error}): choose another with --listen HOST:PORT",
        };
    }

    private static void Configure(KestrelServerOptions kestrel, ControlOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxConcurrentConnections = options.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = options.WebSockets;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        foreach (var address in options.Listen)
            kestrel.Listen(address.Endpoint, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (address.IsSecure) listen.UseHttps(options.Certificate!);
            });
    }

    /// <summary>The host's own lifetime would take the signals and write to the console; both belong to the program.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
