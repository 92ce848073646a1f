using ConfEngine.EndToEnd.Live;
using ConfEngine.TestKit.Browsers;

namespace ConfEngine.EndToEnd.Rooms;

/// <summary>People with Chromium walk into the room of a real kiosk.</summary>
[Collection(LiveCollection.Name)]
public class ChromiumTests
{
    [Fact]
    public void Two_see_and_hear_each_other_and_the_wall_shows_both_with_their_names()
    {
        using var kiosk = new RoomKiosk();
        using var chromium = Chromium.Launch();
        var empty = kiosk.Wall();
        var ann = chromium.Open(kiosk.Join("Ann"));
        Seen.IsIn(ann);
        var bo = chromium.Open(kiosk.Join("名字"));
        Seen.IsIn(bo);
        Seen.Others(ann, 1);
        Seen.Others(bo, 1);
        // The kiosk itself is in the room too.
        Assert.Contains("名字", ann.Evaluate("confengine.users.map((user) => user.name).join('|')").GetString()!.Split('|'));
        var wall = kiosk.WaitForWall(ann, picture => Seen.Green(picture.Crop(0, 0, 480, 540)) > 0.08 && Seen.Green(picture.Crop(480, 0, 480, 540)) > 0.08, "two green pictures");
        Assert.True(wall.ChangedPixels(empty) > 100_000);
        // The names are white on something dark, below the pictures' middle.
        foreach (var x in new[] { 0, 480 })
            Assert.True(wall.Crop(x, 270, 480, 270).Pixels.Chunk(3).Count(pixel => pixel.Min() > 200) > 30, "a tile has no name");

        ann.Evaluate("document.getElementById('share').click()");
        bo.WaitFor("confengine.streams.some((stream) => stream.kind === 'screen')");
        Seen.Others(bo, 2, hears: false);
        // On the stage the screen takes most of the wall.
        kiosk.WaitForWall(bo, picture => picture.ChangedPixels(wall) > 100_000, "the shared screen");
        ann.Evaluate("document.getElementById('share').click()");
        bo.WaitFor("confengine.streams.length === 1");

        ann.Reload();
        Seen.IsIn(ann);
        Seen.Others(ann, 1);
        Seen.Others(bo, 1);
        Assert.Equal(1, bo.Evaluate("confengine.users.filter((user) => user.name === 'Ann').length").GetInt32());
        Assert.Empty(chromium.Problems);
    }

    [Fact]
    public void A_kiosk_that_starts_again_gets_everybody_back()
    {
        using var kiosk = new RoomKiosk();
        using var chromium = Chromium.Launch();
        var ann = chromium.Open(kiosk.Join("Ann", "&codec=h264"));
        Seen.IsIn(ann);
        var bo = chromium.Open(kiosk.Join("Bo", "&codec=h264"));
        Seen.Others(bo, 1);
        Assert.Equal("video/H264", ann.WaitFor("confengine.sent().then((all) => all.find((one) => one.kind === 'video' && one.framesSent > 0)?.codec)").GetString(), ignoreCase: true);
        kiosk.WaitForWall(ann, picture => Seen.Green(picture) > 0.15, "H.264 pictures");
        kiosk.Restart();
        Seen.IsIn(ann);
        Seen.IsIn(bo);
        Seen.Others(ann, 1);
        Seen.Others(bo, 1);
        kiosk.WaitForWall(ann, picture => Seen.Green(picture) > 0.15, "the pictures again");
    }

    [Fact]
    public void One_of_twenty_datagrams_lost_costs_no_picture()
    {
        using var network = new NetworkNamespace();
        using var kiosk = new RoomKiosk(network);
        using var chromium = Chromium.Launch(network);
        network.LoseOneIn(20);
        var ann = chromium.Open(kiosk.Join("Ann"));
        Seen.IsIn(ann);
        var bo = chromium.Open(kiosk.Join("Bo"));
        Seen.IsIn(bo);
        Seen.Others(bo, 1);
        // Loss is made good by retransmission: pictures go on steadily for a while.
        var figures = bo.Evaluate("""
            (async () => { const one = async () => Object.values(await confengine.stats())[0];
              const before = await one();
              await new Promise((done) => setTimeout(done, 8000));
              const after = await one();
              return [after.framesDecoded - before.framesDecoded, after.freezes - before.freezes, after.audioEnergy - before.audioEnergy]; })()
            """);
        Assert.True(figures[0].GetInt32() > 40, $"{figures[0]} pictures in 8 s");
        Assert.True(figures[2].GetDouble() > 0, "silence");
        kiosk.WaitForWall(bo, picture => Seen.Green(picture) > 0.15, "two green pictures");
    }
}
