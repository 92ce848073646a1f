using ConfEngine.Contract;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Tests.Loading;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Channels;

/// <summary>Plugins in the host's process, on threads of their own.</summary>
public sealed class InProcessChannelTests : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(25);
    private readonly TempFolder _temp = new();
    private readonly HeardEvents _heard = new();

    public void Dispose()
    {
        _temp.Dispose();
        Assert.Equal("", _heard.Fault);
    }

    [Fact]
    public async Task It_answers_on_a_thread_of_its_own_that_stands_behind_and_closes_when_told()
    {
        const string Register = """
            methods.Add(M("test.where"), async (_, call) =>
            {
                await Task.Yield();
                Context.Log(ConfEngine.Contract.Handshake.LogLevel.Info, Thread.CurrentThread.Name + "|" + System.IO.File.ReadAllText("/proc/thread-self/stat").Split(") ")[1].Split(' ')[16]);
                return Nothing.Instance;
            });
            """;
        var channel = Start(Register);
        await _heard.GreetAsync(channel);
        Assert.True(channel.TrySend(new EnvelopeWriter().Request(3, "test.where", 1000, Nothing.Instance).Span));
        Assert.True(Envelope.TryRead(await _heard.NextMessage(), out var notice, out _));
        Assert.True(MessageCodec.TryDecode<LogLine>(notice.Payload, out var line, out _));
        Assert.Equal("Plugin acme|10", line.Text);
        await _heard.AnswerTo(3);
        channel.Close(s_long);
        channel.Close(TimeSpan.Zero);
        Assert.Equal(ChannelEndKind.Closed, (await _heard.End).Kind);
        Assert.False(channel.TrySend([1]));
    }

    [Fact]
    public async Task One_that_spins_is_left_behind()
    {
        var channel = Start("""methods.Add(M("test.spin"), (_, _) => { Context.Health(true, "spins"); while (!System.IO.File.Exists(s_stop)) { } return new ValueTask<Nothing>(Nothing.Instance); });""");
        await _heard.GreetAsync(channel);
        Assert.True(channel.TrySend(new EnvelopeWriter().Request(3, "test.spin", 1000, Nothing.Instance).Span));
        await _heard.NextMessage();
        channel.Close(s_grace);
        Assert.Equal(new ChannelEnd(ChannelEndKind.Stuck, "did not come back in time; its thread is left behind"), await _heard.End);
        Assert.False(channel.TrySend([1]));
        // What it says when it comes back after all reaches nobody; HeardEvents would notice.
        File.WriteAllText(_temp["stop"], "");
    }

    [Fact]
    public async Task One_that_does_not_let_itself_be_unloaded_is_left_behind()
    {
        const string Constructor = "System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(GetType().Assembly).Unloading += _ => new ManualResetEvent(false).WaitOne();";
        var channel = Start("", Constructor);
        await _heard.GreetAsync(channel);
        channel.Close(s_grace);
        Assert.Equal(ChannelEndKind.Stuck, (await _heard.End).Kind);
    }

    [Fact]
    public void A_constructor_without_end_holds_up_nobody_for_longer_than_it_may_take()
    {
        var package = CompiledPlugin.Make(_temp["acme"], CompiledPlugin.Source(constructor: "new ManualResetEvent(false).WaitOne();"));
        var exception = Assert.Throws<PluginStartException>(() => Factory().Open(package, RunMode.InProcess, new PluginLimits { StartTimeoutMs = 500 }));
        Assert.Contains("did not return within 0.5 s", exception.Cause);
    }

    [Fact]
    public void A_constructor_that_throws_is_told()
    {
        var package = CompiledPlugin.Make(_temp["acme"], CompiledPlugin.Source(constructor: "throw new Exception(\"no licence\");"));
        Assert.Contains("no licence", Assert.Throws<PluginStartException>(() => Factory().Open(package, RunMode.InProcess, new PluginLimits())).Cause);
    }

    [Fact]
    public async Task An_exception_is_an_answer_and_the_plugin_lives_on()
    {
        var channel = Start("""methods.Add(M("test.throw"), (_, _) => throw new InvalidOperationException("boom"));""");
        await _heard.GreetAsync(channel);
        for (uint id = 3; id < 6; id++) Assert.Equal(ErrorCodes.Internal, (await _heard.AskAsync(channel, id, "test.throw", Nothing.Instance)).Error!.Code);
        channel.Dispose();
        await _heard.End;
    }

    [Fact]
    public async Task Bytes_that_break_the_contract_end_it()
    {
        var channel = Start("");
        Assert.False(channel.TrySend([0xc1]));
        var end = await _heard.End;
        Assert.Equal(ChannelEndKind.Exited, end.Kind);
        Assert.StartsWith("was sent bytes that break the contract", end.Cause);
    }

    [Fact]
    public async Task Many_threads_of_the_plugin_may_tell_at_once()
    {
        const string Register = """
            methods.Add(M("test.tell"), (_, _) =>
            {
                var threads = new Thread[4];
                for (var t = 0; t < 4; t++) threads[t] = new Thread(() => { for (var i = 0; i < 250; i++) Context.Log(ConfEngine.Contract.Handshake.LogLevel.Info, "x"); });
                foreach (var thread in threads) thread.Start();
                foreach (var thread in threads) thread.Join();
                return new ValueTask<Nothing>(Nothing.Instance);
            });
            """;
        var channel = Start(Register);
        await _heard.GreetAsync(channel);
        Assert.True(channel.TrySend(new EnvelopeWriter().Request(3, "test.tell", 1000, Nothing.Instance).Span));
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(Envelope.TryRead(await _heard.NextMessage(), out var envelope, out var error), error);
            Assert.Equal(EnvelopeKind.Notification, envelope.Kind);
        }

        await _heard.AnswerTo(3);
        channel.Dispose();
        await _heard.End;
    }

    [Fact]
    public void One_that_was_never_started_can_be_given_up()
    {
        var package = CompiledPlugin.Make(_temp["acme"], CompiledPlugin.Source());
        var channel = Factory().Open(package, RunMode.InProcess, new PluginLimits());
        channel.Dispose();
        channel.Dispose();
        Assert.False(channel.TrySend([1]));
    }

    private static ChannelFactory Factory() => new("unused", new SystemClock());

    private IPluginChannel Start(string register, string constructor = "")
    {
        var source = CompiledPlugin.Source($"static readonly string s_stop = \"{_temp["stop"]}\";", constructor, register);
        var channel = Factory().Open(CompiledPlugin.Make(_temp["acme"], source), RunMode.InProcess, new PluginLimits());
        channel.Start(_heard);
        return channel;
    }
}
