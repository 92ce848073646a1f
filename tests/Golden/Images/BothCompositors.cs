using ConfEngine.Core.Media;
using ConfEngine.Golden.Gpu;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Golden.Images;

/// <summary>A scene as both compositors draw it.</summary>
internal static class BothCompositors
{
    /// <summary>Holds what each of them draws against the stored picture; the software compositor's is the one that is stored.</summary>
    public static void Check(StoredImage image, Scene scene, GpuFixture gpu)
    {
        using var software = new SoftwareCompositor(PixelLayout.Bgra32);
        software.Compose(scene);
        image.Promote(software.Read(PixelLayout.Bgra32));
        image.Check(software.Read(PixelLayout.Bgra32), "software");
        using var turn = gpu.TakeContext();
        gpu.Compositor.Compose(scene);
        image.Check(gpu.Compositor.Read(PixelLayout.Bgra32), "gpu");
    }
}
