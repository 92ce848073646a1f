namespace ConfEngine.Graphics.Compositor;

/// <summary>Which compositor is asked for.</summary>
public enum CompositorPreference
{
    /// <summary>The faster one on this machine.</summary>
    Auto,

    /// <summary>OpenGL, on whatever draws behind it.</summary>
    Gpu,

    /// <summary>The CPU.</summary>
    Software,
}
