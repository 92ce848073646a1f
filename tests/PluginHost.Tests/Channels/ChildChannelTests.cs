using System.Globalization;
using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;
using ConfEngine.PluginHost.Channels;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.PluginHost.Tests.Discovery;
using ConfEngine.PluginHost.Tests.Loading;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Channels;

/// <summary>Plugins in processes of their own, well-behaved and not.</summary>
public sealed class ChildChannelTests : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(200);
    private readonly TempFolder _temp = new();
    private readonly List<IPluginChannel> _channels = [];
    private readonly HeardEvents _heard = new();

    private static string Runner => Path.Combine(AppContext.BaseDirectory, "ConfEngine.PluginRunner");

    public void Dispose()
    {
        foreach (var channel in _channels) channel.Dispose();
        _temp.Dispose();
        Assert.Equal("", _heard.Fault);
    }

    [Fact]
    public async Task Messages_of_every_size_come_back_whole_and_in_order()
    {
        var channel = Start("exec cat");
        var random = new Random(1);
        foreach (var size in (int[])[1, 2, 100, 4092, 4093, 65_532, 65_536, 200_000, 1 << 20, MessageLimits.MaxBytes, 1])
        {
            var message = new byte[size];
            random.NextBytes(message);
            Assert.True(channel.TrySend(message));
            Assert.Equal(message, await _heard.NextMessage());
        }

        channel.Close(TimeSpan.FromSeconds(20));
        channel.Close(TimeSpan.Zero);
        Assert.Equal(new ChannelEnd(ChannelEndKind.Closed, "exited with code 0"), await _heard.End);
        Assert.False(channel.TrySend([1]));
    }

    [Fact]
    public async Task What_waits_when_it_is_closed_is_still_written()
    {
        var channel = Start("exec cat");
        for (var i = 0; i < 60; i++) Assert.True(channel.TrySend(new byte[64 * 1024]));
        channel.Close(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 60; i++) Assert.Equal(64 * 1024, (await _heard.NextMessage()).Length);
        Assert.Equal(ChannelEndKind.Closed, (await _heard.End).Kind);
    }

    [Fact]
    public async Task One_that_does_not_read_holds_up_nobody_and_is_killed_after_its_grace()
    {
        var channel = Start("exec sleep 1000");
        var sent = 0;
        while (channel.TrySend(new byte[100_000])) sent++;
        Assert.InRange(sent * 100_004L, PipeWriter.MostWaiting - 100_004, PipeWriter.MostWaiting + (1 << 20));
        channel.Close(s_grace);
        Assert.Equal(new ChannelEnd(ChannelEndKind.Stuck, "did not end in time and was killed"), await _heard.End);
    }

    [Theory]
    [InlineData("exit 3", "exited with code 3")]
    [InlineData("exit 0", "exited with code 0")]
    [InlineData("kill -9 $$", "was killed by signal 9 (SIGKILL)")]
    [InlineData("kill -11 $$", "was killed by signal 11 (SIGSEGV)")]
    [InlineData("echo 'the database is locked' >&2; exit 3", "exited with code 3: the database is locked")]
    [InlineData("printf '\\000\\000\\000\\005abc'; exit 0", "exited with code 0 in the middle of a message")]
    public async Task An_end_is_told_in_words(string program, string expected)
    {
        Start(program);
        Assert.Equal(new ChannelEnd(ChannelEndKind.Exited, expected), await _heard.End);
    }

    [Theory]
    [InlineData("\\377\\377\\377\\377", "sent a message of 4294967295 bytes; 1 to 4194304 are allowed")]
    [InlineData("\\006\\100\\000\\000", "sent a message of 104857600 bytes; 1 to 4194304 are allowed")]
    [InlineData("\\000\\000\\000\\000", "sent a message of 0 bytes; 1 to 4194304 are allowed")]
    [InlineData("\\000\\000\\000\\001x\\000\\100\\000\\001", "sent a message of 4194305 bytes; 1 to 4194304 are allowed")]
    public async Task Bytes_that_are_no_messages_end_it(string bytes, string expected)
    {
        Start($"printf '{bytes}'; exec sleep 1000");
        Assert.Equal(new ChannelEnd(ChannelEndKind.BadBytes, expected), await _heard.End);
    }

    [Fact]
    public async Task A_flood_of_messages_comes_through_and_the_end_is_seen()
    {
        var channel = Start("""head -c 1000000 /dev/zero | tr '\000' x >body; while :; do printf '\000\017\102\100'; cat body; done""");
        for (var i = 0; i < 50; i++) Assert.Equal(1_000_000, (await _heard.NextMessage()).Length);
        channel.Close(TimeSpan.Zero);
        Assert.Equal(ChannelEndKind.Stuck, (await _heard.End).Kind);
    }

    [Fact]
    public async Task A_flood_on_stderr_is_cut_and_counted()
    {
        Start("i=0; while [ $i -lt 500 ]; do echo \"line $i\" >&2; i=$((i+1)); done; head -c 100000 /dev/zero | tr '\\000' y >&2; exit 0");
        await _heard.End;
        var lines = _heard.Lines();
        Assert.Equal("line 0", lines[0]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, LogLines.MostCharacters));
        // The machine may be slow: then it is more than one second's share.
        var kept = lines.Count(line => !line.Contains("more lines"));
        var dropped = lines.Where(line => line.Contains("more lines")).Sum(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture));
        Assert.Equal(501, kept + dropped);
        Assert.InRange(dropped, 1, 500);
    }

    [Fact]
    public async Task Too_much_memory_ends_it_and_both_figures_are_told()
    {
        Start("exec tail /dev/zero", 32);
        var end = await _heard.End;
        Assert.Equal(ChannelEndKind.Memory, end.Kind);
        Assert.Matches(@"^used \d+ MiB of memory where 32 MiB are allowed, and was killed", end.Cause);
    }

    [Fact]
    public async Task It_starts_with_little_and_stands_behind()
    {
        const string Program = """
            env | sort >&2
            pwd >&2
            cat /proc/$$/oom_score_adj >&2
            cut -d' ' -f19 /proc/$$/stat >&2
            grep 'Max data' /proc/$$/limits >&2
            echo 0 $(readlink /proc/$$/fd/*) >&2
            exec cat
            """;
        var other = Start("exec cat", heard: new HeardEvents());
        var folder = _temp["1"];
        // The limits are set right after the start, so the shell is made to wait for a word.
        var channel = Start("head -c 5 >/dev/null\n" + Program);
        Assert.True(channel.TrySend([1]));
        var lines = new List<string>();
        while (!(lines.Count > 0 && lines[^1].StartsWith('0'))) lines.Add(await _heard.NextLine());
        var names = lines.TakeWhile(line => line.Contains('=')).Select(line => line.Split('=')[0]).ToArray();
        string[] allowed = ["PATH", "HOME", "LANG", "TZ", "DOTNET_ROOT", "PYTHONDONTWRITEBYTECODE", "PWD", "OLDPWD", "SHLVL", "_"];
        Assert.All(names, name => Assert.True(allowed.Contains(name) || name.StartsWith("CONFENGINE_"), name));
        Assert.Equal([folder, "500", "5"], lines.Skip(names.Length).Take(3));
        Assert.Contains(((4L * 256 + 512) << 20).ToString(CultureInfo.InvariantCulture), lines[^2]);
        // The pipes of another plugin are none of its business: it could hold them open.
        var pipes = Enumerable.Range(0, 3).Select(i => new FileInfo($"/proc/{other.Figures.ProcessId}/fd/{i}").LinkTarget!).ToArray();
        Assert.All(pipes, pipe => Assert.StartsWith("pipe:", pipe));
        Assert.Contains("pipe:", lines[^1]);
        Assert.All(pipes, pipe => Assert.DoesNotContain(pipe, lines[^1]));
        other.Dispose();
    }

    [Fact]
    public async Task What_it_leaves_behind_is_ended_too_and_holds_up_nobody()
    {
        // The child of the child keeps all three pipes open.
        var channel = Start("sleep 1000 & echo $! >&2; exit 0");
        var orphan = int.Parse(await _heard.NextLine(), CultureInfo.InvariantCulture);
        Assert.Equal(ChannelEndKind.Exited, (await _heard.End).Kind);
        await EndOf(orphan);
        Assert.Equal(0, channel.Figures.ProcessId);
    }

    [Fact]
    public async Task Its_whole_tree_is_killed()
    {
        var channel = Start("sleep 1000 & echo $! >&2; wait");
        var child = int.Parse(await _heard.NextLine(), CultureInfo.InvariantCulture);
        channel.Dispose();
        Assert.Equal(ChannelEndKind.Closed, (await _heard.End).Kind);
        await EndOf(child);
    }

    [Fact]
    public async Task One_that_closes_its_stdout_has_a_moment_to_end()
    {
        Start("exec 1>&-; exec sleep 1000");
        Assert.Equal(new ChannelEnd(ChannelEndKind.Exited, "closed its stdout without ending, and was killed"), await _heard.End);
    }

    [Fact]
    public void One_that_was_never_started_can_be_given_up()
    {
        var channel = Open(Executable("exec cat", _temp["given-up"]), RunMode.Executable);
        Assert.True(channel.TrySend([1]));
        channel.Dispose();
        channel.Dispose();
        Assert.False(channel.TrySend([1]));
    }

    [Theory]
    [InlineData("./missing", "./missing is not there")]
    [InlineData("no-such-program-anywhere", "no-such-program-anywhere is neither in the plugin's folder nor on the PATH; install no-such-program-anywhere")]
    [InlineData("plugin.json", "plugin.json may not be run; give it the right to: chmod +x plugin.json")]
    [InlineData("./bad", "cannot be started")]
    public void A_program_that_cannot_be_started_is_named(string program, string expected)
    {
        var package = Executable("exit 0", _temp["a"]);
        if (program == "./bad") PluginFolder.WriteProgram(Path.Combine(_temp["a"], "bad"), "");
        File.WriteAllText(Path.Combine(_temp["a"], "bad"), "#!/no/such/interpreter\n");
        var exception = Assert.Throws<PluginStartException>(() => Open(package with { Manifest = package.Manifest with { Command = [program] } }, RunMode.Executable));
        Assert.Contains(expected, exception.Message);
    }

    [Fact]
    public void A_missing_runner_is_named()
    {
        var package = CompiledPlugin.Make(_temp["a"], CompiledPlugin.Source(), RunMode.Child);
        var factory = new ChannelFactory(_temp["nothing"], new SystemClock());
        Assert.Contains("which runs .NET plugins", Assert.Throws<PluginStartException>(() => factory.Open(package, RunMode.Child, new PluginLimits())).Message);
    }

    [Fact]
    public async Task The_runner_serves_a_plugin_whose_prints_harm_nothing_and_ends_with_its_stdin()
    {
        const string Register = """
            Console.Write("printed"); Console.Out.Flush();
            methods.Add(M("test.print"), (_, _) => { Console.WriteLine("more"); Console.ReadLine(); return new ValueTask<Nothing>(Nothing.Instance); });
            """;
        var channel = StartDotNet(CompiledPlugin.Source(register: Register));
        await _heard.GreetAsync(channel);
        Assert.Null((await _heard.AskAsync(channel, 3, "test.print", Nothing.Instance)).Error);
        Assert.Equal("printedmore", await _heard.NextLine());
        Assert.NotEqual(0, channel.Figures.ProcessId);
        channel.Close(TimeSpan.FromSeconds(20));
        Assert.Equal(new ChannelEnd(ChannelEndKind.Closed, "exited with code 0"), await _heard.End);
    }

    [Fact]
    public async Task The_runner_ends_a_plugin_that_does_not_come_back()
    {
        const string Register = """methods.Add(M("test.hang"), (_, _) => { Console.WriteLine("hangs"); new ManualResetEvent(false).WaitOne(); return default; });""";
        var channel = StartDotNet(CompiledPlugin.Source(constructor: "new Thread(() => new ManualResetEvent(false).WaitOne()).Start();", register: Register));
        await _heard.GreetAsync(channel);
        Assert.True(channel.TrySend(new EnvelopeWriter().Request(3, "test.hang", 1000, Nothing.Instance).Span));
        Assert.Equal("hangs", await _heard.NextLine());
        channel.Close(TimeSpan.FromSeconds(25));
        Assert.Equal(ChannelEndKind.Closed, (await _heard.End).Kind);
    }

    [Fact]
    public async Task The_runner_says_why_a_plugin_cannot_be_loaded()
    {
        StartDotNet(CompiledPlugin.Source(constructor: "throw new Exception(\"no licence\");"));
        var end = await _heard.End;
        Assert.Equal(ChannelEndKind.Exited, end.Kind);
        Assert.StartsWith("exited with code 1: the constructor of Acme.dll's plugin threw Exception: no licence", end.Cause);
    }

    [Fact]
    public async Task A_heap_without_end_ends_the_process_and_not_the_host()
    {
        const string Register = """
            methods.Add(M("test.eat"), (_, _) => { var all = new System.Collections.Generic.List<byte[]>(); while (true) { var more = new byte[1 << 20]; Array.Fill(more, (byte)1); all.Add(more); } });
            """;
        var channel = StartDotNet(CompiledPlugin.Source(register: Register), 128);
        await _heard.GreetAsync(channel);
        var answer = await _heard.AskAsync(channel, 3, "test.eat", Nothing.Instance);
        // The heap has its limit below that of the process: the plugin gets an exception, and lives on.
        Assert.Contains("OutOfMemoryException", answer.Error!.Message);
        Assert.Null((await _heard.AskAsync(channel, 4, LifeMethods.Ping.Name, Nothing.Instance)).Error);
    }

    private static async Task EndOf(int process)
    {
        System.Diagnostics.Process running;
        try
        {
            running = System.Diagnostics.Process.GetProcessById(process);
        }
        catch (ArgumentException)
        {
            // Gone already.
            return;
        }

        using (running)
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)))
            await running.WaitForExitAsync(patience.Token);
    }

    private static PluginPackage Executable(string program, string folder)
    {
        PluginFolder.Write(folder, "acme", program: program);
        Assert.True(ManifestReader.TryRead(File.ReadAllBytes(Path.Combine(folder, "plugin.json")), out var manifest, out var error), error);
        return new PluginPackage(folder, manifest, "digest", folder, false);
    }

    private IPluginChannel Start(string program, int memoryMb = 0, HeardEvents? heard = null)
    {
        var channel = Open(Executable(program, _temp[$"{_channels.Count}"]), RunMode.Executable, memoryMb);
        channel.Start(heard ?? _heard);
        return channel;
    }

    private IPluginChannel StartDotNet(string source, int memoryMb = 0)
    {
        var channel = Open(CompiledPlugin.Make(_temp["dotnet"], source, RunMode.Child), RunMode.Child, memoryMb);
        channel.Start(_heard);
        return channel;
    }

    private IPluginChannel Open(PluginPackage package, RunMode run, int memoryMb = 0)
    {
        var channel = new ChannelFactory(Runner, new SystemClock()).Open(package, run, new PluginLimits { MemoryMb = memoryMb });
        _channels.Add(channel);
        return channel;
    }
}
