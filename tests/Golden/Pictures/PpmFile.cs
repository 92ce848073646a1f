using System.Text;
using ConfEngine.Core.Media;

namespace ConfEngine.Golden.Pictures;

/// <summary>Writes pictures that failed as binary PPM, which every viewer opens.</summary>
internal static class PpmFile
{
    public static void Write(string path, VideoFrame frame)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"P6\n{frame.Width} {frame.Height}\n255\n"));
        var line = new byte[frame.Width * 3];
        for (var y = 0; y < frame.Height; y++)
        {
            var row = frame[0].Row(y, 4);
            for (var x = 0; x < frame.Width; x++)
            {
                line[x * 3] = row[x * 4 + 2];
                line[x * 3 + 1] = row[x * 4 + 1];
                line[x * 3 + 2] = row[x * 4];
            }

            file.Write(line);
        }
    }
}
