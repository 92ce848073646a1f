namespace ConfEngine.Conference.Errors;

/// <summary>A refusal: a neutral code, the field it is about, and what ZEGO Express says in the same case.</summary>
/// <param name="Code">What went wrong.</param>
/// <param name="Field">The input's field at fault, in camelCase; empty when it is no field's fault.</param>
/// <param name="VendorCode">ZEGO's error code; 0 when it has none for this.</param>
/// <param name="Text">One line for people: what is wrong and what to do.</param>
public sealed record RoomError(RoomErrorCode Code, string Field, int VendorCode, string Text)
{
    /// <summary>ZEGO's words for <see cref="VendorCode"/>; empty when it has none.</summary>
    public string VendorText => ZegoCode.Text(VendorCode);
}
