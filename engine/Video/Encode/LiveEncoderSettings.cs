using ConfEngine.Core.Media;
using ConfEngine.Video.Live;

namespace ConfEngine.Video.Encode;

/// <summary>How the engine asks for pictures that are sent as they are made: one in, one out, no picture that needs a later one.</summary>
internal static class LiveEncoderSettings
{
    /// <summary>What is asked of the encoder of a codec.</summary>
    /// <param name="codec">H.264 or VP8.</param>
    /// <param name="width">In pixels, even.</param>
    /// <param name="height">In pixels, even.</param>
    /// <param name="frameRate">Pictures a second.</param>
    /// <exception cref="ArgumentOutOfRangeException">The engine does not encode <paramref name="codec"/>.</exception>
    public static VideoEncoderSettings Of(LiveCodec codec, int width, int height, int frameRate) => codec switch
    {
        LiveCodec.H264 => new VideoEncoderSettings("libx264", width, height, frameRate)
        {
            // Baseline as x264 writes it is Constrained Baseline (it sets constraint_set1_flag), which every WebRTC receiver takes (RFC 7742).
            Options = [("preset", "ultrafast"), ("tune", "zerolatency"), ("profile", "baseline"), ("forced-idr", "1"), ("x264-params", "scenecut=0")],
        },
        LiveCodec.Vp8 => new VideoEncoderSettings("libvpx", width, height, frameRate)
        {
            // A negative cpu-used is a fixed speed; a positive one lets libvpx follow the clock, and the same picture would be coded differently
            // on a busy machine. Where even the coarsest picture is too much for the rate, whole pictures are left out.
            Options =
            [
                ("deadline", "realtime"), ("cpu-used", "-8"), ("lag-in-frames", "0"), ("error-resilient", "default"),
                ("qmin", "2"), ("qmax", "58"), ("drop-threshold", "30"), ("max-intra-rate", "600"), ("undershoot-pct", "95"), ("static-thresh", "1"),
            ],
            // The only colours that VP8 has (RFC 6386, section 9.2).
            Color = ColorDescription.Canvas with { Matrix = ColorMatrix.Bt601 },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "pictures are encoded as H.264 or VP8"),
    };
}
