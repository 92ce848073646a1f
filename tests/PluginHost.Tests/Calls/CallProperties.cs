using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.PluginHost.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.PluginHost.Tests.Calls;

/// <summary>Whatever a serial plugin does: it has one call at a time, in the order of the calls, and every caller gets exactly one end by his deadline.</summary>
public sealed class CallProperties
{
    private static readonly Method<Nothing, Nothing> s_once = new("booking.once", MethodShape.Direct, Idempotent: false);

    [Fact]
    public void A_serial_plugin_has_one_call_at_a_time_in_order_and_every_call_ends() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), (byte[] history) => Run(history)));

    [Fact]
    public void The_histories_are_about_something()
    {
        var ends = new HashSet<string>();
        var random = new Random(5);
        for (var i = 0; i < 30; i++)
        {
            var history = new byte[40];
            random.NextBytes(history);
            ends.UnionWith(Run(history));
        }

        Assert.Superset(new HashSet<string> { "well", ErrorCodes.Timeout, ErrorCodes.Unavailable, ErrorCodes.Internal, "withdrawn" }, ends);
    }

    private static HashSet<string> Run(byte[] history)
    {
        using var world = World.With(World.Manifest(limits: new PluginLimits { Calls = CallOrder.Serial }), plugin => plugin.Silent("booking.once"));
        var calls = new List<(Task<Nothing> Task, CancellationTokenSource Source)>();
        foreach (var step in history)
        {
            Do(world, calls, step);
            world.Settle();
            foreach (var channel in world.Channels.Opened)
            {
                var asked = channel.Plugin.Calls.Where(call => call.Method == s_once.Name).ToArray();
                Assert.True(asked.Count(call => !call.IsAnswered) <= 1 || channel.ClosedWith is not null, "two calls at once");
                Assert.Equal(asked.Select(call => call.Id).Order(), asked.Select(call => call.Id));
            }
        }

        world.Advance(8);
        return [.. calls.Select(call => EndOf(world, call.Task))];
    }

    private static string EndOf(World world, Task<Nothing> call)
    {
        try
        {
            world.Get(call);
            return "well";
        }
        catch (ContractException e)
        {
            return e.Error.Code;
        }
        catch (OperationCanceledException)
        {
            return "withdrawn";
        }
    }

    private static void Do(World world, List<(Task<Nothing> Task, CancellationTokenSource Source)> calls, byte step)
    {
        var open = world.Last.Plugin.Calls.FirstOrDefault(call => call.Method == s_once.Name && !call.IsAnswered);
        switch (step % 8)
        {
            case 0 or 1 or 2:
                var source = new CancellationTokenSource();
                calls.Add((world.System.CallAsync("acme", s_once, Nothing.Instance, source.Token), source));
                break;
            case 3: open?.Answer(Nothing.Instance); break;
            case 4: open?.Fail(ErrorCodes.Internal, "no"); break;
            case 5: world.Advance(step / 64.0); break;
            case 6 when calls.Count > 0: calls[step % calls.Count].Source.Cancel(); break;
            case 7 when step > 200: world.Last.Exit(); break;
            default: world.Last.Plugin.Calls[^1].Answer(Nothing.Instance); break;
        }
    }
}
