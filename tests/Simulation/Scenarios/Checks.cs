using ConfEngine.Simulation.Kit;

namespace ConfEngine.Simulation.Scenarios;

/// <summary>What must hold in every scenario.</summary>
internal static class Checks
{
    /// <summary>Nothing wrong was delivered: no wrong byte, nothing twice, nothing out of order, nothing that a decoder could not show.</summary>
    public static void IsSound(FrameLog log) =>
        Assert.True(log is { Corrupt: 0, Undecodable: 0, OutOfOrder: 0, SoundTwice: 0 }, log.ToString());

    /// <summary>At least this part of what was sent arrived.</summary>
    public static void Arrived(FrameLog log, long sent, double part) =>
        Assert.True(log.Frames >= part * sent && log.Frames <= sent, $"{log.Frames} of {sent} frames, {part:P1} wanted; {log}");

    /// <summary>The same for sound, of which nothing is sent again.</summary>
    public static void Heard(FrameLog log, long sent, double part) =>
        Assert.True(log.Sounds >= part * sent && log.Sounds <= sent, $"{log.Sounds} of {sent} sounds, {part:P1} wanted; {log}");
}
