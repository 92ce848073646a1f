using System.Text;
using System.Text.Json;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Fuzz.Targets;

internal static class RpcTargets
{
    private static readonly string[] s_seeds =
    [
        """{"jsonrpc":"2.0","id":1,"method":"test.all","params":{"text":"é\u0000","whole":3,"number":-2.5e3,"flag":true,"choice":"a","texts":["x","y"],"object":{"text":"z"}}}""",
        """{"jsonrpc":"2.0","id":"a","method":"test.all","params":["t",1,2,false,"b",[],{}]}""",
        """[{"jsonrpc":"2.0","id":null,"method":"test.none"},{"jsonrpc":"2.0","method":"test.none","params":{}},{"jsonrpc":"2.0","id":2,"method":"no.such"}]""",
    ];

    private static readonly byte[][] s_words =
    [
        .. new[] { "\"id\":", "\"jsonrpc\":\"2.0\"", "\"method\":\"test.all\"", "\"params\":", "{", "}", "[", "]", ",", "\"\\ud800\"", "1e400", "-0", "9223372036854775808", "null", "\"\"", "\\u", "\uFEFF", "true", "0.1e-999", "//" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static FuzzTarget Messages()
    {
        var limits = new RpcLimits { MessageBytes = 4000, BatchCalls = 4, Depth = 16 };
        var statistics = new RpcStatistics();
        var faults = new List<string>();
        var dispatcher = new RpcDispatcher(MakeMethods(), limits, statistics, (method, cause) => faults.Add($"{method}: {cause}"));
        return new FuzzTarget("json-rpc", [.. s_seeds.Select(Encoding.UTF8.GetBytes)], input =>
        {
            var message = RpcMessage.Parse(input, limits);
            Rules.Hold(message.Calls.Count >= 1);
            var answering = dispatcher.AnswerAsync(new StrangerPeer("stranger"), message, CancellationToken.None);
            Rules.Hold(answering.IsCompleted);
            if (faults.Count > 0) throw new InvalidOperationException(faults[0]);
            return Check(message, answering.Result);
        }) { Iterations = 20_000, MostAllocated = 512 * 1024, Words = s_words, MostBytes = 5000 };
    }

    private static int Check(RpcMessage message, byte[]? answer)
    {
        if (answer is null) return message.Calls.All(call => call.Id.IsAbsent) ? 1 : throw new InvalidOperationException("a call was not answered");
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        Rules.Hold(root.ValueKind == (message.IsBatch ? JsonValueKind.Array : JsonValueKind.Object));
        var outcome = 2;
        foreach (var one in message.IsBatch ? [.. root.EnumerateArray()] : new[] { root })
        {
            Rules.Hold(one.GetProperty("jsonrpc").GetString() == "2.0" && one.TryGetProperty("id", out _));
            var failed = one.TryGetProperty("error", out var error);
            Rules.Hold(failed != one.TryGetProperty("result", out _));
            if (!failed) outcome = (outcome * 31 + 7) & 0xffff;
            else outcome = (outcome * 31 + error.GetProperty("message").GetString()!.Count(char.IsAsciiLetter)) & 0xffff;
        }

        return outcome;
    }

    private static MethodTable MakeMethods()
    {
        var methods = new MethodTable();
        methods.Add("test.none", [], (_, _, _) => ValueTask.FromResult<Action<Utf8JsonWriter>?>(null));
        methods.Add("test.all", ["text", "whole", "number", "flag", "choice", "texts", "object"], (_, parameters, _) =>
        {
            var text = parameters.Text("text", 100);
            parameters.IntegerOrNull("whole", -10, 1000);
            parameters.NumberOrNull("number", -1e6, 1e6);
            parameters.FlagOrNull("flag");
            parameters.ChoiceOrNull("choice", "a", "b");
            parameters.Texts("texts", 3, 10);
            parameters.ObjectOrNull("object")?.TextOrNull("text", 10);
            return ValueTask.FromResult<Action<Utf8JsonWriter>?>(writer => writer.WriteStringValue(text));
        });
        return methods;
    }
}
