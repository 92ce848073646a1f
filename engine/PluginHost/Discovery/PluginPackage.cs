using ConfEngine.Contract.Manifest;

namespace ConfEngine.PluginHost.Discovery;

/// <summary>One plugin folder that was looked at: its manifest, and the copy of it that can be run.</summary>
/// <param name="Folder">The folder it was found in.</param>
/// <param name="Manifest">What its manifest says.</param>
/// <param name="Digest">SHA-256 of the copy, in lower-case hexadecimal.</param>
/// <param name="RunFolder">The copy: nobody changes it any more.</param>
/// <param name="BuiltIn">Whether it came with the program.</param>
internal sealed record PluginPackage(string Folder, PluginManifest Manifest, string Digest, string RunFolder, bool BuiltIn);
