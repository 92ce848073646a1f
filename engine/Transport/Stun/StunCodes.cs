namespace ConfEngine.Transport.Stun;

/// <summary>The STUN messages that ICE uses: method Binding in its four classes (RFC 8489, section 5).</summary>
public enum StunMessageType : ushort
{
    /// <summary>A connectivity check.</summary>
    BindingRequest = 0x0001,

    /// <summary>A keep-alive that wants no answer.</summary>
    BindingIndication = 0x0011,

    /// <summary>The answer to a check that worked.</summary>
    BindingSuccess = 0x0101,

    /// <summary>The answer to a check that was refused.</summary>
    BindingError = 0x0111,
}

/// <summary>STUN attributes that are read or written here (RFC 8489, section 18.3; RFC 8445, section 16.1).</summary>
public enum StunAttribute : ushort
{
    /// <summary>An address in the clear; only old servers send it.</summary>
    MappedAddress = 0x0001,

    /// <summary>"receiver's ufrag:sender's ufrag" in a check.</summary>
    Username = 0x0006,

    /// <summary>HMAC-SHA1 over everything before it.</summary>
    MessageIntegrity = 0x0008,

    /// <summary>Class, number and reason of a refusal.</summary>
    ErrorCode = 0x0009,

    /// <summary>The attributes that made the receiver refuse with 420.</summary>
    UnknownAttributes = 0x000A,

    /// <summary>The sender's address as the receiver saw it.</summary>
    XorMappedAddress = 0x0020,

    /// <summary>The priority a peer-reflexive candidate learned from this check would have.</summary>
    Priority = 0x0024,

    /// <summary>The controlling side nominates the pair.</summary>
    UseCandidate = 0x0025,

    /// <summary>Free text naming the software.</summary>
    Software = 0x8022,

    /// <summary>CRC-32 over everything before it.</summary>
    Fingerprint = 0x8028,

    /// <summary>The sender takes itself for controlled; value: its tie-breaker.</summary>
    IceControlled = 0x8029,

    /// <summary>The sender takes itself for controlling; value: its tie-breaker.</summary>
    IceControlling = 0x802A,
}
