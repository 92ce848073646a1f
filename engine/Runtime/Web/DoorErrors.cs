using ConfEngine.Control.Http;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Web;

/// <summary>A room's refusal as an HTTP client gets it.</summary>
internal static class DoorErrors
{
    /// <summary>The reply: the status that fits the neutral code, and the code itself with the room's words in the body.</summary>
    public static ControlReply ToReply(RpcError error)
    {
        var code = error.NeutralCode ?? (error.Code == RpcErrorCode.InvalidParams ? "bad-request" : "failed");
        return ControlReply.Error(StatusOf(code), code, error.Message);
    }

    private static int StatusOf(string code) => code switch
    {
        "empty" or "too-long" or "bad-character" or "out-of-range" or "bad-request" => 400,
        "bad-token" or "token-expired" => 401,
        "wrong-password" or "room-locked" or "blocked" or "removed" or "not-admitted" or "no-permission" => 403,
        "unknown-room" or "unknown-stream" or "unknown-user" or "room-closed" => 404,
        "taken" or "wrong-state" or "already-logged-in" or "not-logged-in" or "logged-in-elsewhere" => 409,
        // Well-formed, but nothing that can be served (RFC 9110, section 15.5.21).
        "bad-sdp" => 422,
        "too-frequent" => 429,
        "room-full" or "limit-reached" or "busy" or "no-ports" => 503,
        "timed-out" => 504,
        _ => 500,
    };
}
