namespace ConfEngine.Booking.Local.Storage;

/// <summary>One meeting as it is stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Series">The series it belongs to; null for a single one.</param>
/// <param name="Starts">When it begins, Unix seconds.</param>
/// <param name="Ends">When it ends, Unix seconds.</param>
/// <param name="Body">All that is known of it, as the contract's message: what the contract gains needs no new column.</param>
internal sealed record MeetingRow(string Id, string? Series, long Starts, long Ends, byte[] Body);
