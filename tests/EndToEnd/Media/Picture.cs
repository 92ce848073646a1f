namespace ConfEngine.EndToEnd.Media;

/// <summary>RGB pixels, three bytes each.</summary>
internal sealed record Picture(int Width, int Height, byte[] Pixels)
{
    /// <summary>A part of it.</summary>
    public Picture Crop(int x, int y, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var row = 0; row < height; row++)
            Pixels.AsSpan(((y + row) * Width + x) * 3, width * 3).CopyTo(pixels.AsSpan(row * width * 3));
        return new Picture(width, height, pixels);
    }

    /// <summary>The cell in column <paramref name="x"/> and row <paramref name="y"/> of a grid, without its edges, where neighbours meet.</summary>
    public Picture Cell(int x, int y, int columns, int rows)
    {
        var (width, height) = (Width / columns, Height / rows);
        return Crop(x * width + width / 8, y * height + height / 8, width * 3 / 4, height * 3 / 4);
    }

    /// <summary>The average brightness, 0 to 255.</summary>
    public double Brightness => Pixels.Average(value => (double)value);

    /// <summary>How much the samples stray from their average: 0 for a plain area.</summary>
    public double Deviation
    {
        get
        {
            var mean = Brightness;
            return Math.Sqrt(Pixels.Average(value => (value - mean) * (value - mean)));
        }
    }

    /// <summary>The mean absolute difference of the samples, 0 to 255.</summary>
    public double DifferenceTo(Picture other)
    {
        Assert.Equal((Width, Height), (other.Width, other.Height));
        long sum = 0;
        for (var i = 0; i < Pixels.Length; i++) sum += Math.Abs(Pixels[i] - other.Pixels[i]);
        return (double)sum / Pixels.Length;
    }

    /// <summary>How many pixels differ clearly.</summary>
    public int ChangedPixels(Picture other)
    {
        Assert.Equal((Width, Height), (other.Width, other.Height));
        var count = 0;
        for (var i = 0; i < Pixels.Length; i += 3)
            if (Math.Abs(Pixels[i] - other.Pixels[i]) + Math.Abs(Pixels[i + 1] - other.Pixels[i + 1]) + Math.Abs(Pixels[i + 2] - other.Pixels[i + 2]) > 60) count++;
        return count;
    }
}
