using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Media;

/// <summary>Files that no good program makes, and that every program meets.</summary>
internal static class BadFiles
{
    private static readonly byte[] s_jpeg = [0xFF, 0xC0];

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

    /// <summary>Files of a few hundred bytes that say they are 16384x16384. A JPEG says it once (ITU-T T.81 B.2.2: height and width follow the
    /// marker by five bytes), a Matroska file with JPEGs in it twice (RFC 9559: PixelWidth is B0, PixelHeight BA).</summary>
    private static void Huge(TempFolder folder)
    {
        FfmpegProgram.Make("-f lavfi -i color=gray:s=304x304 -frames:v 1 -update 1", folder["small.jpg"]);
        FfmpegProgram.Make(["-i", folder["small.jpg"], "-c", "copy", folder["small.mkv"]]);
        Patch(folder["small.jpg"], folder["huge.jpg"], [(s_jpeg, 5), (s_jpeg, 7)]);
        Patch(folder["small.mkv"], folder["huge.mkv"], [([0xB0, 0x82, 1, 0x30], 2), ([0xBA, 0x82, 1, 0x30], 2), (s_jpeg, 5), (s_jpeg, 7)]);
    }

    /// <summary>Copies a file, with 16384 in place of some two-byte numbers.</summary>
    private static void Patch(string from, string to, (byte[] Marker, int Distance)[] numbers)
    {
        var bytes = File.ReadAllBytes(from);
        foreach (var (marker, distance) in numbers)
        {
            var at = bytes.AsSpan().IndexOf(marker);
            Assert.True(at > 0);
            bytes[at + distance] = 0x40;
            bytes[at + distance + 1] = 0;
        }

        File.WriteAllBytes(to, bytes);
    }
}
