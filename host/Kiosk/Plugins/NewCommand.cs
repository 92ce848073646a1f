using System.CommandLine;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Commands;

namespace ConfEngine.Kiosk.Plugins;

/// <summary><c>plugin new</c>: the folder of a plugin that works, to be changed into one's own.</summary>
internal static class NewCommand
{
    /// <summary>Where a .NET plugin's build puts the folder that is the plugin.</summary>
    public const string Output = "out";

    public static Command Create()
    {
        var capability = new Argument<string>("capability") { Description = $"What it is to do: {string.Join(", ", PluginName.Capabilities)}." };
        capability.AcceptOnlyFromAmong([.. PluginName.Capabilities]);
        var name = new Argument<string>("name") { Description = $"What it is called: {PluginName.Form}." };
        var language = new Option<string>("--language") { Description = $"In which language: {string.Join(", ", Template.Languages)}.", HelpName = "NAME", DefaultValueFactory = _ => Template.Languages[0] };
        language.AcceptOnlyFromAmong([.. Template.Languages]);
        var output = new Option<string?>("--output") { Description = "The folder to make. Default: one of the plugin's name, here.", HelpName = "DIR" };
        var command = new Command("new", "Make the folder of a plugin that works, to be changed into your own.") { capability, name, language, output };
        command.SetAction(parsed => Run(parsed.GetValue(capability)!, parsed.GetValue(name)!, parsed.GetValue(language)!, parsed.GetValue(output)));
        return command;
    }

    private static int Run(string capability, string text, string language, string? output)
    {
        if (!PluginName.TryParse(text, capability, out var name)) throw new UsageException($"plugin new: '{text}' cannot be its name: use {PluginName.Form}");
        if (Template.Find(language, capability) is not { } template)
            throw new UsageException($"plugin new: there is no {capability} in {language}; in {language} there is {string.Join(", ", Template.CapabilitiesIn(language))}, and {capability} is there in {Others(capability)}");
        var folder = Path.GetFullPath(output ?? name.Folder);
        Write(folder, template.For(name, AppContext.BaseDirectory));
        Console.Out.WriteLine($"{folder}: {name.Id}, a plugin that works. Next:");
        foreach (var step in Steps(folder, name, language)) Console.Out.WriteLine($"  {step}");
        return 0;
    }

    private static string Others(string capability) => string.Join(", ", Template.Languages.Where(language => Template.CapabilitiesIn(language).Contains(capability)));

    private static void Write(string folder, IEnumerable<(string File, string Text)> files)
    {
        try
        {
            if (File.Exists(folder) || Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new MediaException($"{folder} is there already and is not overwritten: choose another name, or name a folder with --output DIR");
            Directory.CreateDirectory(folder);
            foreach (var (file, text) in files) File.WriteAllText(Path.Combine(folder, file), text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException($"cannot write {folder}: {e.Message}; name another folder with --output DIR", e);
        }
    }

    private static IEnumerable<string> Steps(string folder, PluginName name, string language)
    {
        yield return $"cd {folder}";
        if (language == "csharp") yield return "dotnet build                    # makes out/, which is the plugin";
        if (language == "node") yield return "npm install                     # fetches @msgpack/msgpack";
        var plugin = language == "csharp" ? Output : ".";
        yield return $"confengine plugin test {plugin,-8} # checks it against the contract";
        yield return $"confengine plugin run {plugin,-9} # runs it and shows what it does";
        yield return $"cp -r {(language == "csharp" ? Output : folder)} STATE/plugins/{name.Folder}   # the running kiosk takes it on; `confengine plugin list` names the folder";
    }
}
