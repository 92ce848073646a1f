using System.Runtime.InteropServices;
using Silk.NET.Maths;

namespace Silk.NET.Windowing.Glfw;

internal sealed unsafe class GlfwMonitor(nint handle, int index) : IMonitor
{
    public nint Handle { get; } = handle;

    public int Index { get; } = index;

    public string Name => Marshal.PtrToStringUTF8(Glfw3.GetMonitorName(Handle)) ?? "";

    public Rectangle<int> Bounds
    {
        get
        {
            Glfw3.GetMonitorPos(Handle, out var x, out var y);
            return new Rectangle<int>(x, y, VideoMode.Resolution ?? default);
        }
    }

    public VideoMode VideoMode
    {
        get
        {
            var mode = Glfw3.GetVideoMode(Handle);
            return mode is null ? VideoMode.Default : Convert(*mode);
        }
    }

    /// <summary>The exponent of the monitor's ramp, taken at its middle; setting makes a new ramp.</summary>
    public float Gamma
    {
        get
        {
            var ramp = Glfw3.GetGammaRamp(Handle);
            if (ramp is null || ramp->Size < 2) return 1;
            var middle = ramp->Size / 2;
            var value = ramp->Red[middle] / 65535.0;
            return (float)(Math.Log(middle / (ramp->Size - 1.0)) / Math.Log(value));
        }
        set => Glfw3.SetGamma(Handle, value);
    }

    /// <summary>The monitor of that handle, or null when it is not connected.</summary>
    public static GlfwMonitor? Find(nint handle)
    {
        var handles = Glfw3.GetMonitors(out var count);
        for (var i = 0; i < count; i++)
        {
            if (handles[i] == handle) return new GlfwMonitor(handle, i);
        }

        return null;
    }

    public IEnumerable<VideoMode> GetAllVideoModes()
    {
        var modes = Glfw3.GetVideoModes(Handle, out var count);
        var converted = new VideoMode[count];
        for (var i = 0; i < count; i++) converted[i] = Convert(modes[i]);
        return converted;
    }

    public IWindow CreateWindow(WindowOptions opts) => new GlfwWindow(opts, null, this);

    private static VideoMode Convert(GlfwVideoMode mode) => new(new Vector2D<int>(mode.Width, mode.Height), mode.RefreshRate);
}
