using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConfEngine.EndToEnd.Processes;

/// <summary>The program, started as a user starts it, on a machine that has no display unless a test gives it one.</summary>
internal static class Confengine
{
    /// <summary>Runs it to its end.</summary>
    public static Outcome Run(params IEnumerable<string> arguments) => Child.Run(Repository.Program, arguments, Prepare);

    /// <summary>Runs it to its end in a folder, so that arguments can name the files there.</summary>
    public static Outcome RunIn(string folder, params IEnumerable<string> arguments) => Child.Run(Repository.Program, arguments, start =>
    {
        Prepare(start);
        start.WorkingDirectory = folder;
    });

    /// <summary>Runs it to its end with a changed environment.</summary>
    public static Outcome RunWith(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Child.Run(Repository.Program, arguments, start =>
        {
            Prepare(start);
            foreach (var (name, value) in environment) start.Environment[name] = value;
        });

    /// <summary>Starts it.</summary>
    public static Child Start(params IEnumerable<string> arguments) => Child.Start(Repository.Program, arguments, Prepare);

    /// <summary>The environment and folder of a plain run.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");

        // shared/Microsoft.NETCore.App/VERSION/ below the folder that the program's start looks for.
        if (!start.Environment.ContainsKey("DOTNET_ROOT"))
            start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
    }
}
