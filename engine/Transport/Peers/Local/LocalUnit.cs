using ConfEngine.Core.Time;

namespace ConfEngine.Transport.Peers.Local;

/// <summary>A frame or sound packet that an encoder handed over. Its buffer grows to the largest it ever held and stays.</summary>
internal sealed class LocalUnit
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    public bool IsKeyFrame { get; set; }

    public MediaTime Pts { get; set; }

    public byte Level { get; set; }

    public bool IsSpeech { get; set; }

    public void Fill(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < bytes.Length) _bytes = new byte[Math.Max(bytes.Length, Math.Max(2048, 2 * _bytes.Length))];
        bytes.CopyTo(_bytes);
        Length = bytes.Length;
    }
}
