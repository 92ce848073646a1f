using System.Numerics;

namespace ConfEngine.Video.Live;

/// <summary>An encoded frame on its way to the decoder. Used over and over; its memory grows to the largest frame it has held.</summary>
internal sealed class LiveFrame
{
    private const int SmallestBuffer = 4096;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>The encoded bytes.</summary>
    public ReadOnlySpan<byte> Data => _bytes.AsSpan(0, _length);

    /// <summary>What they are encoded with.</summary>
    public LiveCodec Codec { get; private set; }

    /// <summary>A decoder can start with it.</summary>
    public bool IsKeyFrame { get; private set; }

    /// <summary>When and how it is to be shown.</summary>
    public FrameTag Tag { get; private set; }

    /// <summary>Copies a frame in.</summary>
    public void Fill(ReadOnlySpan<byte> data, LiveCodec codec, bool isKeyFrame, in FrameTag tag)
    {
        if (_bytes.Length < data.Length)
            _bytes = GC.AllocateUninitializedArray<byte>((int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(data.Length, SmallestBuffer)));
        data.CopyTo(_bytes);
        _length = data.Length;
        Codec = codec;
        IsKeyFrame = isKeyFrame;
        Tag = tag;
    }
}
