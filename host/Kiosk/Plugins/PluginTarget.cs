using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Control.Client;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>The options that say whose plugins a command is about: a running kiosk's, or those of a state folder.</summary>
internal sealed class PluginTarget
{
    private readonly ServerOptions _server = new();

    private readonly Option<string?> _state = new("--state")
    {
        Description = "Act on this state folder and ask no kiosk. Default: the running kiosk; where none is running, the user's state folder.",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        _server.AddTo(command);
        command.Add(_state);
    }

    /// <summary>Reads them.</summary>
    public PluginTargetRequest Read(ParseResult parsed) => new(_server.Read(parsed), parsed.GetResult("--url") is OptionResult { Implicit: false }, parsed.GetValue(_state));
}

/// <summary>Whose plugins a command is about.</summary>
/// <param name="Server">The kiosk.</param>
/// <param name="IsNamed">Whether that kiosk was named, so that it must be there.</param>
/// <param name="State">A state folder to act on in its place; null for none.</param>
internal sealed record PluginTargetRequest(RpcClientOptions Server, bool IsNamed, string? State)
{
    /// <summary>Connects to the kiosk; null where the state folder is to be used.</summary>
    public async Task<KioskLink?> TryConnectAsync(CancellationToken cancel)
    {
        if (State is not null) return null;
        if (await KioskLink.TryConnectAsync(Server, cancel) is { } link) return link;
        return IsNamed ? throw Absent() : null;
    }

    /// <summary>Connects to the kiosk.</summary>
    /// <exception cref="Core.Media.MediaException">None is running.</exception>
    public async Task<KioskLink> ConnectAsync(CancellationToken cancel) => await TryConnectAsync(cancel) ?? throw Absent();

    private Core.Media.MediaException Absent() => State is null
        ? new($"nothing answers at {Server.Server}: start `confengine kiosk`, or name another with --url")
        : new("only a running kiosk knows that: leave --state out");
}
