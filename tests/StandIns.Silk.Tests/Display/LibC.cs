using System.Runtime.InteropServices;

namespace ConfEngine.StandIns.Silk.Tests.Display;

/// <summary>The environment that native code reads; .NET keeps a copy of its own.</summary>
internal static partial class LibC
{
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int UnsetEnvironment(string name);
}
