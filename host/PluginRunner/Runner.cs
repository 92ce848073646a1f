using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Loading;

namespace ConfEngine.PluginRunner;

/// <summary>Hosts one .NET plugin: messages come on stdin and go on stdout, lines of log on stderr.</summary>
internal static class Runner
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int EndTimeMs = 2000;

    // A message's length and the message itself come by one read.
    private const int ReadBytes = 16 * 1024;

    /// <summary>Runs the plugin in a folder until stdin ends.</summary>
    /// <returns>The exit code; 1 after one line on stderr that says why.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            Console.Error.WriteLine("ConfEngine.PluginRunner FOLDER: hosts the .NET plugin in FOLDER on stdin and stdout; the engine starts it, and nobody else needs to");
            return Failure;
        }

        try
        {
            using var streams = HostStreams.Take();
            return Serve(folder, streams);
        }
        catch (Exception e) when (e is PluginStartException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(OneLine.Of(e.Message, 1000));
            return Failure;
        }
    }

    private static int Serve(string folder, HostStreams streams)
    {
        if (!ManifestReader.TryRead(File.ReadAllBytes(Path.Combine(folder, PluginManifest.FileName)), out var manifest, out var error))
            throw new InvalidDataException(error);
        if (manifest.Assembly is null) throw new InvalidDataException($"{PluginManifest.FileName}: {manifest.Id} is an executable; only .NET plugins are hosted here");
        using var loaded = LoadedPlugin.Load(folder, manifest);
        var identity = new PluginIdentity(manifest.Id, manifest.Version, manifest.Contract, manifest.Capabilities, manifest.Limits);
        using var server = new PluginServer(loaded.Plugin, identity, new StreamSink(streams.Output));
        var receiver = new Receiver(new BufferedStream(streams.Input, ReadBytes), server);
        receiver.Start();
        server.Run();
        if (receiver.Fault is { } fault) throw new InvalidDataException(fault);
        return Success;
    }

    /// <summary>Takes what the host sends, on a thread of its own, so that a cancel arrives while the plugin computes.</summary>
    private sealed class Receiver(Stream input, PluginServer server)
    {
        private readonly Timer _overdue = new(_ => Environment.Exit(Success));

        /// <summary>Why the host's bytes make no sense; null while they do.</summary>
        public string? Fault { get; private set; }

        public void Start() => new Thread(Receive) { Name = "Host's messages", IsBackground = true }.Start();

        private void Receive()
        {
            var buffer = new byte[4096];
            try
            {
                while (MessageFraming.TryRead(input, ref buffer, out var length)) server.Receive(buffer.AsMemory(0, length));
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                Fault = $"the host's messages cannot be read: {e.Message}";
            }

            // A plugin that does not come back is ended all the same: the host would otherwise have to kill it.
            _overdue.Change(EndTimeMs, Timeout.Infinite);
            server.Close();
        }
    }
}
