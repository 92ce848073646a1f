using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using ConfEngine.Runtime.Sources;
using ConfEngine.TestKit.Files;

namespace ConfEngine.Runtime.Tests;

public sealed class EngineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSameInputGivesTheSameFramesHoweverManyThreadsDecode()
    {
        var one = Fingerprints(1);
        Assert.Equal(one, Fingerprints(4));
        Assert.Equal(one.Count, one.Distinct().Count());

        static List<ulong> Fingerprints(int threads)
        {
            var prints = new List<ulong>();
            var options = EngineFixture.Options("test:size=64x36:codec=h264", "test:size=48x48:rate=25", "test:size=64x36:codec=vp8") with { DecodeThreads = threads };
            EngineFixture.Run(options, 45, (engine, _) => prints.Add(EngineFixture.Fingerprint(engine.Compositor.Read(PixelLayout.Bgra32))));
            return prints;
        }
    }

    [Fact]
    public void EveryFrameOfAMatchingRateIsShownAndNoneDropped()
    {
        EngineFixture.Run(EngineFixture.Options("test:size=64x36:codec=h264"), 60, (engine, frame) =>
        {
            Assert.Equal(frame.Index + 1, engine.Sources[0].Statistics.Shown);
            Assert.Equal(0, engine.Sources[0].Statistics.Dropped);
        });
    }

    [Fact]
    public void AFaultHasItsCauseAndIsTriedAgainUntilItWorks()
    {
        var path = _folder["later.png"];
        var states = new List<(double Seconds, StreamState State, string Cause)>();
        EngineFixture.Run(EngineFixture.Options(path) with { HasAudio = false }, 120, (engine, frame) =>
        {
            states.Add((frame.Media.Seconds, engine.Sources[0].Tile.State, engine.Sources[0].Tile.Cause));
            // The first attempt fails at once, the second after a second; then the file is there.
            if (frame.Index == 45) Outputs.Screenshot.SaveNow(engine.Compositor, path);
        });
        Assert.Equal(StreamState.Faulted, states[0].State);
        Assert.Contains("later.png", states[0].Cause);
        Assert.Contains("no such file", states[0].Cause);
        Assert.Equal(StreamState.Faulted, states[60].State);
        Assert.Contains(states[^1].State, new[] { StreamState.Running, StreamState.Ended });
        Assert.Equal("", states[^1].Cause);
    }

    [Fact]
    public void WhatFailedDoesNotKeepTheOthersWaitingForTheEnd()
    {
        var still = _folder["still.png"];
        EngineFixture.Run(EngineFixture.Options("test:size=64x36"), 1, (engine, _) => Outputs.Screenshot.SaveNow(engine.Compositor, still));
        long composed = 0;
        var options = EngineFixture.Options(_folder["missing.mp4"], still) with { EndsWithSources = true, HasAudio = false };
        EngineFixture.Run(options, 300, (engine, _) => composed = engine.ComposedFrames);
        Assert.InRange(composed, 1, 10);
    }

    [Fact]
    public void OneBadSourceDoesNotTouchTheOther()
    {
        var bad = _folder["noise.mp4"];
        var noise = new byte[20_000];
        new Random(3).NextBytes(noise);
        File.WriteAllBytes(bad, noise);
        EngineFixture.Run(EngineFixture.Options(bad, "test:size=64x36"), 60, (engine, frame) =>
            Assert.Equal(frame.Index + 1, engine.Sources[1].Statistics.Shown));
    }

    [Fact]
    public void AnIdleWallIsDrawnOnce()
    {
        EngineFixture.Run(EngineFixture.Options() with { RoomName = "Room 7" }, 30, (engine, frame) =>
            Assert.Equal(frame.Index, engine.FrameStatistics.Unchanged));
    }

    [Fact]
    public void TheActiveSpeakersTileLightsUp()
    {
        var lit = new HashSet<int>();
        var options = EngineFixture.Options("test:size=64x36:beep=off:talk=0/2/2", "test:size=64x36:beep=off:talk=1/2/2");
        EngineFixture.Run(options, 120, (engine, frame) =>
        {
            for (var i = 0; i < 2; i++)
            {
                if (!engine.Sources[i].Tile.Speaking) continue;
                lit.Add(i);
                // A turn lasts two seconds; the detector needs a moment to be sure and lets go a little late.
                if (frame.Media.Seconds % 2 is > 1.2 and < 1.9) Assert.Equal((int)(frame.Media.Seconds / 2) % 2, i);
            }
        });
        Assert.Equal([0, 1], lit.Order());
    }

    [Fact]
    public void CommandsAreAppliedInTheNextFrameAndRefusedWhenTooMany()
    {
        var clock = new ManualClock();
        using var engine = EngineFixture.Create(EngineFixture.Options("test:size=64x36"), clock);
        for (var i = 0; i < engine.Commands.Capacity; i++) Assert.True(engine.Commands.TryEnqueue(new EngineCommand.CycleOverlay()));
        Assert.False(engine.Commands.TryEnqueue(new EngineCommand.CycleOverlay()));
        Assert.Equal(1, engine.Commands.Dropped);
        var loop = new FrameLoop(engine, clock, clock);
        loop.Run(TestContext.Current.CancellationToken, 1);
        Assert.Equal(0, engine.Commands.Count);
        engine.Commands.TryEnqueue(new EngineCommand.Stop());
        loop.Run(TestContext.Current.CancellationToken, 100);
        Assert.True(engine.IsStopping);
        Assert.InRange(engine.FrameStatistics.Frames, 1, 3);
    }

    [Fact]
    public void TheSpecOfEverySourceKeepsItsTile()
    {
        EngineFixture.Run(EngineFixture.Options("test:size=64x36,name=王小明,muted,fit=fill", "test:size=64x36,content"), 2, (engine, _) =>
        {
            Assert.Equal(["王小明", "Test"], engine.Sources.Select(source => source.Tile.Name));
            Assert.True(engine.Sources[0].Tile.Muted);
            Assert.Equal(ViewMode.Fill, engine.Sources[0].Tile.Mode);
            Assert.True(engine.Sources[1].Tile.IsContent);
        });
    }
}
