namespace ConfEngine.Rtp.Rtcp;

/// <summary>The packet types of RTCP (RFC 3550, 12.1; RFC 4585, 6.1).</summary>
public enum RtcpType : byte
{
    /// <summary>Nothing was read.</summary>
    None = 0,

    /// <summary>Sender report.</summary>
    SenderReport = 200,

    /// <summary>Receiver report.</summary>
    ReceiverReport = 201,

    /// <summary>Source description.</summary>
    SourceDescription = 202,

    /// <summary>A source leaves.</summary>
    Bye = 203,

    /// <summary>Private to an application; stepped over.</summary>
    Application = 204,

    /// <summary>Feedback about packets: <see cref="TransportFormat"/>.</summary>
    TransportFeedback = 205,

    /// <summary>Feedback about pictures: <see cref="PayloadFormat"/>.</summary>
    PayloadFeedback = 206,

    /// <summary>Extended report (RFC 3611); stepped over.</summary>
    ExtendedReport = 207,
}

/// <summary>The formats of <see cref="RtcpType.TransportFeedback"/>.</summary>
public static class TransportFormat
{
    /// <summary>Missing packets (RFC 4585, 6.2.1).</summary>
    public const byte Nack = 1;

    /// <summary>Arrival times of all packets of a transport (draft-holmer-rmcat-transport-wide-cc-extensions-01, 3.1).</summary>
    public const byte TransportWide = 15;
}

/// <summary>The formats of <see cref="RtcpType.PayloadFeedback"/>.</summary>
public static class PayloadFormat
{
    /// <summary>A picture was lost (RFC 4585, 6.3.1).</summary>
    public const byte PictureLoss = 1;

    /// <summary>A key frame is wanted (RFC 5104, 4.3.1).</summary>
    public const byte FullIntraRequest = 4;

    /// <summary>Application layer feedback; carries REMB (draft-alvestrand-rmcat-remb-03).</summary>
    public const byte Application = 15;
}
