using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ConfEngine.PluginHost.Loading;

/// <summary>What an assembly says of itself, read without loading it: nothing of it is run.</summary>
/// <param name="References">The assemblies that it was compiled against.</param>
internal sealed record AssemblyFacts(IReadOnlyList<AssemblyName> References)
{
    /// <summary>Reads a file; null when it is no .NET assembly.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static AssemblyFacts? Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            using var image = new PEReader(file);
            if (!image.HasMetadata) return null;
            var metadata = image.GetMetadataReader();
            return metadata.IsAssembly ? new AssemblyFacts([.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())]) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>The version that it was compiled against; null when it does not use that assembly.</summary>
    public Version? VersionOf(string name) => References.FirstOrDefault(reference => reference.Name == name)?.Version;
}
