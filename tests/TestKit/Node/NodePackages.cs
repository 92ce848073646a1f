using System.Diagnostics;
using System.Security.Cryptography;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.TestKit.Node;

/// <summary>The npm packages that tests use in Node, installed once for a checkout, exactly as package-lock.json says.</summary>
public static class NodePackages
{
    private static readonly Lock s_gate = new();
    private static bool s_ready;

    /// <summary>Where scripts must lie, or be told to look: the folder that <c>node_modules</c> is in.</summary>
    public static string Folder { get; } = Checkout.At(".artifacts", "node");

    /// <summary>Runs a script that may import the packages.</summary>
    /// <param name="script">An ES module's text. Its own copy beside node_modules is what runs, for that is where Node looks.</param>
    /// <param name="arguments">What it finds in process.argv.</param>
    public static Outcome Run(string script, params ReadOnlySpan<string> arguments)
    {
        Install();
        var file = Path.Combine(Folder, $"{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)))[..16]}-{Environment.ProcessId}.mjs");
        File.WriteAllText(file, script);
        try
        {
            return Child.Run("node", [file, .. arguments]).Expect(0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Installs what is not there yet. Several test projects may ask at once; one works and the others wait.</summary>
    /// <exception cref="InvalidOperationException">npm is missing, or it failed; the message says what it said.</exception>
    public static void Install()
    {
        lock (s_gate)
        {
            if (s_ready) return;
            Directory.CreateDirectory(Folder);
            using var gate = File.OpenHandle(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (LibC.LockFile(gate, LibC.LockExclusively) != 0) throw new IOException($"{Folder}/lock cannot be locked");
            InstallLocked();
            s_ready = true;
        }
    }

    private static void InstallLocked()
    {
        string[] files = ["package.json", "package-lock.json"];
        var wanted = string.Concat(files.Select(name => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Source(name))))));
        var stamp = Path.Combine(Folder, "stamp");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted) return;
        foreach (var name in files) File.Copy(Source(name), Path.Combine(Folder, name), overwrite: true);
        Outcome outcome;
        try
        {
            outcome = Child.Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], At);
        }
        catch (InvalidOperationException missing)
        {
            throw new InvalidOperationException("npm is missing: apt-get install nodejs npm (./test does it: see .packages)", missing);
        }

        if (outcome.ExitCode != 0) throw new InvalidOperationException($"npm could not install what {Source("package-lock.json")} lists; the feed must have it. {outcome}");
        File.WriteAllText(stamp, wanted);
    }

    private static void At(ProcessStartInfo start) => start.WorkingDirectory = Folder;

    private static string Source(string name) => Checkout.At("tests", "TestKit", "Node", name);
}
