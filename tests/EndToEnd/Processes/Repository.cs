namespace ConfEngine.EndToEnd.Processes;

/// <summary>Where things lie in the working tree that this test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program under test, built in the same configuration as this test.</summary>
    public static string Program { get; } = FindProgram();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConfEngine.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No ConfEngine.sln above {AppContext.BaseDirectory}: run the tests from the working tree.");
    }

    private static string FindProgram()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.Combine(Root, ".artifacts", "bin", "Kiosk", configuration, "confengine");
        return File.Exists(path) ? path : throw new InvalidOperationException($"{path} is missing: build host/Kiosk in the same configuration.");
    }
}
