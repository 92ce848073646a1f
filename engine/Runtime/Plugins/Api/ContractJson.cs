using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConfEngine.Contract.Errors;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Runtime.Plugins.Api;

/// <summary>The contract's messages as the control API writes them: the same fields in camelCase, enums as words.</summary>
internal static class ContractJson
{
    /// <summary>The rules. A field that the message does not know is an error.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        MaxDepth = 16,
    };

    /// <summary>A plugin's error as the control API's.</summary>
    public static RpcException Refusal(ContractError error)
    {
        var isNumber = long.TryParse(error.VendorCode, out var number);
        var text = isNumber || error.VendorCode is null ? error.VendorText : $"{error.VendorCode}: {error.VendorText}".TrimEnd(' ', ':');
        return RpcException.Refused(error.Code.Length > 0 ? error.Code : ErrorCodes.Internal, Line(error), error.Field is { } field ? Camel(field) : null, isNumber ? number : null, text);
    }

    /// <summary>Runs a call of a plugin; its errors become the control API's.</summary>
    public static async Task<T> RunAsync<T>(Task<T> call)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (ContractException failure)
        {
            throw Refusal(failure.Error);
        }
    }

    private static string Line(ContractError error) =>
        (error.Platform is { } platform ? $"{error.Message} ({platform})" : error.Message).ReplaceLineEndings(" ");

    // duration_minutes -> durationMinutes; what else a plugin calls a field is passed on.
    private static string Camel(string field)
    {
        var camel = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] == '_' && i + 1 < field.Length) camel.Append(char.ToUpperInvariant(field[++i]));
            else camel.Append(field[i]);
        }

        return camel.ToString();
    }
}
