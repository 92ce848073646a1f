namespace ConfEngine.TestKit.Processes;

/// <summary>The environment of this very process. .NET keeps a copy of its own, and native libraries read the C library's: both are changed.</summary>
public static class OwnEnvironment
{
    /// <summary>Gives a variable a value, or takes it away (null).</summary>
    public static void Set(string name, string? value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (value is null) LibC.UnsetEnvironment(name);
        else LibC.SetEnvironment(name, value, 1);
    }
}
