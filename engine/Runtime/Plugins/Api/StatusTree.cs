using System.Buffers;
using System.Text.Json;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary>What the kiosk says of itself, as one tree of names; and who wants to know of changes where.</summary>
internal sealed class StatusTree
{
    /// <summary>The most subscriptions of all clients together.</summary>
    public const int MostSubscriptions = 256;

    private readonly SortedDictionary<string, Action<Utf8JsonWriter>> _branches = new(StringComparer.Ordinal);
    private readonly Dictionary<(IRpcPeer Peer, string Path), string> _subscriptions = [];
    private readonly Lock _gate = new();

    /// <summary>Adds a branch at the root; before the first use.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes one JSON value; any thread.</param>
    public void Add(string name, Action<Utf8JsonWriter> write) => _branches.Add(name, write);

    /// <summary>The names at the root.</summary>
    public IEnumerable<string> Names => _branches.Keys;

    /// <summary>What is at a path, as JSON; null when there is nothing.</summary>
    /// <param name="path">Names and positions with slashes: <c>plugins/plugins/0/state</c>; entries with an id may be named by it. Empty for all.</param>
    public string? Read(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0 && !_branches.ContainsKey(parts[0])) return null;
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, write) in _branches)
            {
                if (parts.Length > 0 && name != parts[0]) continue;
                writer.WritePropertyName(name);
                write(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var at = document.RootElement;
        foreach (var part in parts)
            if (!TryStep(ref at, part))
                return null;
        return at.GetRawText();
    }

    /// <summary>Tells <paramref name="peer"/> of changes at a path from now on.</summary>
    /// <returns>False when there are too many subscriptions.</returns>
    public bool TrySubscribe(IRpcPeer peer, string path)
    {
        var now = Read(path) ?? "null";
        lock (_gate)
        {
            Sweep();
            if (_subscriptions.Count >= MostSubscriptions && !_subscriptions.ContainsKey((peer, path))) return false;
            _subscriptions[(peer, path)] = now;
            return true;
        }
    }

    /// <summary>Ends a subscription; an unknown one is passed over.</summary>
    public void Unsubscribe(IRpcPeer peer, string path)
    {
        lock (_gate) _subscriptions.Remove((peer, path));
    }

    /// <summary>Looks for changes and tells of them.</summary>
    public void Touch()
    {
        (IRpcPeer Peer, string Path)[] subscriptions;
        lock (_gate)
        {
            if (_subscriptions.Count == 0) return;
            Sweep();
            subscriptions = [.. _subscriptions.Keys];
        }

        foreach (var byPath in subscriptions.GroupBy(subscription => subscription.Path, StringComparer.Ordinal))
        {
            var text = Read(byPath.Key) ?? "null";
            foreach (var (peer, path) in byPath)
                if (IsNews(peer, path, text))
                    peer.Notify("status.changed", writer => Write(writer, path, text));
        }
    }

    private static void Write(Utf8JsonWriter writer, string path, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("path"u8, path);
        writer.WritePropertyName("value"u8);
        writer.WriteRawValue(value, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private bool IsNews(IRpcPeer peer, string path, string text)
    {
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue((peer, path), out var last) || last == text) return false;
            _subscriptions[(peer, path)] = text;
            return true;
        }
    }

    private void Sweep()
    {
        foreach (var gone in _subscriptions.Keys.Where(key => key.Peer.Closed.IsCompleted).ToArray()) _subscriptions.Remove(gone);
    }

    private static bool TryStep(ref JsonElement at, string part)
    {
        if (at.ValueKind == JsonValueKind.Object) return at.TryGetProperty(part, out at);
        if (at.ValueKind != JsonValueKind.Array) return false;
        if (int.TryParse(part, out var index))
        {
            if (index < 0 || index >= at.GetArrayLength()) return false;
            at = at[index];
            return true;
        }

        foreach (var entry in at.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("id", out var id) || !id.ValueEquals(part)) continue;
            at = entry;
            return true;
        }

        return false;
    }
}
