using ConfEngine.Conference.Errors;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Rooms.Api;

/// <summary>A room's refusal as a client of the control API gets it.</summary>
internal static class ErrorMapping
{
    private static readonly Dictionary<RoomErrorCode, string> s_codes =
        Enum.GetValues<RoomErrorCode>().ToDictionary(code => code, code => Kebab(code.ToString()));

    /// <summary>The code in small letters with dashes: <c>room-full</c>.</summary>
    public static string Code(RoomErrorCode code) => s_codes[code];

    /// <summary>Throws unless <paramref name="error"/> is null.</summary>
    public static void Check(RoomError? error)
    {
        if (error is not null) throw Refusal(error);
    }

    /// <summary>The refusal to throw.</summary>
    public static RpcException Refusal(RoomError error) => RpcException.Refused(
        Code(error.Code), error.Text, Field(error.Field),
        error.VendorCode == 0 ? null : error.VendorCode, error.VendorText.Length == 0 ? null : error.VendorText);

    // The rooms name fields as the vendor does; a client knows them by the names of its parameters.
    private static string? Field(string field) => field switch
    {
        "" => null,
        "roomId" => "room",
        "userId" => "user",
        "userName" => "name",
        "streamId" => "stream",
        "participantLimit" => "limit",
        "millisecond" => "period",
        _ => field,
    };

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
