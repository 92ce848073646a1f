using System.Text;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Plugins;

/// <summary>Reads a secret where nobody can look over a shoulder.</summary>
internal static class SecretPrompt
{
    private const int MostCharacters = 4096;

    /// <summary>From the terminal without showing it, or the first line of standard input where that is no terminal.</summary>
    public static string Read(string prompt)
    {
        if (Console.IsInputRedirected) return (Console.In.ReadLine() ?? "").TrimEnd('\r');
        Console.Error.Write(prompt);
        var secret = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter) break;
            if (key.Key == ConsoleKey.Backspace) secret.Length = Math.Max(0, secret.Length - 1);
            else if (!char.IsControl(key.KeyChar)) secret.Append(key.KeyChar);
            if (secret.Length > MostCharacters) throw new MediaException($"a secret of more than {MostCharacters} characters: it was probably not meant to be one");
        }

        Console.Error.WriteLine();
        return secret.ToString();
    }
}
