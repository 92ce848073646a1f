using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ConfEngine.Contract.Tests.Samples;

/// <summary>Another system, as far as plugins see it: an address that takes JSON.</summary>
internal sealed class WebSystem : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly HttpListener _listener;
    private readonly BlockingCollection<(string? Key, string? Authorization, JsonNode Body)> _taken = [];
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public WebSystem()
    {
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What it answers from now on.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    /// <summary>Whether it takes what it gets and never answers.</summary>
    public bool IsSilent { get; set; }

    public (string? Key, string? Authorization, JsonNode Body) Take()
    {
        Assert.True(_taken.TryTake(out var taken, s_patience), "nothing came");
        return taken;
    }

    public void Dispose()
    {
        _closing.SetResult();
        _serving.Wait();
        _listener.Close();
        _taken.Dispose();
    }

    // HttpListener cannot be told to take any port that is free.
    private static (HttpListener Listener, string Address) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var asked = _listener.GetContextAsync();
            if (await Task.WhenAny(asked, _closing.Task) != asked) return;
            var context = await asked;
            var body = await JsonNode.ParseAsync(context.Request.InputStream);
            _taken.Add((context.Request.Headers["idempotency-key"], context.Request.Headers["authorization"], body!));
            if (IsSilent) continue;
            context.Response.StatusCode = (int)Answer;
            context.Response.Close();
        }
    }
}
