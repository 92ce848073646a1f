using ConfEngine.Graphics.Scenes;
using QRCoder;

namespace ConfEngine.Graphics.Invitations;

/// <summary>A text as the modules of a QR code (ISO/IEC 18004), to be drawn at any size.</summary>
internal sealed class QrModules
{
    /// <summary>Light modules around the code that a reader needs to find it.</summary>
    public const int QuietZone = 4;

    private readonly bool[,] _dark;

    private QrModules(bool[,] dark) => _dark = dark;

    /// <summary>Modules on a side, quiet zone not counted.</summary>
    public int Side => _dark.GetLength(0);

    /// <summary>Encodes a text with medium error correction: 15 % may be hidden by glare.</summary>
    public static QrModules Encode(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        // The library puts the quiet zone into its matrix already.
        var side = data.ModuleMatrix.Count - 2 * QuietZone;
        var dark = new bool[side, side];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                dark[y, x] = data.ModuleMatrix[y + QuietZone][x + QuietZone];
        return new QrModules(dark);
    }

    /// <summary>Draws the code as a mask: whole pixels for each module, or a reader would see uneven edges.</summary>
    /// <param name="size">The most pixels on a side.</param>
    /// <returns>The dark modules and the quiet zone around them; null when there is no room for one pixel a module.</returns>
    public Bitmap? Draw(int size)
    {
        var module = size / (Side + 2 * QuietZone);
        if (module < 1) return null;
        var pixels = module * (Side + 2 * QuietZone);
        var mask = new Bitmap(BitmapFormat.Alpha8, pixels, pixels);
        for (var y = 0; y < pixels; y++)
        {
            var row = mask.Row(y);
            for (var x = 0; x < pixels; x++) row[x] = IsDark(x / module - QuietZone, y / module - QuietZone) ? (byte)255 : (byte)0;
        }

        mask.MarkChanged();
        return mask;
    }

    private bool IsDark(int x, int y) => x >= 0 && y >= 0 && x < Side && y < Side && _dark[y, x];
}
