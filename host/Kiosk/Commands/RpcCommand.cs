using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConfEngine.Control.Client;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Core.Media;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine rpc</c>: one call of a running kiosk's control API.</summary>
internal static class RpcCommand
{
    // A person reads it, so Chinese stays Chinese; it goes to no web page.
    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var method = new Argument<string?>("method") { Description = "Such as room.list.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Argument<string?>("json") { Description = "Its parameters as a JSON object or array.", Arity = ArgumentArity.ZeroOrOne };
        var server = new ServerOptions();
        var command = new Command("rpc", "Call the control API of a running kiosk, and print the result as JSON.") { method, json };
        server.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(method) is null) result.AddError("rpc: name the method to call, such as room.list");
        });
        command.SetAction((parsed, cancel) => RunAsync(server.Read(parsed), parsed.GetValue(method)!, parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(RpcClientOptions options, string method, string? json, CancellationToken cancel)
    {
        using var parameters = json is null ? null : Parse(json);
        await using var client = await RpcClient.ConnectAsync(options, static (_, _) => { }, cancel);
        try
        {
            var result = await client.CallAsync(method, parameters is null ? null : parameters.RootElement.WriteTo, cancel);
            Console.Out.WriteLine(Readable(result));
            return 0;
        }
        catch (RpcException refused)
        {
            throw new MediaException(Line(refused.Error), refused);
        }
    }

    /// <summary>An error on one line, its code first, for scripts compare it.</summary>
    internal static string Line(RpcError error)
    {
        var code = error.NeutralCode ?? error.Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var vendor = error.VendorCode is { } number ? $" [{number}{(error.VendorText is { } text ? " " + text : "")}]" : "";
        return $"{code}: {error.Message}{vendor}";
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            // Strings are only read when they are written: half a surrogate pair would be found too late.
            Readable(document.RootElement);
            if (document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return document;
            document.Dispose();
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("rpc: the parameters have half a surrogate pair in a string: write the character itself, or both halves");
        }
        catch (JsonException e)
        {
            throw new UsageException($"rpc: the parameters are no JSON ({e.Message}); quote them for the shell: '{{\"room\":\"lobby\"}}'");
        }

        throw new UsageException("rpc: the parameters are an object or an array: '{\"room\":\"lobby\"}'");
    }

    /// <summary>JSON for a person: indented, and every script as it is.</summary>
    internal static string Readable(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_readable)) value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
