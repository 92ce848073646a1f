using System.Buffers;

namespace ConfEngine.Conference.Identity;

/// <summary>The character sets of ids (ZEGO Express, loginRoom and startPublishingStream).</summary>
internal static class IdCharacters
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Room and user ids.</summary>
    public static SearchValues<char> RoomOrUser { get; } = SearchValues.Create(Alphanumeric + @"~!@#$%^&*()_+=-`;',.<>\");

    /// <summary>Stream ids.</summary>
    public static SearchValues<char> Stream { get; } = SearchValues.Create(Alphanumeric + "-_");
}
