namespace ConfEngine.Conference.Identity;

/// <summary>One participant's signed-in connection. The host program gives out the numbers, each once and never again, so that news of an old
/// connection cannot be taken for news of the one that replaced it.</summary>
/// <param name="Value">1 and up.</param>
public readonly record struct SessionId(long Value)
{
    /// <summary>The wall's own controller, which may do everything in every room and is a member of none.</summary>
    public static SessionId Operator => default;

    /// <summary>True for the wall's own controller.</summary>
    public bool IsOperator => Value == 0;
}
