namespace ConfEngine.TestKit.Files;

/// <summary>The checkout that the tests were built from, as it lies on the disk.</summary>
public static class Checkout
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ConfEngine.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"ConfEngine.sln is in no folder above {AppContext.BaseDirectory}: run these tests from a checkout.");
    }
}
