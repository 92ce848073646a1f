using System.Numerics;

namespace FFmpeg.AutoGen;

// What FFmpeg's headers define as macros with arguments or as inline functions.
public static unsafe partial class @ffmpeg
{
    public static int AVERROR<T1>(T1 e) where T1 : INumberBase<T1> => -int.CreateChecked(e);

    public static int AVUNERROR<T1>(T1 e) where T1 : INumberBase<T1> => -int.CreateChecked(e);

    public static AVRational av_make_q(int num, int den) => new() { num = num, den = den };

    public static double av_q2d(AVRational a) => a.num / (double)a.den;

    public static AVRational av_inv_q(AVRational q) => new() { num = q.den, den = q.num };

    /// <summary>-1, 0 or 1; int.MinValue when one of the two is 0/0.</summary>
    public static int av_cmp_q(AVRational a, AVRational b)
    {
        long left = a.num * (long)b.den, right = b.num * (long)a.den;
        if (left != right) return left > right != (a.den ^ b.den) < 0 ? 1 : -1;
        if (a.den != 0 && b.den != 0) return 0;
        // Both infinite: by sign.
        return a.num != 0 && b.num != 0 ? Math.Clamp(Math.Sign(a.num) - Math.Sign(b.num), -1, 1) : int.MinValue;
    }
}
