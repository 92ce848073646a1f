using ConfEngine.Contract.Manifest;
using ConfEngine.Core.Media;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>Reads a manifest for a command.</summary>
internal static class ManifestFile
{
    /// <summary>Reads one.</summary>
    /// <exception cref="MediaException">It cannot be read; one line with the remedy.</exception>
    public static PluginManifest Read(string file)
    {
        try
        {
            return ManifestReader.TryRead(File.ReadAllBytes(file), out var manifest, out var error) ? manifest : throw new MediaException($"{file}: {error}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"{file} cannot be read: {e.Message}", e);
        }
    }
}
