namespace ConfEngine.TestKit.Processes;

/// <summary>Numbers of signals (signal(7)).</summary>
public static class Signals
{
    public const int Interrupt = 2;
    public const int Terminate = 15;
}
