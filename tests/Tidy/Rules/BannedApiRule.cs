using ConfEngine.Tidy.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConfEngine.Tidy.Rules;

/// <summary>Calls that the house does without, and what it calls instead.</summary>
public sealed class BannedApiRule : Rule
{
    private const string Clock = "take 'Instant now' as an argument, or an IClock: only Core/Time/SystemClock.cs reads the system's clock";
    private const string SansIo = "this project is a pure state machine: input and 'now' in, effects out";

    private static readonly string[] s_product = ["engine", "host", "plugins"];
    private static readonly string[] s_everywhere = ["engine", "host", "plugins", "tests"];
    private static readonly string[] s_sansIo = ["engine/Rtp", "engine/Conference"];

    // A name alone ("Stopwatch"), or a member of a type ("DateTime.Now").
    private static readonly Ban[] s_bans =
    [
        new("Stopwatch", s_product, Clock, "engine/Core/Time/SystemClock.cs"),
        new("DateTime.Now", s_everywhere, Clock),
        new("DateTime.UtcNow", s_everywhere, Clock),
        new("DateTime.Today", s_everywhere, Clock),
        new("DateTimeOffset.Now", s_product, Clock, "engine/Core/Time/SystemClock.cs"),
        new("DateTimeOffset.UtcNow", s_everywhere, Clock),
        new("Environment.TickCount", s_everywhere, Clock),
        new("Environment.TickCount64", s_everywhere, Clock),
        // A plugin has no IClock: it takes a TimeProvider, and this is where the real one comes from.
        new("TimeProvider.System", ["engine", "host", "tests"], Clock),
        new("Thread.Sleep", s_everywhere, "wait for the event itself, or for a deadline with IClock.WaitUntil"),
        new("Task.Delay", s_everywhere, "wait for the event itself, or for a deadline with IClock.WaitUntil"),
        new("SpinWait.SpinUntil", s_everywhere, "wait for the event itself"),
        new("GC.Collect", s_product, "nothing in the engine leans on the collector; dispose of what holds memory"),
        new("DllImport", s_everywhere, "use [LibraryImport]: its marshalling is made when the program is built"),
        new("NotImplementedException", s_everywhere, "leave out what is not there yet"),
        new("SuppressMessage", s_everywhere, "do what the warning asks"),
        new("Thread", s_sansIo, SansIo),
        new("Task", s_sansIo, SansIo),
        new("Socket", s_sansIo, SansIo),
        new("Monitor", s_sansIo, SansIo),
        new("Lock", s_sansIo, SansIo),
    ];

    public override IEnumerable<Finding> Check(IReadOnlyList<SourceFile> files) => files.Where(file => file.IsCSharp).SelectMany(CheckFile);

    [Theory]
    [InlineData("engine/Video/A.cs", "var t = Stopwatch.GetTimestamp();")]
    [InlineData("engine/Video/A.cs", "var t = System.Diagnostics.Stopwatch.StartNew();")]
    [InlineData("engine/Video/A.cs", "var t = DateTime.Now;")]
    [InlineData("host/Kiosk/A.cs", "var t = System.DateTime.UtcNow;")]
    [InlineData("engine/Video/A.cs", "var t = DateTimeOffset.Now;")]
    [InlineData("engine/Video/A.cs", "var t = Environment.TickCount64;")]
    [InlineData("host/Kiosk/A.cs", "var t = TimeProvider.System;")]
    [InlineData("tests/Video.Tests/A.cs", "Thread.Sleep(10);")]
    [InlineData("tests/Video.Tests/A.cs", "await Task.Delay(10);")]
    [InlineData("engine/Video/A.cs", "[DllImport(\"x\")] static extern void X();")]
    [InlineData("engine/Video/A.cs", "throw new NotImplementedException();")]
    [InlineData("engine/Rtp/A.cs", "var t = new Thread(Run);")]
    [InlineData("engine/Rtp/A.cs", "lock (gate) { }")]
    public void A_banned_call_is_found_with_what_to_do_instead(string path, string text)
    {
        var finding = Assert.Single(CheckSample((path, "class C { void M() { \n" + text + " } }")));
        Assert.Equal(2, finding.Line);
        Assert.Contains(": ", finding.Message);
    }

    [Theory]
    [InlineData("engine/Core/Time/SystemClock.cs", "var t = Stopwatch.GetTimestamp();")]
    [InlineData("tests/Video.Tests/A.cs", "var t = Stopwatch.GetTimestamp();")]
    [InlineData("engine/Video/A.cs", "// Stopwatch, DateTime.Now")]
    [InlineData("engine/Video/A.cs", "var s = \"Thread.Sleep\";")]
    [InlineData("engine/Video/A.cs", "var t = new Thread(Run); lock (t) { }")]
    [InlineData("engine/Video/A.cs", "var n = record.DateTime.Nowhere;")]
    [InlineData("plugins/Acme/A.cs", "var t = TimeProvider.System;")]
    public void Anything_else_is_not(string path, string text) =>
        Assert.Empty(CheckSample((path, "class C { void M() { \n" + text + "\n } }")));

    private static IEnumerable<Finding> CheckFile(SourceFile file)
    {
        var bans = s_bans.Where(ban => file.IsIn(ban.Folders) && ban.Except != file.Path && !file.IsIn("tests/Tidy")).ToArray();
        if (bans.Length == 0) yield break;
        foreach (var name in file.Syntax.DescendantNodes().OfType<SimpleNameSyntax>())
            foreach (var ban in bans)
                if (ban.Means(name))
                    yield return new Finding(file.Path, LineOf(name), $"{ban.Name}: {ban.Instead}");
        if (!file.IsIn(s_sansIo)) yield break;
        foreach (var statement in file.Syntax.DescendantNodes().OfType<LockStatementSyntax>())
            yield return new Finding(file.Path, LineOf(statement), $"lock: {SansIo}");
    }

    private sealed record Ban(string Name, string[] Folders, string Instead, string? Except = null)
    {
        private readonly string[] _parts = Name.Split('.');

        public bool Means(SimpleNameSyntax name)
        {
            if (name.Identifier.Text != _parts[^1]) return false;
            if (_parts.Length == 1) return true;
            var owner = name.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
                QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
                _ => (SyntaxNode?)null,
            };
            return owner is not null && owner.ToString().Split('.')[^1] == _parts[0];
        }
    }
}
