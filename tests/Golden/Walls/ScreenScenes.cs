using ConfEngine.Core.Stats;
using ConfEngine.Core.Time;
using ConfEngine.Graphics.Home;
using ConfEngine.Graphics.Invitations;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Overlays;
using ConfEngine.Graphics.Scenes;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Golden.Walls;

/// <summary>What lies over the wall, or is there in its place.</summary>
internal static class ScreenScenes
{
    private static readonly string[] s_nextSteps =
        ["Nothing is on the wall yet", "Show a file:  confengine kiosk --source FILE,loop", "Try it out:  confengine kiosk"];

    public static void Home(Stage stage)
    {
        stage.Scene.Begin(640, 360);
        var now = new DateTimeOffset(2026, 3, 14, 9, 41, 0, TimeSpan.Zero);
        new HomeScreen(stage.Text).Build(stage.Scene, new HomeModel(now, "Boardroom 会议室", s_nextSteps));
    }

    public static void HomeInvitation(Stage stage)
    {
        stage.Scene.Begin(960, 540);
        var now = new DateTimeOffset(2026, 3, 14, 9, 41, 0, TimeSpan.Zero);
        stage.Keep(new HomeScreen(stage.Text)).Build(stage.Scene, new HomeModel(now, "Boardroom 会议室", s_nextSteps) { Invitation = Invitation() });
    }

    /// <summary>Meetings beside the invitation: one that runs, more than fit, data of some age.</summary>
    public static void HomeMeetings(Stage stage)
    {
        stage.Scene.Begin(960, 540);
        var now = new DateTimeOffset(2026, 3, 14, 9, 41, 0, TimeSpan.Zero);
        MeetingLine[] lines =
        [
            new("09:30 - 10:00", "Weekly 周会", true), new("10:00 - 10:30", "Budget for the new building and everything that belongs to it", false),
            new("11:00 - 12:00", "اجتماع الفريق", false), new("14:00 - 15:00", "Interview", false), new("16:00 - 17:00", "Retrospective", false),
        ];
        var model = new HomeModel(now, "Boardroom 会议室", s_nextSteps) { Invitation = Invitation(), Meetings = new MeetingBoard(lines, "12 min old", true) };
        stage.Keep(new HomeScreen(stage.Text)).Build(stage.Scene, model);
    }

    /// <summary>An upright screen, and no meetings.</summary>
    public static void HomeUpright(Stage stage)
    {
        stage.Scene.Begin(405, 720);
        var now = new DateTimeOffset(2026, 3, 14, 9, 41, 0, TimeSpan.Zero);
        var model = new HomeModel(now, "Boardroom 会议室", s_nextSteps) { Invitation = Invitation(), Meetings = new MeetingBoard([], "", false) };
        stage.Keep(new HomeScreen(stage.Text)).Build(stage.Scene, model);
    }

    /// <summary>A plugin in every mood.</summary>
    public static void PluginPage(Stage stage)
    {
        stage.Scene.Begin(760, 300);
        var overlay = stage.Keep(new OverlayStack(stage.Text));
        overlay.Add(new PluginTablePage
        {
            Rows =
            [
                new PluginRow("Local bookings", "in-process", "running", PluginMood.Good) { Calls = 1284, P50 = 0.21, P99 = 1.9 },
                new PluginRow("企业会议", "child", "degraded", PluginMood.Troubled)
                {
                    Calls = 96, Errors = 31, P50 = 212, P99 = 4990, InFlight = 4, Megabytes = 84, Cause = "12 of the last 20 calls failed; not asked again for 18 s",
                },
                new PluginRow("Phone line", "program", "faulted", PluginMood.Bad) { Calls = 3, Errors = 1, Restarts = 2, Cause = "exited with code 3; started again in 4 s" },
                new PluginRow("Status board", "child", "starting", PluginMood.Busy),
                new PluginRow("Old webhook", "child", "disabled", PluginMood.Off),
                new PluginRow("Acme", "child", "running", PluginMood.Good) { Calls = 12, Errors = 1, P50 = 31, P99 = 88, Megabytes = 41, LastError = "booking.book: time-conflict: the room is booked from 10:00 to 11:00" },
            ],
        });
        overlay.SetAll(true);
        overlay.AddTo(stage.Scene, default);
    }

    /// <summary>The invitation as the third tile of a gallery.</summary>
    public static void InvitationTile(Stage stage) =>
        stage.Show(768, 432, LayoutKind.Gallery, [.. WallScenes.People(stage, 2), new Tile(int.MaxValue) { Invitation = Invitation() }]);

    public static void Notice(Stage stage)
    {
        stage.Show(640, 360, LayoutKind.Gallery, WallScenes.People(stage, 4));
        new NoticeBar(stage.Text).Draw(stage.Scene, "The recording has stopped: the disk is full");
    }

    private static Invitation Invitation() =>
        new("Join lobby", "https://192.168.1.20:8443", "K7QF-2M9P", "https://192.168.1.20:8443/join/lobby#t=K7QF2M9P");

    /// <summary>Both pages, with a stream that failed.</summary>
    public static void Overlay(Stage stage)
    {
        var rows = FixedStatistics.Rows(["Ana García", "王小明", "محمد علي", "Zoë Brontë 🎧", "talk.mp4"]);
        FixedStatistics.Fail(rows[4], "talk.mp4: there is no such file: check the path");
        stage.Show(960, 540, LayoutKind.Gallery, WallScenes.People(stage, 4));
        AddOverlay(stage, stage.Scene, rows);
    }

    /// <summary>Puts both pages over a scene, a second after they were first painted, so that they have rates to show.</summary>
    public static void AddOverlay(Stage stage, Scene scene, IReadOnlyList<StreamRow> rows)
    {
        var overlay = stage.Keep(new OverlayStack(stage.Text));
        overlay.Add(new FrameTimePage(FixedStatistics.Frames(), MediaTime.FromUnits(1, 30)));
        overlay.Add(new StreamTablePage(rows));
        overlay.SetAll(true);
        var before = new Scene();
        before.Begin(scene.Width, scene.Height);
        overlay.AddTo(before, new Instant(0));
        FixedStatistics.PassSecond(rows);
        overlay.AddTo(scene, new Instant(1_000_000_000));
    }
}
