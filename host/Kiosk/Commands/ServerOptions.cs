using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Control.Client;

namespace ConfEngine.Kiosk.Commands;

/// <summary>The options that say which kiosk a command talks to.</summary>
internal sealed class ServerOptions
{
    private const string DefaultUrl = "http://127.0.0.1:8080";
    private const string TokenVariable = "CONFENGINE_TOKEN";
    private const int Sha256Bytes = 32;

    private readonly Option<ServerUrl?> _url = new("--url")
    {
        Description = $"The kiosk: {ServerUrl.Form}, or the address of its join page. Default: {DefaultUrl}.",
        HelpName = "URL",
        CustomParser = ParseUrl,
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = $"What opens its door; not needed on the same machine. Default: the variable {TokenVariable}, which other users cannot read.",
        HelpName = "TOKEN",
    };

    private readonly Option<bool> _insecure = new("--insecure") { Description = "Take any certificate. Somebody on the way could read the token." };

    private readonly Option<byte[]?> _pin = new("--pin")
    {
        Description = "Take only the certificate with this SHA-256, 64 hexadecimal digits.",
        HelpName = "HEX",
        CustomParser = ParsePin,
    };

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_token);
        command.Add(_insecure);
        command.Add(_pin);
    }

    public RpcClientOptions Read(ParseResult parsed)
    {
        var url = parsed.GetValue(_url) ?? Parse(DefaultUrl)!;
        var token = parsed.GetValue(_token) ?? url.Token ?? Environment.GetEnvironmentVariable(TokenVariable);
        return new RpcClientOptions(url)
        {
            Token = string.IsNullOrEmpty(token) ? null : token,
            TrustAny = parsed.GetValue(_insecure) || url.IsLoopback,
            PinnedSha256 = parsed.GetValue(_pin) is { } pin ? pin : null,
        };
    }

    private static ServerUrl? Parse(string text) => ServerUrl.TryParse(text, out var url) ? url : null;

    private static ServerUrl? ParseUrl(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Parse(text) is { } url) return url;
        result.AddError($"--url {text}: use {ServerUrl.Form}");
        return null;
    }

    private static byte[]? ParsePin(ArgumentResult result)
    {
        var digits = result.Tokens[0].Value.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length == Sha256Bytes * 2 && digits.All(char.IsAsciiHexDigit)) return Convert.FromHexString(digits);
        result.AddError("--pin: use the certificate's SHA-256, 64 hexadecimal digits");
        return null;
    }
}
