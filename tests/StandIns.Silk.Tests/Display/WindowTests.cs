using Silk.NET.Maths;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;
using Silk.NET.Windowing.Glfw;

namespace ConfEngine.StandIns.Silk.Tests.Display;

/// <summary>GLFW keeps one display per process, so the classes that open windows run one after the other.</summary>
[CollectionDefinition(nameof(OneDisplay), DisableParallelization = true)]
public sealed class OneDisplay : ICollectionFixture<VirtualDisplay>;

[Collection(nameof(OneDisplay))]
public sealed class WindowTests(VirtualDisplay display)
{
    private static WindowOptions Options => WindowOptions.Default with { Size = new Vector2D<int>(320, 240), VSync = false };

    [Fact]
    public void MissingDisplayIsNamedWithItsRemedy()
    {
        var error = Assert.IsType<PlatformNotSupportedException>(display.WithoutDisplay);
        Assert.Contains("DISPLAY", error.Message, StringComparison.Ordinal);
        Assert.Contains("Xvfb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunOpensLoadsDrawsAndEndsWithClose()
    {
        var window = Window.Create(Options);
        var told = new List<string>();
        var pixel = new byte[4];
        GL? gl = null;
        window.Load += () =>
        {
            told.Add("load");
            gl = GL.GetApi(window);
        };
        window.Update += _ => told.Add("update");
        window.Closing += () => told.Add("closing");
        window.Render += _ =>
        {
            told.Add("render");
            gl!.ClearColor(1f, 0.5f, 0f, 1f);
            gl.Clear(ClearBufferMask.ColorBufferBit);
            gl.ReadPixels<byte>(10, 10, 1, 1, PixelFormat.Rgba, PixelType.UnsignedByte, pixel);
            Assert.Equal(GLEnum.NoError, gl.GetError());
            Assert.True((gl.GetInteger(GetPName.MajorVersion), gl.GetInteger(GetPName.MinorVersion)).CompareTo((3, 3)) >= 0);
            Assert.Equal(1, gl.GetInteger(GetPName.ContextProfileMask));
            window.Close();
        };
        Assert.False(window.IsInitialized);
        Assert.Equal(0, window.Handle);

        window.Run();

        Assert.Equal(["load", "update", "render", "closing"], told);
        Assert.Equal([255, 128, 0, 255], pixel);
        Assert.False(window.IsInitialized);
        Assert.Null(window.GLContext);
    }

    [Fact]
    public void ResizeIsToldWithTheNewFramebuffer()
    {
        using var window = Window.Create(Options);
        window.Initialize();
        Vector2D<int> size = default, framebuffer = default;
        window.Resize += told => size = told;
        window.FramebufferResize += told => framebuffer = told;

        window.Size = new Vector2D<int>(400, 300);
        VirtualDisplay.Until(window, "resize to 400x300", () => size == new Vector2D<int>(400, 300) && framebuffer == size);

        Assert.Equal(new Vector2D<int>(400, 300), window.FramebufferSize);
    }

    [Fact]
    public void FullscreenFillsTheMonitorAndComesBack()
    {
        using var window = Window.Create(Options);
        window.Initialize();
        var monitor = window.Monitor!;

        window.WindowState = WindowState.Fullscreen;
        VirtualDisplay.Until(window, "fullscreen", () => window.Size == monitor.VideoMode.Resolution);
        Assert.Equal(WindowState.Fullscreen, window.WindowState);

        window.WindowState = WindowState.Normal;
        VirtualDisplay.Until(window, "back from fullscreen", () => window.Size == new Vector2D<int>(320, 240));
        Assert.Equal(WindowState.Normal, window.WindowState);
    }

    [Fact]
    public void MonitorHasTheServersScreen()
    {
        using var window = Window.Create(Options);
        var monitor = global::Silk.NET.Windowing.Monitor.GetMainMonitor(window);

        Assert.Equal(new Rectangle<int>(0, 0, 1280, 1024), monitor.Bounds);
        Assert.Contains(monitor.GetAllVideoModes(), mode => mode.Resolution == new Vector2D<int>(1280, 1024));
    }

    [Fact]
    public void WindowWithoutAnApiHasNoContext()
    {
        using var window = Window.Create(Options with { API = GraphicsAPI.None });
        window.Initialize();

        Assert.Null(window.GLContext);
        Assert.NotNull(window.Native!.X11);
        Assert.Equal(window.Handle, window.Native.Glfw);
    }

    [Fact]
    public void ResetInsideTheLoopIsRefused()
    {
        var window = Window.Create(Options);
        Exception? refused = null;
        window.Update += _ =>
        {
            refused = Record.Exception(window.Reset);
            window.Close();
        };

        window.Run();

        Assert.IsType<InvalidOperationException>(refused);
    }

    [Fact]
    public void AnErrorOfLongAgoIsNotTakenForTheContexts()
    {
        using var window = Window.Create(Options);
        window.Initialize();

        Assert.Equal(0, Glfw3.GetKey(window.Handle, 99999));
        window.MakeCurrent();

        Assert.True(window.GLContext!.IsCurrent);
    }

    [Fact]
    public void WindowOpensAgainAfterReset()
    {
        using var window = Window.Create(Options);
        var loads = 0;
        window.Load += () => loads++;

        window.Initialize();
        window.Reset();
        window.Initialize();

        Assert.Equal(2, loads);
        Assert.True(window.GLContext!.IsCurrent);
    }

    [Fact]
    public void AnotherThreadsCallRunsOnTheWindowsThread()
    {
        var window = Window.Create(Options);
        var (own, ranOn) = (0, 0);
        Thread? caller = null;
        window.Load += () =>
        {
            own = Environment.CurrentManagedThreadId;
            caller = new Thread(() => ranOn = WindowExtensions.Invoke(window, () => Environment.CurrentManagedThreadId));
            caller.Start();
        };
        window.Render += _ =>
        {
            if (ranOn != 0 && caller!.Join(TimeSpan.FromSeconds(30))) window.Close();
        };

        window.Run();

        Assert.Equal(own, ranOn);
    }

    [Fact]
    public void ContinueEventsWakesAnEventDrivenWindow()
    {
        using var window = Window.Create(Options);
        window.Initialize();
        var woken = false;
        var caller = new Thread(() =>
        {
            Volatile.Write(ref woken, true);
            window.ContinueEvents();
        });
        caller.Start();

        VirtualDisplay.Until(window, "a posted empty event", () => Volatile.Read(ref woken));
        caller.Join();
    }

    [Fact]
    public void ClosingSetInLoadEndsRunWithoutAFrame()
    {
        var window = Window.Create(Options with { IsEventDriven = true });
        var frames = 0;
        window.Render += _ => frames++;
        window.Load += () => window.IsClosing = true;

        window.Run();

        Assert.Equal(0, frames);
        Assert.False(window.IsInitialized);
    }
}
