using System.Diagnostics;
using System.Runtime.InteropServices;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Processes;

/// <summary>The program, started as a user starts it, on a machine that has no display unless a test gives it one.</summary>
internal static class Confengine
{
    /// <summary>The program under test, built in the same configuration as this test.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>Runs it to its end.</summary>
    public static Outcome Run(params IEnumerable<string> arguments) => Child.Run(Program, Alone(arguments), Prepare);

    /// <summary>Runs it to its end in a folder, so that arguments can name the files there.</summary>
    public static Outcome RunIn(string folder, params IEnumerable<string> arguments) => Child.Run(Program, Alone(arguments), start =>
    {
        Prepare(start);
        start.WorkingDirectory = folder;
    });

    /// <summary>Runs it to its end with a changed environment.</summary>
    public static Outcome RunWith(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Child.Run(Program, Alone(arguments), start =>
        {
            Prepare(start);
            foreach (var (name, value) in environment) start.Environment[name] = value;
        });

    /// <summary>Starts it.</summary>
    public static Child Start(params IEnumerable<string> arguments) => Child.Start(Program, Alone(arguments), Prepare);

    /// <summary>The environment and folder of a plain run.</summary>
    public static void Prepare(ProcessStartInfo start)
    {
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
        // Not the state of whoever runs the tests.
        start.Environment["XDG_STATE_HOME"] = Checkout.At(".artifacts", "state");

        // shared/Microsoft.NETCore.App/VERSION/ below the folder that the program's start looks for.
        if (!start.Environment.ContainsKey("DOTNET_ROOT"))
            start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
    }

    /// <summary>A kiosk that is tested for its wall opens no room: the standard ports may belong to another program of this machine. Tests of rooms say
    /// where theirs listens.</summary>
    public static IEnumerable<string> Alone(IEnumerable<string> arguments)
    {
        var given = arguments.ToList();
        return given is ["kiosk", ..] && !given.Contains("--listen") && !given.Contains("--help") ? [.. given, "--listen", "none"] : given;
    }

    private static string FindProgram()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Checkout.At(".artifacts", "bin", "Kiosk", configuration, "confengine");
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is missing: build host/Kiosk in the same configuration.");
    }
}
