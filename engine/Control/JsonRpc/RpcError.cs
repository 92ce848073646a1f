namespace ConfEngine.Control.JsonRpc;

/// <summary>The error object of a response.</summary>
/// <param name="Code">One of <see cref="RpcErrorCode"/>.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="NeutralCode">The reason as a word that programs compare, the same whichever vendor is behind it: <c>busy</c>, <c>room-full</c>.</param>
/// <param name="Field">The parameter at fault, nested ones with dots: <c>video.width</c>.</param>
/// <param name="VendorCode">The vendor's own code, as received.</param>
/// <param name="VendorText">The vendor's own words, as received.</param>
public sealed record RpcError(
    int Code, string Message, string? NeutralCode = null, string? Field = null, long? VendorCode = null, string? VendorText = null);
