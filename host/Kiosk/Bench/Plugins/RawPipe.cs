using System.Diagnostics;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>The least that a round trip to another process can take: as many bytes as a call has, through <c>cat</c> and back.</summary>
internal static class RawPipe
{
    // A ping's request and response are about as long.
    private const int MessageBytes = 24;

    public static CallFigure Measure(IClock clock, int calls, CancellationToken stop)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            var (into, from) = (cat.StandardInput.BaseStream, cat.StandardOutput.BaseStream);
            var message = new byte[MessageBytes];
            for (var i = 0; i < calls / 10; i++) Turn(into, from, message);
            var times = new double[calls];
            var begun = clock.Now;
            for (var i = 0; i < calls && !stop.IsCancellationRequested; i++)
            {
                var at = clock.Now;
                Turn(into, from, message);
                times[i] = (clock.Now - at).Nanoseconds / 1e3;
            }

            var seconds = (clock.Now - begun).Seconds;
            return new CallFigure("raw pipe (cat)", $"{MessageBytes} bytes", CallMeter.At(times, 0.50), CallMeter.At(times, 0.99), calls / seconds, 0);
        }
        finally
        {
            cat.Kill();
        }
    }

    private static void Turn(Stream into, Stream from, byte[] message)
    {
        into.Write(message);
        into.Flush();
        from.ReadExactly(message);
    }
}
