using System.Threading.Channels;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor;
using ConfEngine.Runtime.Recording;
using ConfEngine.Video.Images;

namespace ConfEngine.Runtime.Outputs;

/// <summary>The wall as it is now, for eyes elsewhere: whoever asks gets the next canvas as a PNG. All who ask within one frame get the same. The
/// pixels are copied on the render thread and packed on another, one picture at a time.</summary>
public sealed class WallPicture : ICanvasSink
{
    /// <summary>How many may wait; more are refused.</summary>
    public const int Capacity = 32;

    private readonly Channel<TaskCompletionSource<byte[]>> _asking =
        Channel.CreateBounded<TaskCompletionSource<byte[]>>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait });

    private readonly OwnedVideoFrame _copy = new();
    private volatile bool _isPacking;
    private Task _packing = Task.CompletedTask;

    /// <summary>Asks for the wall. Any thread may.</summary>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>A PNG file; null when too many ask already, or the wall has closed.</returns>
    public async Task<byte[]?> TakeAsync(CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_asking.Writer.TryWrite(answer)) return null;
        try
        {
            return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Take(ICompositor compositor, in FrameTime frame, bool changed)
    {
        if (_isPacking || _asking.Reader.Count == 0) return;
        var waiting = new List<TaskCompletionSource<byte[]>>();
        while (_asking.Reader.TryRead(out var answer)) waiting.Add(answer);
        PictureCopy.Copy(compositor.Read(PixelLayout.Bgra32), _copy);
        _isPacking = true;
        _packing = Task.Run(() => Pack(waiting));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _asking.Writer.Complete();
        while (_asking.Reader.TryRead(out var answer)) answer.SetCanceled();
        _packing.Wait();
        _copy.Dispose();
    }

    private void Pack(List<TaskCompletionSource<byte[]>> waiting)
    {
        try
        {
            var png = PngFile.Encode(_copy, "wall.png");
            foreach (var answer in waiting) answer.SetResult(png);
        }
        catch (MediaException exception)
        {
            foreach (var answer in waiting) answer.SetException(exception);
        }
        finally
        {
            _isPacking = false;
        }
    }
}
