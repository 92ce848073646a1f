using ConfEngine.Core.Media;
using ConfEngine.Graphics.Layouts;
using ConfEngine.Graphics.Wall;

namespace ConfEngine.Golden.Walls;

/// <summary>Walls in every arrangement, and tiles in every state.</summary>
internal static class WallScenes
{
    /// <summary>Who is at home on the demo wall, in its order.</summary>
    public static IReadOnlyList<string> DemoNames { get; } = ["Ana García", "王小明", "محمد علي", "Zoë Brontë 🎧", "Дарья Орлова", "김서연", "अनन्या शर्मा", "Θάλεια Νίκου", "דנה כהן"];

    /// <summary>Three picture shapes by row of source, the three view modes by column.</summary>
    public static void ViewModes(Stage stage)
    {
        (string Shape, int Width, int Height)[] shapes = [("4:3", 480, 360), ("16:9", 640, 360), ("9:16", 360, 640)];
        var tiles = new List<Tile>();
        foreach (var (shape, width, height) in shapes)
            foreach (var mode in Enum.GetValues<ViewMode>())
            {
                var tile = stage.Person(tiles.Count, $"{shape} {mode}", width, height);
                tile.Mode = mode;
                tiles.Add(tile);
            }

        stage.Show(768, 432, LayoutKind.Gallery, tiles);
    }

    public static void GalleryOfNine(Stage stage) => stage.Show(640, 360, LayoutKind.Gallery, People(stage, 9));

    public static void GalleryOfFive(Stage stage) => stage.Show(640, 360, LayoutKind.Gallery, People(stage, 5));

    public static void Speaker(Stage stage) => stage.Show(640, 360, LayoutKind.Speaker, People(stage, 6));

    public static void Portrait(Stage stage) => stage.Show(360, 640, LayoutKind.Gallery, People(stage, 5));

    /// <summary>A 4:3 document on the stage, whole, with the people beside it.</summary>
    public static void Content(Stage stage)
    {
        var document = stage.Person(20, "Slides", 800, 600);
        document.IsContent = true;
        stage.Show(640, 360, LayoutKind.Content, [.. People(stage, 3), document]);
    }

    public static void States(Stage stage)
    {
        var opening = new Tile(0) { Name = "Opening", State = StreamState.Opening };
        var stopped = stage.Person(1, "Faulted, last picture");
        stopped.State = StreamState.Faulted;
        stopped.Cause = "connection lost";
        var missing = new Tile(2) { Name = "Faulted", State = StreamState.Faulted, Cause = "talk.mp4: there is no such file" };
        var muted = stage.Person(3, "Muted");
        muted.Muted = true;
        var speaking = stage.Person(4, "Speaking");
        speaking.Speaking = true;
        var ended = stage.Person(5, "Ended");
        ended.State = StreamState.Ended;
        var tiles = new List<Tile> { opening, stopped, missing, muted, speaking, ended };
        foreach (var quality in (int[])[0, 2, 4])
        {
            var tile = stage.Person(6 + quality, $"Quality {quality}");
            tile.Quality = quality;
            tiles.Add(tile);
        }

        stage.Show(768, 432, LayoutKind.Gallery, tiles);
    }

    /// <summary>Participants of a room: raised hands, and away for a moment, with and without a last picture.</summary>
    public static void RoomStates(Stage stage)
    {
        var first = stage.Person(0, "Hand 1");
        first.Hand = 1;
        var later = stage.Person(1, "Hand 12, muted");
        (later.Hand, later.Muted) = (12, true);
        var away = stage.Person(2, "Away");
        away.IsReconnecting = true;
        var gone = new Tile(3) { Name = "王小明", State = StreamState.Running, IsReconnecting = true };
        stage.Show(512, 288, LayoutKind.Gallery, [first, later, away, gone]);
    }

    /// <summary>Name tags and initials without cameras: four scripts and more, right to left, and what does not fit.</summary>
    public static void Names(Stage stage)
    {
        string[] names =
        [
            "Ana García", "王小明", "محمد علي", "Zoë 🎧 🐙 ☕", "דנה כהן", "अनन्या शर्मा", "김서연",
            "Wolfgang Amadeus Theophilus Mozart-Weber of Salzburg", "عبد الرحمن بن محمد بن محمد بن محمد بن خلدون الحضرمي الإشبيلي",
        ];
        var tiles = new List<Tile>();
        foreach (var name in names) tiles.Add(new Tile(tiles.Count) { Name = name, State = StreamState.Running });
        stage.Show(768, 432, LayoutKind.Gallery, tiles);
    }

    /// <summary>The first of the nine; the second speaks.</summary>
    public static List<Tile> People(Stage stage, int count)
    {
        var tiles = new List<Tile>();
        for (var i = 0; i < count; i++) tiles.Add(stage.Person(i, DemoNames[i]));
        tiles[1].Speaking = true;
        return tiles;
    }
}
