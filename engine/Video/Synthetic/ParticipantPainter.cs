using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Video.Synthetic;

/// <summary>Draws picture n of a synthetic participant: a wall, a swaying figure that blinks and speaks, name, counter, flash.</summary>
internal sealed class ParticipantPainter
{
    private const int FlashPictures = 2;

    private readonly TestPicture _options;
    private readonly Backdrop _backdrop;
    private readonly Figure _figure;
    private readonly double _phase;

    /// <summary>Paints what stays the same.</summary>
    public ParticipantPainter(TestPicture options)
    {
        _options = options;
        _backdrop = new Backdrop(options.Width, options.Height, options.Hue);
        _figure = new Figure(options.Height, options.Hue);
        // Participants of different hues do not nod in step.
        _phase = options.Hue / 360 * Math.Tau * 7;
    }

    /// <summary>Draws into an I420 frame of the right size.</summary>
    public void Paint(VideoFrame frame, long number)
    {
        var at = MediaTime.FromUnits(number, _options.FrameRate);
        var seconds = at.Seconds;
        var isTalking = _options.Talk.IsTalking(at);
        var height = _options.Height;
        var sway = Math.Sin(seconds * 1.05 + _phase) * 0.028 + Math.Sin(seconds * 0.37 + _phase) * 0.02;
        var nod = Math.Sin(seconds * 1.9 + _phase) * (isTalking ? 0.012 : 0.004);
        var left = (int)Math.Round((_options.Width - _figure.Width) / 2.0 + sway * height);
        var top = (int)Math.Round(nod * height);

        _backdrop.CopyTo(frame);
        _figure.Draw(frame, left, top);
        PaintFace(frame, left, top, seconds, isTalking);
        if (isTalking) PaintLevel(frame, seconds);
        PaintCaption(frame);
        PaintCounter(frame, number);
        if (_options.Flash && number % _options.FrameRate < FlashPictures) PaintFlash(frame);
    }

    private void PaintFace(VideoFrame frame, int left, int top, double seconds, bool isTalking)
    {
        double unit = _options.Height;
        var (x, y) = (left + FigureOutline.Face.X * unit, top + FigureOutline.Face.Y * unit);
        var dark = new PaintColor(34, 126, 132);
        var isBlinking = (seconds + _phase) % 3.7 < 0.13;
        var eye = isBlinking ? 0.003 : 0.016;
        Brush.Ellipse(frame, x - 0.052 * unit, y - 0.02 * unit, 0.013 * unit, eye * unit, dark);
        Brush.Ellipse(frame, x + 0.052 * unit, y - 0.02 * unit, 0.013 * unit, eye * unit, dark);
        var open = isTalking ? 0.006 + 0.026 * Math.Abs(Math.Sin(seconds * 9.3 + _phase) * Math.Sin(seconds * 4.1)) : 0.005;
        Brush.Ellipse(frame, x, y + 0.085 * unit, (0.05 - open * 0.5) * unit, open * unit, new PaintColor(62, 118, 168));
    }

    private void PaintLevel(VideoFrame frame, double seconds)
    {
        var unit = _options.Height / 60.0;
        for (var bar = 0; bar < 4; bar++)
        {
            var level = 1 + 4 * Math.Abs(Math.Sin(seconds * (5.3 + bar * 1.7) + bar));
            var (x, bottom) = (_options.Width - (12 - bar * 2.5) * unit, _options.Height - 3 * unit);
            Brush.Fill(frame, (int)x, (int)(bottom - level * unit), (int)Math.Max(1, 1.5 * unit), (int)(level * unit), new PaintColor(190, 84, 90));
        }
    }

    private void PaintCaption(VideoFrame frame)
    {
        if (_options.Caption is not { } caption) return;
        var margin = _options.Height / 30;
        var (x, y) = (2 * margin, _options.Height - caption.Height - 2 * margin);
        Brush.Shade(frame, x - margin, y - margin / 2, caption.Width + 2 * margin, caption.Height + margin);
        Brush.Stencil(frame, caption, x, y);
    }

    private void PaintCounter(VideoFrame frame, long number)
    {
        if (_options.Digits is not { } digits) return;
        var margin = _options.Height / 30;
        var right = _options.Width - 2 * margin;
        var width = 0;
        for (var rest = number; ; rest /= 10)
        {
            width += digits[rest % 10].Width;
            if (rest < 10) break;
        }

        Brush.Shade(frame, right - width - margin, margin, width + 2 * margin, digits[0].Height + margin);
        for (var rest = number; ; rest /= 10)
        {
            var digit = digits[rest % 10];
            right -= digit.Width;
            Brush.Stencil(frame, digit, right, margin + margin / 2);
            if (rest < 10) break;
        }
    }

    private void PaintFlash(VideoFrame frame)
    {
        var edge = _options.Height / 6 & ~1;
        var margin = _options.Height / 30 & ~1;
        Brush.Fill(frame, margin, margin, edge, edge, PaintColor.White);
    }
}
