using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Calls;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Life;

/// <summary>What every plugin's life needs.</summary>
internal sealed class PluginHostParts
{
    public required Agenda Agenda { get; init; }

    public required IPackageSource Packages { get; init; }

    public required IChannelFactory Channels { get; init; }

    public required IPluginRecords Records { get; init; }

    public required IBlockingWork Blocking { get; init; }

    public required PluginSystemOptions Options { get; init; }

    /// <summary>Told of a notice; the channel's thread.</summary>
    public Action<PluginNotification> OnNotified { get; set; } = _ => { };

    /// <summary>Told of a late result; the channel's thread.</summary>
    public Action<LateResult> OnLate { get; set; } = _ => { };

    /// <summary>Told that some status is another; the supervisor's thread.</summary>
    public Action OnChanged { get; set; } = () => { };

    /// <summary>Whether the program ends, so that everything must be quick.</summary>
    public bool IsClosing { get; set; }

    public IClock Clock => Agenda.Clock;

    public AgendaTime Time => field ??= new AgendaTime(Agenda);
}
