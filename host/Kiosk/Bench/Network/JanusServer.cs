using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Bots;
using ConfEngine.Transport.Udp;

namespace ConfEngine.Kiosk.Bench.Network;

/// <summary>Janus as a child process, set up to do nothing but forward: the VideoRoom over HTTP, no events, no recording.</summary>
internal sealed class JanusServer : IDisposable
{
    private const string Plugins = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_nosip.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_streaming.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_voicemail.so";
    private const string Transports = "libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so,libjanus_websockets.so";
    private const double StartSeconds = 10;
    private const double ProbeSeconds = 0.1;
    private readonly Process _process;
    private readonly string _folder;

    private JanusServer(Process process, string folder, Uri url) => (_process, _folder, Url) = (process, folder, url);

    /// <summary>Where its API is.</summary>
    public Uri Url { get; }

    /// <summary>The process, to read what it costs.</summary>
    public int ProcessId => _process.Id;

    /// <summary>An address of this machine that Janus takes for media; null when there is none. It refuses the loopback address.</summary>
    public static IPAddress? MediaAddress => LocalAddresses.Find().FirstOrDefault(address => !IPAddress.IsLoopback(address) && address.AddressFamily == AddressFamily.InterNetwork);

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="media">See <see cref="MediaAddress"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="MediaException">It is not installed, or does not come up.</exception>
    public static async Task<JanusServer> StartAsync(IPAddress media, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("confengine-janus-").FullName;
        var port = FreePort();
        foreach (var (name, text) in Files(folder, media, port)) await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancel);
        var start = new ProcessStartInfo("janus") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-F", folder, "-C", Path.Combine(folder, "janus.jcfg"), "--disable-colors" }) start.ArgumentList.Add(argument);
        var server = new JanusServer(Start(start, folder), folder, new Uri($"http://127.0.0.1:{port}/janus"));
        try
        {
            await server.WaitAsync(cancel);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Process Start(ProcessStartInfo start, string folder)
    {
        try
        {
            var process = Process.Start(start) ?? throw new MediaException("janus did not start");
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Directory.Delete(folder, recursive: true);
            throw new MediaException("janus is not installed: apt-get install janus", e);
        }
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        for (var waited = 0.0; waited < StartSeconds && !_process.HasExited; waited += ProbeSeconds)
        {
            try
            {
                using var reply = await http.GetAsync(new Uri($"{Url}/info"), cancel);
                if (reply.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
                await Pause.ForAsync(ProbeSeconds, cancel);
            }
        }

        throw new MediaException(_process.HasExited ? $"janus ended with {_process.ExitCode} instead of starting" : $"janus did not answer within {StartSeconds} s");
    }

    private static IEnumerable<(string Name, string Text)> Files(string folder, IPAddress media, int port)
    {
        yield return ("janus.jcfg", string.Create(CultureInfo.InvariantCulture, $$"""
            general: {
              configs_folder = "{{folder}}"
              interface = "{{media}}"
              debug_level = 2
            }
            media: {
              ipv6 = false
              rtp_port_range = "20000-40000"
              slowlink_threshold = 0
            }
            nat: {
              full_trickle = false
              ice_lite = false
              ice_tcp = false
            }
            plugins: { disable = "{{Plugins}}" }
            transports: { disable = "{{Transports}}" }
            loggers: { disable = "libjanus_jsonlog.so" }
            events: { broadcast = false }
            """));
        yield return ("janus.transport.http.jcfg", string.Create(CultureInfo.InvariantCulture, $$"""
            general: {
              json = "compact"
              base_path = "/janus"
              http = true
              port = {{port}}
              ip = "127.0.0.1"
              https = false
            }
            admin: { admin_http = false }
            """));
        yield return ("janus.plugin.videoroom.jcfg", "general: { }\n");
    }

    // Another program may take it in between; then Janus does not come up, and says so.
    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
