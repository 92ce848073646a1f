using ConfEngine.Core.Time;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Graphics.Windows;

namespace ConfEngine.Runtime.Outputs;

/// <summary>What a display is to be.</summary>
/// <param name="Compositor">What draws.</param>
/// <param name="IsHeadless">No window, even where there could be one.</param>
/// <param name="IsFullscreen">Fill the screen.</param>
/// <param name="ReadsBack">Every frame is recorded as well as shown.</param>
public sealed record DisplayRequest(CompositorPreference Compositor, bool IsHeadless, bool IsFullscreen, bool ReadsBack);

/// <summary>Where the wall is drawn: a window where there is a display, else memory.</summary>
/// <param name="Choice">The compositor and why it is that one.</param>
/// <param name="Window">The window, or null.</param>
/// <param name="WhyHeadless">Why there is no window; empty when there is one.</param>
public sealed record Display(CompositorChoice Choice, WallWindow? Window, string WhyHeadless)
{
    /// <summary>Opens a window if that is wanted and possible, and makes the compositor.</summary>
    /// <exception cref="Core.Media.MediaException">The GPU was asked for and there is none.</exception>
    public static Display Open(DisplayRequest request, EngineOptions options, IClock clock)
    {
        WallWindow? window = null;
        var why = "as asked";
        if (!request.IsHeadless)
        {
            var wanted = new WallWindowOptions { Width = options.Width, Height = options.Height, Title = options.RoomName, Fullscreen = request.IsFullscreen };
            if (WallWindow.TryOpen(wanted, out window, out var whyNot)) why = "";
            else why = whyNot;
        }

        var choice = CompositorChoice.Make(new CompositorRequest
        {
            Preference = request.Compositor,
            Clock = clock,
            Window = window,
            ReadsBack = request.ReadsBack,
            Layout = options.CanvasLayout,
        });
        return new Display(choice, window, why);
    }
}
