using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime.Recording;
using ConfEngine.Video.Images;

namespace ConfEngine.Runtime.Outputs;

/// <summary>Saves one frame as a PNG file. The pixels are copied in the frame, packed in a thread of their own: a 1080p picture takes longer
/// to pack than a frame lasts.</summary>
/// <param name="path">Where.</param>
public sealed class Screenshot(string path) : ICanvasSink
{
    /// <inheritdoc/>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        var copy = new OwnedVideoFrame();
        PictureCopy.Copy(compositor.Read(PixelLayout.Bgra32), copy);
        new Thread(() => Save(copy)) { Name = "Screenshot" }.Start();
    }

    /// <summary>Saves the canvas at once, on the calling thread.</summary>
    /// <exception cref="MediaException">The file cannot be written.</exception>
    public static void SaveNow(ICompositor compositor, string path) => PngFile.Write(path, compositor.Read(PixelLayout.Bgra32));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Save(OwnedVideoFrame copy)
    {
        try
        {
            PngFile.Write(path, copy);
        }
        catch (MediaException exception)
        {
            Console.Error.WriteLine(exception.Message);
        }
        finally
        {
            copy.Dispose();
        }
    }
}
