namespace ConfEngine.Video.Live;

/// <summary>The codecs of pictures that come or go frame by frame, without a container.</summary>
public enum LiveCodec
{
    /// <summary>VP8 (RFC 6386); a frame as it is.</summary>
    Vp8,

    /// <summary>H.264; an access unit with start codes (annex B).</summary>
    H264,

    /// <summary>VP9; a frame or superframe.</summary>
    Vp9,

    /// <summary>AV1; a temporal unit (section 5.2 of its specification).</summary>
    Av1,
}
