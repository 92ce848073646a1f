using ConfEngine.Conference.Identity;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Messages;

/// <summary>How a message goes out.</summary>
public enum MessageKind
{
    /// <summary>To everybody else, kept nowhere, in order.</summary>
    Broadcast,

    /// <summary>To everybody else when there is room for it; more than the rate are left out.</summary>
    Barrage,

    /// <summary>A program's own signal to chosen participants.</summary>
    Custom,

    /// <summary>A line of the room's chat, kept for those who come later.</summary>
    Chat,

    /// <summary>A line of chat for one participant only, kept nowhere.</summary>
    PrivateChat,
}

/// <summary>Something a participant wrote.</summary>
/// <param name="Kind">How it goes out.</param>
/// <param name="Id">Counts up per room, so that a receiver can tell old from new.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Name">What the writer was called then.</param>
/// <param name="Text">1 to 1024 bytes.</param>
/// <param name="At">When.</param>
public sealed record RoomMessage(MessageKind Kind, long Id, UserId From, UserName Name, string Text, Instant At);
