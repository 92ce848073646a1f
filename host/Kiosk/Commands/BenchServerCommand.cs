using System.CommandLine;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bench.Network;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine bench-server</c>: the measured end of <c>bench transport</c>, in a process of its own so that its cost can be told apart.</summary>
internal static class BenchServerCommand
{
    public const string Name = "bench-server";

    public static Command Create()
    {
        var command = new Command(Name, "Forward between participants, without a wall, until the input ends. For bench transport.") { Hidden = true };
        command.SetAction(async (_, cancel) =>
        {
            await using var server = await BareServer.StartAsync(new SystemClock(), cancel);
            Console.Out.WriteLine(server.Url);
            await Console.In.ReadToEndAsync(cancel);
            return 0;
        });
        return command;
    }
}
