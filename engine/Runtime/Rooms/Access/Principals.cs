namespace ConfEngine.Runtime.Rooms.Access;

/// <summary>Who a client is, as the check at the door says.</summary>
public static class Principals
{
    /// <summary>Somebody at this machine.</summary>
    public const string Local = "local";

    /// <summary>Somebody with the operator's token.</summary>
    public const string Operator = "operator";

    /// <summary>Somebody with the code that is shown on the wall.</summary>
    public const string Guest = "guest";

    /// <summary>Whether a principal may do what the wall's own controller may.</summary>
    public static bool IsOperator(string principal) => principal is Local or Operator;
}
