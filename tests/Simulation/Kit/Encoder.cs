using System.Buffers.Binary;
using ConfEngine.Core.Time;
using ConfEngine.Transport.Peers;

namespace ConfEngine.Simulation.Kit;

/// <summary>One encoding of a camera.</summary>
/// <param name="Height">In pixels.</param>
/// <param name="BitsPerSecond">What it takes.</param>
internal sealed record Encoding(int Height, int BitsPerSecond);

/// <summary>A camera and a microphone that make frames of the sizes of real ones, key frames when asked, and smaller ones where the path carries no more.</summary>
internal sealed class Encoder
{
    private const int KeyFactor = 6;
    private const int AudioMilliseconds = 20;
    private const int AudioBytes = 90;

    private readonly SimNetwork _network;
    private readonly Random _random;
    private readonly Encoding[] _encodings;
    private readonly int _rate;
    private readonly byte[] _frame = new byte[256 * 1024];
    private readonly Action<Instant> _takePicture;
    private readonly Action<Instant> _takeSound;
    private readonly Instant _start;
    private long _pictures;
    private readonly int _firstSound;
    private int _sounds;

    public Encoder(SimNetwork network, LocalStream stream, Encoding[] encodings, int seed, int rate = 30)
    {
        (_network, Stream, _encodings, _rate, _random) = (network, stream, encodings, rate, new Random(seed));
        (_takePicture, _takeSound) = (TakePicture, TakeSound);
        _start = network.Now;
        // Whoever publishes the stream anew goes on with other numbers.
        _firstSound = (int)(network.Now.Nanoseconds / 20_000_000);
        if (encodings.Length > 0) network.At(network.Now, _takePicture);
        network.At(network.Now, _takeSound);
    }

    public LocalStream Stream { get; }

    /// <summary>Pictures taken: each is a frame in every layer.</summary>
    public long Pictures => _pictures;

    public long KeyFrames { get; private set; }

    public int Sounds => _sounds;

    /// <summary>Frames the node refused.</summary>
    public long Refused { get; private set; }

    public bool IsOff { get; set; }

    private void TakePicture(Instant now)
    {
        if (IsOff) return;
        var pts = MediaTime.FromUnits(_pictures, _rate);
        for (var layer = 0; layer < _encodings.Length; layer++)
        {
            var isKey = Stream.TakeKeyFrameWish(layer) || _pictures == 0;
            var encoding = _encodings[layer];
            var bitsPerSecond = Math.Clamp(Stream.ReceivableBitsPerSecond(layer), encoding.BitsPerSecond / 6, encoding.BitsPerSecond);
            var bytes = (int)(bitsPerSecond / 8 / _rate) * (isKey ? KeyFactor : 1);
            bytes = Math.Max(Picture.MinLength, (int)(bytes * (0.8 + 0.4 * _random.NextDouble())));
            new Picture(layer, _pictures, isKey ? _pictures : _pictures - 1, now.Nanoseconds).Write(_frame.AsSpan(0, bytes), encoding.Height);
            if (isKey) KeyFrames++;
            if (!Stream.TryWriteVideo(layer, _frame.AsSpan(0, bytes), isKey, pts)) Refused++;
        }

        _pictures++;
        _network.At(_start + MediaTime.FromUnits(_pictures, _rate), _takePicture);
    }

    private void TakeSound(Instant now)
    {
        if (IsOff) return;
        var packet = _frame.AsSpan(0, AudioBytes);
        packet.Clear();
        // A table of contents for 20 ms, then the number.
        packet[0] = 0xfc;
        BinaryPrimitives.WriteInt32BigEndian(packet[1..], _firstSound + _sounds);
        BinaryPrimitives.WriteInt64BigEndian(packet[5..], now.Nanoseconds);
        if (!Stream.TryWriteAudio(packet, MediaTime.FromMilliseconds(AudioMilliseconds * _sounds), 30, true)) Refused++;
        _sounds++;
        _network.At(_start + MediaTime.FromMilliseconds(AudioMilliseconds * _sounds), _takeSound);
    }
}
