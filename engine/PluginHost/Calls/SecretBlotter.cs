using System.Text;
using ConfEngine.Contract.Errors;

namespace ConfEngine.PluginHost.Calls;

/// <summary>Takes a plugin's secrets, and what breaks a line, out of everything it says that people will read.</summary>
internal sealed class SecretBlotter
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Blot = "•••";

    private const int LongestLine = 1024;
    private const int LongestCode = 64;

    // Below this length a secret is blotted only where it stands alone; else the letter "a" would take every a with it.
    private const int Short = 4;

    private readonly string[] _secrets;

    /// <summary>Blots the given secrets.</summary>
    public SecretBlotter(IEnumerable<string> secrets) =>
        // The longest first, so that none leaves its tail behind when another is its beginning. URLs carry secrets in escaped form.
        _secrets = [.. secrets.Where(secret => secret.Length > 0).SelectMany(secret => (string[])[secret, Uri.EscapeDataString(secret)]).Distinct().OrderByDescending(secret => secret.Length)];

    /// <summary>For plugins without secrets.</summary>
    public static SecretBlotter None { get; } = new([]);

    /// <summary>One line of at most 1024 characters without secrets.</summary>
    public string Clean(string text)
    {
        foreach (var secret in _secrets) text = secret.Length < Short ? ReplaceWord(text, secret) : text.Replace(secret, Blot, StringComparison.Ordinal);
        if (text.Length > LongestLine) text = text[..(LongestLine - 1)] + "…";
        return HasControls(text) ? string.Create(text.Length, text, static (line, from) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        }) : text;
    }

    /// <summary>The same error without secrets, each text within its length.</summary>
    public ContractError Clean(ContractError error) => error with
    {
        Code = Cut(error.Code.Length == 0 ? ErrorCodes.VendorUnknown : error.Code),
        Message = Clean(error.Message),
        Field = error.Field is { } field ? Cut(field) : null,
        VendorCode = error.VendorCode is { } code ? Cut(code) : null,
        VendorText = error.VendorText is { } text ? Clean(text) : null,
        Platform = error.Platform is { } platform ? Cut(platform) : null,
    };

    private static bool HasControls(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) || c is '\u2028' or '\u2029') return true;
        return false;
    }

    private static string ReplaceWord(string text, string secret)
    {
        StringBuilder? result = null;
        var from = 0;
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + secret.Length, StringComparison.Ordinal))
        {
            var end = at + secret.Length;
            if ((at > 0 && char.IsLetterOrDigit(text[at - 1])) || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            result ??= new StringBuilder();
            result.Append(text, from, at - from).Append(Blot);
            from = end;
        }

        return result is null ? text : result.Append(text, from, text.Length - from).ToString();
    }

    private string Cut(string text)
    {
        var clean = Clean(text);
        return clean.Length <= LongestCode ? clean : clean[..LongestCode];
    }
}
