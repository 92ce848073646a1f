namespace ConfEngine.PluginHost.Tests.Discovery;

/// <summary>Makes plugin folders.</summary>
internal static class PluginFolder
{
    /// <summary>The manifest of an executable.</summary>
    public static string Manifest(string id, string version = "1.0.0", string program = "./run.sh", string more = "") =>
        $$"""{"id":"{{id}}","name":"{{id}}","version":"{{version}}","contract":{"from":1,"to":1},"capabilities":["booking"],"run":"executable","command":["{{program}}"]{{more}}}""";

    /// <summary>Writes a folder with a manifest and a program.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string path, string id, string version = "1.0.0", string program = "exit 0")
    {
        Directory.CreateDirectory(path);
        WriteProgram(Path.Combine(path, "run.sh"), program);
        File.WriteAllText(Path.Combine(path, "plugin.json"), Manifest(id, version));
        return path;
    }

    /// <summary>Writes a shell script that can be started.</summary>
    public static void WriteProgram(string path, string program)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{program}\n");
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
