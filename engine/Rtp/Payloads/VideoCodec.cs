namespace ConfEngine.Rtp.Payloads;

/// <summary>The video codecs whose RTP payload formats the engine reads.</summary>
public enum VideoCodec
{
    /// <summary>RFC 7741.</summary>
    Vp8,

    /// <summary>RFC 6184.</summary>
    H264,

    /// <summary>RFC 9628.</summary>
    Vp9,

    /// <summary>AV1, by the Alliance for Open Media's RTP specification 1.0.</summary>
    Av1,
}

/// <summary>What can be said of a payload by its codec without keeping any state.</summary>
public static class VideoCodecs
{
    /// <summary>True for the packet that a decoder, or a receiver newly switched over, can start from: the first one of a key frame.
    /// False for anything malformed.</summary>
    public static bool StartsKeyFrame(this VideoCodec codec, ReadOnlySpan<byte> payload) => codec switch
    {
        VideoCodec.Vp8 => Vp8Descriptor.TryParse(payload, out var vp8) && vp8.IsKeyFrameStart,
        VideoCodec.H264 => H264Payload.StartsKeyFrame(payload),
        VideoCodec.Vp9 => Vp9Descriptor.TryParse(payload, out var vp9) && vp9.IsKeyFrameStart,
        VideoCodec.Av1 => Av1Payload.StartsKeyFrame(payload),
        _ => false,
    };

    /// <summary>True when the payload itself says that a frame begins with it. H.264 never says so: there false means "unknown".</summary>
    public static bool StartsFrame(this VideoCodec codec, ReadOnlySpan<byte> payload) => codec switch
    {
        VideoCodec.Vp8 => Vp8Descriptor.TryParse(payload, out var vp8) && vp8.IsFrameStart,
        VideoCodec.Vp9 => Vp9Descriptor.TryParse(payload, out var vp9) && vp9.IsPictureStart,
        _ => codec.StartsKeyFrame(payload),
    };

    /// <summary>Makes the depacketizer for a stream of that codec.</summary>
    public static IDepacketizer CreateDepacketizer(this VideoCodec codec) => codec switch
    {
        VideoCodec.Vp8 => new Vp8Depacketizer(),
        VideoCodec.H264 => new H264Depacketizer(),
        VideoCodec.Vp9 => new Vp9Depacketizer(),
        VideoCodec.Av1 => new Av1Depacketizer(),
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "No payload format is known for this codec."),
    };
}
