using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Contract.Manifest;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>The option that gives a plugin settings for one run.</summary>
/// <param name="command">The command's name, for its complaints.</param>
internal sealed class SettingOptions(string command)
{
    private readonly Option<string[]> _settings = new("--set")
    {
        Description = "A setting: NAME=VALUE, or NAME=@FILE for what stands in a file, which is the way for secrets. Repeat it for more.",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    public void AddTo(Command owner)
    {
        _settings.Validators.Add(Check);
        owner.Add(_settings);
    }

    /// <summary>The settings that were given, by name.</summary>
    /// <exception cref="UsageException">A secret stands on the command line, or a file cannot be read.</exception>
    public IReadOnlyDictionary<string, string> Read(ParseResult parsed, string folder)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var given = parsed.GetValue(_settings) ?? [];
        if (given.Length == 0) return values;
        var manifest = ManifestFile.Read(Path.Combine(folder, PluginManifest.FileName));
        foreach (var setting in given)
        {
            var (name, value) = (setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);
            if (!value.StartsWith('@') && manifest.Settings.Any(spec => spec.Name == name && spec.Type == SettingType.Secret))
                throw new UsageException($"plugin {command}: {name} is a secret, and other users see command lines: put it in a file, then --set {name}=@FILE");
            values[name] = value.StartsWith('@') ? ReadFile(value[1..]) : value;
        }

        return values;
    }

    private static void Check(OptionResult result)
    {
        foreach (var token in result.Tokens)
            if (token.Value.IndexOf('=') < 1)
                result.AddError($"--set {token.Value}: use NAME=VALUE or NAME=@FILE");
    }

    private string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"plugin {command}: {file} cannot be read: {e.Message}");
        }
    }
}
