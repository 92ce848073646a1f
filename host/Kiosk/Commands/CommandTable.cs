using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ConfEngine.Core.Media;
using ConfEngine.Kiosk.Plugins;

namespace ConfEngine.Kiosk.Commands;

/// <summary>The commands of <c>confengine</c>, and what their outcomes mean to a shell: 0 done, 1 failed, 2 wrong usage.</summary>
internal static class CommandTable
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    public static int Run(string[] args)
    {
        var root = new RootCommand("ConfEngine turns a screen into a conference room.")
        {
            KioskCommand.Create(),
            ComposeCommand.Create(),
            DoctorCommand.Create(),
            BenchCommand.Create(),
            RpcCommand.Create(),
            BotsCommand.Create(),
            PluginCommand.Create(),
            BenchServerCommand.Create(),
        };
        var parsed = root.Parse(WithDefaultCommand(args));
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"confengine: {Complaint(parsed)}");
            Console.Error.WriteLine($"Try: confengine {NameOf(parsed)}--help");
            return WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (MediaException exception)
        {
            Console.Error.WriteLine($"confengine: {exception.Message}");
            return Failed;
        }
        catch (UsageException exception)
        {
            Console.Error.WriteLine($"confengine: {exception.Message}");
            return WrongUsage;
        }
    }

    private static string[] WithDefaultCommand(string[] args)
    {
        var isGlobal = args is ["--help" or "-h" or "-?" or "--version", ..];
        var namesCommand = args.Length > 0 && !args[0].StartsWith('-');
        return isGlobal || namesCommand ? args : ["kiosk", .. args];
    }

    // One mistake often makes several errors; what nobody understood explains the others. A list of what is allowed comes in several lines.
    private static string Complaint(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not known here" : string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // "plugin new " for a command within another.
    private static string NameOf(ParseResult parsed)
    {
        var name = "";
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand } named; result = named.Parent) name = named.Command.Name + " " + name;
        return name;
    }
}
