using ConfEngine.EndToEnd.Processes;

namespace ConfEngine.EndToEnd.Media;

/// <summary>Files that no good program makes, and that every program meets.</summary>
internal static class BadFiles
{
    public static void Make(TempFolder folder)
    {
        Directory.CreateDirectory(folder["folder.mp4"]);
        File.WriteAllBytes(folder["empty.mp4"], []);
        File.WriteAllText(folder["text.txt"], "Dear Sir or Madam,\n\nplease find the video attached.\n");
        File.WriteAllText(folder["text.mp4"], "Dear Sir or Madam,\n\nplease find the video attached.\n");
        var random = new byte[100_000];
        new Random(20).NextBytes(random);
        File.WriteAllBytes(folder["random.mp4"], random);
        Truncate(folder, "talk.mp4", "truncated.mp4");
        Truncate(folder, "talk-at-end.mp4", "no-index.mp4");
        HeaderOnly(folder);
        Huge(folder);
    }

    /// <summary>The first 60 percent of a file.</summary>
    private static void Truncate(TempFolder folder, string from, string to)
    {
        var bytes = File.ReadAllBytes(folder[from]);
        File.WriteAllBytes(folder[to], bytes[..(bytes.Length * 6 / 10)]);
    }

    /// <summary>A fragmented MP4 whose writer ended before the first fragment: tracks are announced, none has a picture.</summary>
    private static void HeaderOnly(TempFolder folder)
    {
        var bytes = File.ReadAllBytes(folder["fragments.mp4"]);
        var fragment = bytes.AsSpan().IndexOf("moof"u8);
        Assert.True(fragment > 8);
        File.WriteAllBytes(folder["header-only.mp4"], bytes[..(fragment - 4)]);
    }

    /// <summary>A JPEG of a few hundred bytes that says it is 16384x16384 (ITU-T T.81 B.2.2: height and width follow the marker by five bytes), as
    /// a picture and as a video.</summary>
    private static void Huge(TempFolder folder)
    {
        Ffmpeg.Make("-f lavfi -i color=gray:s=16x16 -frames:v 1 -update 1", folder["small.jpg"]);
        var bytes = File.ReadAllBytes(folder["small.jpg"]);
        var frame = bytes.AsSpan().IndexOf([0xFF, 0xC0]);
        Assert.True(frame > 0);
        bytes[frame + 5] = bytes[frame + 7] = 0x40;
        bytes[frame + 6] = bytes[frame + 8] = 0;
        File.WriteAllBytes(folder["huge.jpg"], bytes);
        Ffmpeg.Make(["-i", folder["huge.jpg"], "-c", "copy", folder["huge.mkv"]]);
    }
}
