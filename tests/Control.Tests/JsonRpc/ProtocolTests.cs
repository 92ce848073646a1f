using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConfEngine.Control.JsonRpc;

namespace ConfEngine.Control.Tests.JsonRpc;

public sealed class ProtocolTests
{
    // JSON-RPC 2.0, section 7; errors without their free text. "" stands for no answer.
    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}""", """{"jsonrpc":"2.0","result":19,"id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":[23,42],"id":2}""", """{"jsonrpc":"2.0","result":-19,"id":2}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":{"subtrahend":23,"minuend":42},"id":3}""", """{"jsonrpc":"2.0","result":19,"id":3}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":{"minuend":42,"subtrahend":23},"id":4}""", """{"jsonrpc":"2.0","result":19,"id":4}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"update","params":[1,2,3,4,5]}""", "")]
    [InlineData("""{"jsonrpc":"2.0","method":"foobar"}""", "")]
    [InlineData("""{"jsonrpc":"2.0","method":"foobar","id":"1"}""", """{"jsonrpc":"2.0","error":{"code":-32601},"id":"1"}""")]
    [InlineData("""{"jsonrpc":"2.0","method":"foobar,"params":"bar","baz]""", """{"jsonrpc":"2.0","error":{"code":-32700},"id":null}""")]
    [InlineData("""{"jsonrpc":"2.0","method":1,"params":"bar"}""", """{"jsonrpc":"2.0","error":{"code":-32600},"id":null}""")]
    [InlineData("""[{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method"]""", """{"jsonrpc":"2.0","error":{"code":-32700},"id":null}""")]
    [InlineData("[]", """{"jsonrpc":"2.0","error":{"code":-32600},"id":null}""")]
    [InlineData("[1]", """[{"jsonrpc":"2.0","error":{"code":-32600},"id":null}]""")]
    [InlineData("[1,2]", """[{"jsonrpc":"2.0","error":{"code":-32600},"id":null},{"jsonrpc":"2.0","error":{"code":-32600},"id":null}]""")]
    [InlineData(
        """[{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},{"jsonrpc":"2.0","method":"update","params":[7]},{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":"2"},{"foo":"boo"},{"jsonrpc":"2.0","method":"foo.get","params":{"name":"myself"},"id":"5"},{"jsonrpc":"2.0","method":"getData","id":"9"}]""",
        """[{"jsonrpc":"2.0","result":7,"id":"1"},{"jsonrpc":"2.0","result":19,"id":"2"},{"jsonrpc":"2.0","error":{"code":-32600},"id":null},{"jsonrpc":"2.0","error":{"code":-32601},"id":"5"},{"jsonrpc":"2.0","result":["hello",5],"id":"9"}]""")]
    [InlineData("""[{"jsonrpc":"2.0","method":"update","params":[1,2,4]},{"jsonrpc":"2.0","method":"update","params":[7]}]""", "")]
    public async Task The_specifications_examples_are_answered_as_it_says(string request, string answer) =>
        Assert.Equal(answer, WithoutText(await AskAsync(request)));

    [Theory]
    [InlineData("""{"jsonrpc":"1.0","method":"getData","id":7}""", -32600, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"getData","id":[7]}""", -32600, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"getData","params":"bar","id":7}""", -32600, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"getData","id":7,"id":8}""", -32700, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"\ud800","id":7}""", -32700, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":[1],"id":7}""", -32602, "subtrahend")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":["1",2],"id":7}""", -32602, "minuend")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":[1,1e9],"id":7}""", -32602, "subtrahend")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":[1,2,3],"id":7}""", -32602, "[2]")]
    [InlineData("""{"jsonrpc":"2.0","method":"subtract","params":{"minuend":1,"other":2},"id":7}""", -32602, "other")]
    [InlineData("""{"jsonrpc":"2.0","method":"room.fail","id":7}""", -32000, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"room.break","id":7}""", -32603, null)]
    [InlineData("""{"jsonrpc":"2.0","method":"room.halfWritten","id":7}""", -32603, null)]
    public async Task A_wrong_call_gets_its_code_and_the_field(string request, int code, string? field)
    {
        var error = JsonNode.Parse(await AskAsync(request))!["error"]!;
        Assert.Equal(code, (int)error["code"]!);
        Assert.Equal(field, (string?)error["data"]?["field"]);
        Assert.DoesNotContain("hunter2", error.ToJsonString());
    }

    [Fact]
    public async Task A_refusal_carries_the_neutral_code_and_the_vendors_own()
    {
        var error = JsonNode.Parse(await AskAsync("""{"jsonrpc":"2.0","method":"room.refuse","id":null}"""))!["error"]!;
        Assert.Equal("""{"code":"room-full","field":"room","vendorCode":1002034,"vendorText":"user count exceeds"}""", error["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("1.50")]
    [InlineData("-0")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"\\u4f1a议\"")]
    public async Task An_id_comes_back_as_it_was_written(string id) =>
        Assert.EndsWith($"\"id\":{id}}}", await AskAsync($$"""{"jsonrpc":"2.0","method":"sum","params":[1,2,3],"id":{{id}}}"""));

    [Fact]
    public void Size_count_depth_and_encoding_are_bounded()
    {
        var limits = new RpcLimits { MessageBytes = 200, BatchCalls = 2, Depth = 4, IdBytes = 4 };
        Assert.Equal(-32600, Code(new string(' ', 201)));
        Assert.Equal(-32600, Code("[1,2,3]"));
        Assert.Equal(-32700, Code("[[[[[]]]]]"));
        Assert.Equal(-32600, Code("[[[[]]]]"));
        Assert.Equal(-32600, Code("""{"jsonrpc":"2.0","method":"a","id":"123"}"""));
        Assert.Null(RpcMessage.Parse("""{"jsonrpc":"2.0","method":"a","id":"12"}"""u8, limits).Calls[0].Error);
        Assert.Equal(-32700, RpcMessage.Parse([0x22, 0xFF, 0x22], limits).Calls[0].Error!.Code);

        int Code(string text) => RpcMessage.Parse(Encoding.UTF8.GetBytes(text), limits).Calls[0].Error!.Code;
    }

    [Fact]
    public async Task Whatever_comes_in_the_answer_is_JSON_RPC_and_nothing_throws()
    {
        var seeds = new[]
        {
            """{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}""",
            """[{"jsonrpc":"2.0","method":"sum","params":{"a":1,"b":2,"c":"\u4f1a"},"id":"é"},{"jsonrpc":"2.0","method":"getData","id":null}]""",
        }.Select(Encoding.UTF8.GetBytes).ToArray();
        var random = new Random(20260);
        var dispatcher = Methods.Dispatcher();
        for (var i = 0; i < 20_000; i++)
        {
            var text = seeds[i % 2].ToArray();
            for (var change = random.Next(1, 5); change > 0; change--)
                text[random.Next(text.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"{}[]\",:\\u0n"[random.Next(11)];
            var answer = await dispatcher.AnswerAsync(new Peer(), RpcMessage.Parse(text.AsSpan(0, random.Next(text.Length + 1)), dispatcher.Limits), CancellationToken.None);
            if (answer is null) continue;
            using var parsed = JsonDocument.Parse(answer);
            var first = parsed.RootElement.ValueKind == JsonValueKind.Array ? parsed.RootElement[0] : parsed.RootElement;
            Assert.Equal("2.0", first.GetProperty("jsonrpc").GetString());
            Assert.NotEqual(first.TryGetProperty("result", out _), first.TryGetProperty("error", out _));
        }

        Assert.Equal(0, dispatcher.Statistics.Faults);
    }

    [Theory]
    [InlineData("rpc.list")]
    [InlineData("room.")]
    [InlineData("room join")]
    [InlineData("sum")]
    public void A_name_that_cannot_be_is_refused_when_it_is_added(string name) =>
        Assert.Throws<ArgumentException>(() => Methods.Table().Add(name, [], (_, _, _) => default));

    private static async Task<string> AskAsync(string request)
    {
        var dispatcher = Methods.Dispatcher();
        var message = RpcMessage.Parse(Encoding.UTF8.GetBytes(request), dispatcher.Limits);
        return await dispatcher.AnswerAsync(new Peer(), message, CancellationToken.None) is { } answer ? Encoding.UTF8.GetString(answer) : "";
    }

    private static string WithoutText(string answer)
    {
        if (answer.Length == 0) return answer;
        var node = JsonNode.Parse(answer)!;
        foreach (var response in node is JsonArray batch ? batch.ToArray() : [node])
            if (response!["error"] is JsonObject error)
            {
                Assert.NotEqual("", (string?)error["message"]);
                error.Remove("message");
                error.Remove("data");
            }

        return node.ToJsonString();
    }
}
