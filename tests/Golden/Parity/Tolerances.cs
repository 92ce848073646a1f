using ConfEngine.Golden.Pictures;

namespace ConfEngine.Golden.Parity;

/// <summary>How far pictures may be apart: least PSNR in dB and largest difference of a code value.</summary>
internal static class Tolerances
{
    private static readonly ToleranceFile s_file = new("Parity/tolerances.txt", "psnr", "largest");

    public static (double Psnr, int Largest) Of(string name) => (s_file[name][0], (int)s_file[name][1]);
}
