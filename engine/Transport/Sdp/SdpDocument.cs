namespace ConfEngine.Transport.Sdp;

/// <summary>One `a=` line.</summary>
/// <param name="Name">Before the colon.</param>
/// <param name="Value">After it; empty for flags.</param>
/// <param name="Line">Its number, from 1.</param>
internal sealed record SdpAttribute(string Name, string Value, int Line);

/// <summary>One `m=` line and what belongs to it.</summary>
/// <param name="Kind">"audio", "video", "application" …</param>
/// <param name="Port">0 means rejected or bundled.</param>
/// <param name="Protocol">"UDP/TLS/RTP/SAVPF" …</param>
/// <param name="Formats">Payload types, or the names of a data channel.</param>
/// <param name="Line">Its number, from 1.</param>
internal sealed record SdpSection(string Kind, int Port, string Protocol, IReadOnlyList<string> Formats, int Line)
{
    /// <summary>In the order of the text.</summary>
    public List<SdpAttribute> Attributes { get; } = [];

    /// <summary>The value of `c=`, as if it were an attribute; null when there is none.</summary>
    public SdpAttribute? Connection { get; set; }
}

/// <summary>An SDP taken apart into lines, with nothing made of them yet.</summary>
internal sealed class SdpDocument
{
    /// <summary>The value of `o=`.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The value of `c=` before the first `m=`; null when there is none.</summary>
    public SdpAttribute? Connection { get; set; }

    /// <summary>What stands before the first `m=`.</summary>
    public List<SdpAttribute> Attributes { get; } = [];

    /// <summary>In the order of the text.</summary>
    public List<SdpSection> Sections { get; } = [];
}

/// <summary>Carries the one line of error that a reader's caller gets back; never leaves this folder.</summary>
internal sealed class SdpException : Exception
{
    public SdpException(int line, string what) : base($"SDP line {line}: {what}")
    {
    }

    public SdpException(string what) : base($"SDP: {what}")
    {
    }
}
