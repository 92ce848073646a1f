using System.Text;
using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;

namespace ConfEngine.Fuzz.Targets;

internal static class IdentityTargets
{
    /// <summary>Names of rooms, users and streams, and secrets.</summary>
    public static FuzzTarget Ids() => new("ids", [.. new[] { "lobby-1", "anna;~!", "名字 مرحبا", "cam_0", new string('a', 130), "a\u202eb" }.Select(Encoding.UTF8.GetBytes)], input =>
    {
        // UTF-16 as it comes out of JSON, halves of pairs included.
        var text = input.Length > 0 && (input[0] & 1) != 0 ? new string(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(input)) : Encoding.UTF8.GetString(input);
        var outcome = 0;
        if (RoomId.TryParse(text, out var room, out var error)) outcome |= Check(room.Value, text, RoomId.MaxBytes);
        else Check(error);
        if (UserId.TryParse(text, out var user, out error)) outcome |= 2 * Check(user.Value, text, UserId.MaxBytes);
        else Check(error);
        if (StreamId.TryParse(text, out var stream, out error)) outcome |= 4 * Check(stream.Value, text, StreamId.MaxBytes);
        else Check(error);
        if (UserName.TryParse(text, out var name, out error)) outcome |= 8 * Check(name.Value, text, UserName.MaxBytes);
        else outcome |= 16 * (1 + (int)Check(error));
        var secret = new Secret(text);
        Rules.Hold(secret.ToString() == "***" && (!secret.IsTooLong || secret.IsEmpty));
        return outcome;
    }) { Iterations = 30_000, MostAllocated = 64 * 1024, MostBytes = 600 };

    private static int Check(string value, string text, int mostBytes)
    {
        Rules.Hold(value == text && Encoding.UTF8.GetByteCount(value) is > 0 and var bytes && bytes <= mostBytes);
        // Names go into logs, onto the wall and into SDP: no line may begin inside one.
        Rules.Hold(!value.Any(char.IsControl));
        return 1;
    }

    private static RoomErrorCode Check(RoomError error)
    {
        Rules.IsOneLine(error.Text);
        Rules.Hold(error.Field.Length > 0);
        return error.Code;
    }
}
