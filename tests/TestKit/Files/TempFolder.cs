namespace ConfEngine.TestKit.Files;

/// <summary>A folder that goes away with its test.</summary>
public sealed class TempFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("confengine-test-").FullName;

    /// <summary>The full path of a file in it.</summary>
    public string this[string name] => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
