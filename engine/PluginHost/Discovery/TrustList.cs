namespace ConfEngine.PluginHost.Discovery;

/// <summary>Which version of a plugin may run: <c>trust.json</c>, id to SHA-256 of its folder. Read anew each time, for the command line may write it while the
/// engine runs. Any thread.</summary>
/// <param name="dataFolder">Where the file lies.</param>
internal sealed class TrustList(string dataFolder)
{
    private readonly string _path = Path.Combine(dataFolder, "trust.json");
    private readonly Lock _gate = new();

    /// <summary>The digest that a plugin must have; null when it is not pinned. When the file cannot be read, a text that says so and that no digest equals: in doubt,
    /// nothing is trusted.</summary>
    public string? PinOf(string id)
    {
        lock (_gate) return JsonFile.TryReadTexts(_path, out var pins, out var error) ? pins.GetValueOrDefault(id) : error;
    }

    /// <summary>From now on only this version runs.</summary>
    public void Pin(string id, string digest) => Change(pins => pins[id] = digest);

    /// <summary>Any version runs again.</summary>
    public void Unpin(string id) => Change(pins => pins.Remove(id));

    private void Change(Action<Dictionary<string, string>> change)
    {
        lock (_gate)
        {
            if (!JsonFile.TryReadTexts(_path, out var pins, out var error)) throw new IOException(error);
            change(pins);
            JsonFile.Write(_path, new SortedDictionary<string, string>(pins, StringComparer.Ordinal));
        }
    }
}
