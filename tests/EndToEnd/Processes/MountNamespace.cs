using System.Diagnostics;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Processes;

/// <summary>Runs the program on a machine whose file system looks different to it alone: Linux mount namespaces (unshare(1)).</summary>
internal static class MountNamespace
{
    private static readonly Lazy<string[]> s_unshare = new(FindUnshare);

    /// <summary>Runs the program with other file systems over some folders.</summary>
    /// <param name="script">Shell commands that mount them; the folder names are its arguments $1, $2 and so on.</param>
    /// <param name="folders">Those arguments.</param>
    /// <param name="prepare">Changes the environment.</param>
    /// <param name="arguments">Of the program.</param>
    public static Outcome Run(string script, string[] folders, Action<ProcessStartInfo> prepare, params string[] arguments)
    {
        string[] shell = ["sh", "-ec", $"{script}; shift {folders.Length}; exec \"$@\"", "sh", .. folders, Confengine.Program, .. arguments];
        return Child.Run("unshare", [.. s_unshare.Value, .. shell], start =>
        {
            Confengine.Prepare(start);
            prepare(start);
        });
    }

    // As an ordinary user where the kernel lets users have namespaces, else as root where a container does not let root have user namespaces.
    private static string[] FindUnshare()
    {
        string[][] ways = [["-rm"], ["-m"]];
        var tried = new List<Outcome>();
        foreach (var way in ways)
        {
            var outcome = Child.Run("unshare", [.. way, "mount", "-t", "tmpfs", "none", "/mnt"]);
            if (outcome.ExitCode == 0) return way;
            tried.Add(outcome);
        }

        throw new InvalidOperationException(
            $"This test needs a mount namespace. Run it as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1).\n{string.Join('\n', tried)}");
    }
}
