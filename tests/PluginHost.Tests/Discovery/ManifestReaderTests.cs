using System.Text;
using ConfEngine.Contract;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;

namespace ConfEngine.PluginHost.Tests.Discovery;

/// <summary>What a manifest says, and what is said of one that is wrong.</summary>
public sealed class ManifestReaderTests
{
    private const string Good = """
        {
          "id": "acme.booking", "name": "Acme 会议预订 حجز", "version": "1.2.0-beta", "contract": { "from": 1, "to": 2 }, "capabilities": ["booking", "telephony"],
          "run": "executable", "command": ["node", "plugin.mjs"],
          "settings": [
            { "name": "url", "type": "text", "required": true, "description": "Where the service is" },
            { "name": "poll_s", "type": "number", "default": 30, "min": 5, "max": 3600 },
            { "name": "secure", "type": "flag", "default": true },
            { "name": "region", "type": "choice", "choices": ["cn", "eu"], "default": "eu" },
            { "name": "token", "type": "secret" }
          ],
          "limits": { "calls": "parallel", "max_parallel": 4, "call_timeout_ms": 5000, "operation_timeout_ms": 30000, "start_timeout_ms": 10000, "memory_mb": 256,
            "calls_per_second": 100, "play_limit": 12, "recovery": { "resume_s": 60, "absent_s": 100, "give_up_s": 1200, "empty_conference_s": 600 } }
        }
        """;

    private const string Least = """{"id":"ab","name":"n","version":"0.0.1","contract":{"from":1,"to":1},"capabilities":["booking"],"run":"child","assembly":"A.dll"}""";

    [Fact]
    public void Everything_is_read()
    {
        var manifest = Read(Good);
        Assert.Equal(("acme.booking", "Acme 会议预订 حجز", "1.2.0-beta", RunMode.Executable), (manifest.Id, manifest.Name, manifest.Version, manifest.Run));
        Assert.Equal(new ContractVersion(1, 2), manifest.Contract);
        Assert.Equal(["booking", "telephony"], manifest.Capabilities);
        Assert.Equal(["node", "plugin.mjs"], manifest.Command);
        Assert.Null(manifest.Assembly);
        Assert.Equal(["url", "poll_s", "secure", "region", "token"], manifest.Settings.Select(setting => setting.Name));
        Assert.Equal([null, "30", "true", "eu", null], manifest.Settings.Select(setting => setting.Default));
        Assert.Equal((5, 3600), (manifest.Settings[1].Min, manifest.Settings[1].Max));
        Assert.True(manifest.Settings[0].Required);
        Assert.Equal(SettingType.Secret, manifest.Settings[4].Type);
        var limits = new PluginLimits
        {
            Calls = CallOrder.Parallel, MaxParallel = 4, CallTimeoutMs = 5000, OperationTimeoutMs = 30000, StartTimeoutMs = 10000, MemoryMb = 256, CallsPerSecond = 100, PlayLimit = 12,
            Recovery = new RecoveryTimes { ResumeS = 60, AbsentS = 100, GiveUpS = 1200, EmptyConferenceS = 600 },
        };
        Assert.Equal(limits, manifest.Limits);
    }

    [Fact]
    public void Little_is_enough()
    {
        var manifest = Read(Least);
        Assert.Equal((RunMode.Child, "A.dll"), (manifest.Run, manifest.Assembly));
        Assert.Empty(manifest.Settings);
        Assert.Equal(new PluginLimits(), manifest.Limits);
        Assert.Equal("ab", Read("\uFEFF" + Least).Id);
    }

    [Theory]
    [InlineData("\"capabilities\"", "\"capabilites\"", "unknown field \"capabilites\": did you mean \"capabilities\"?")]
    [InlineData("\"memory_mb\"", "\"memory_mib\"", "unknown field \"limits.memory_mib\": did you mean \"memory_mb\"?")]
    [InlineData("\"resume_s\"", "\"zzzzzz\"", "unknown field \"limits.recovery.zzzzzz\": known are resume_s, absent_s, give_up_s, empty_conference_s")]
    [InlineData("\"acme.booking\"", "\"Acme Booking\"", "\"id\" is \"Acme Booking\": use 2 to 63 of a-z, 0-9, dot and dash")]
    [InlineData("\"acme.booking\"", "\"../../etc\"", "\"id\" is \"../../etc\": use")]
    [InlineData("\"acme.booking\"", "7", "\"id\" must be a text in quotes, not a number")]
    [InlineData("\"acme.booking\"", "\"a\\n\"", "\"id\" holds a line end")]
    [InlineData("\"1.2.0-beta\"", "\"1.2\"", "\"version\" is \"1.2\": write three numbers with dots")]
    [InlineData("\"from\": 1", "\"from\": 3", "\"contract.from\" is 3 and above \"contract.to\", which is 2: exchange them")]
    [InlineData("\"from\": 1", "\"from\": 1.5", "\"contract.from\" is 1.5: it must be a whole number from 1 to 1000")]
    [InlineData("\"from\": 1, \"to\": 2", "\"from\": 1", "\"contract.to\" is missing: add it")]
    [InlineData("[\"booking\", \"telephony\"]", "[]", "\"capabilities\" is empty: name at least one of booking, external-sync, telephony")]
    [InlineData("[\"booking\", \"telephony\"]", "[\"bookin\"]", "unknown capability \"bookin\": did you mean \"booking\"?")]
    [InlineData("[\"booking\", \"telephony\"]", "[\"booking\", \"booking\"]", "names one twice")]
    [InlineData("[\"booking\", \"telephony\"]", "\"booking\"", "\"capabilities\" must be a list in [ ], not a text")]
    [InlineData("\"executable\"", "\"exe\"", "\"run\" is \"exe\": it must be \"in-process\" or \"child\" or \"executable\"")]
    [InlineData("\"executable\"", "\"child\"", "\"assembly\" is missing: add it")]
    [InlineData("\"command\": [\"node\", \"plugin.mjs\"]", "\"command\": []", "\"command\" names no program")]
    [InlineData("\"command\": [\"node\", \"plugin.mjs\"]", "\"command\": [\"node\"], \"assembly\": \"A.dll\"", "\"assembly\" is for .NET plugins: remove it")]
    [InlineData("\"poll_s\", \"type\": \"number\", \"default\": 30", "\"poll_s\", \"type\": \"number\", \"default\": 3", "\"settings.poll_s.default\" is \"3\": at least 5 is allowed")]
    [InlineData("\"min\": 5", "\"min\": 5000", "\"settings.poll_s.min\" is above \"settings.poll_s.max\"")]
    [InlineData("\"default\": \"eu\"", "\"default\": \"us\"", "\"settings.region.default\" is \"us\": it must be one of cn, eu")]
    [InlineData("\"type\": \"secret\"", "\"type\": \"secret\", \"default\": \"x\"", "a secret has none")]
    [InlineData("\"name\": \"secure\"", "\"name\": \"url\"", "two settings have the name \"url\": rename one")]
    [InlineData("\"name\": \"secure\"", "\"name\": \"Is Secure\"", "\"settings[3].name\" is \"Is Secure\": use 1 to 40 of a-z, 0-9 and underscore")]
    [InlineData("\"type\": \"flag\"", "\"type\": \"bool\"", "\"settings.secure.type\" is \"bool\": it must be")]
    [InlineData("\"type\": \"flag\"", "\"type\": \"flag\", \"min\": 1", "\"settings.secure.min\" is for settings of type \"number\"")]
    [InlineData("\"memory_mb\": 256", "\"memory_mb\": 8", "\"limits.memory_mb\" is 8: it must be a whole number from 16 to 4096")]
    [InlineData("\"memory_mb\": 256", "\"memory_mb\": 99999999999", "it must be a whole number from 16 to 4096")]
    [InlineData("\"version\": ", "\"id\": \"twice\", \"version\": ", "is not JSON")]
    [InlineData("\"name\": \"Acme", "\"name\": \"\\uD800 Acme", "an escape that is no character")]
    [InlineData("\"run\"", "// run\n\"run\"", "is not JSON")]
    public void A_mistake_is_one_line_that_names_the_field_and_the_remedy(string right, string wrong, string expected)
    {
        Assert.Contains(right, Good);
        var error = Refuse(Encoding.UTF8.GetBytes(Good.Replace(right, wrong)));
        Assert.Contains(expected, error);
        Assert.StartsWith("plugin.json", error);
        Assert.DoesNotContain('\n', error);
    }

    [Theory]
    [InlineData("\"A.dll\"", "\"../A.dll\"", "without a path")]
    [InlineData("\"A.dll\"", "\"A.exe\"", "it must be the name of a .dll file")]
    [InlineData("\"A.dll\"", "\"A.dll\", \"command\": [\"x\"]", "\"command\" is for executables")]
    public void A_wrong_assembly_is_named(string right, string wrong, string expected) => Assert.Contains(expected, Refuse(Encoding.UTF8.GetBytes(Least.Replace(right, wrong))));

    [Fact]
    public void Anything_that_is_no_manifest_is_refused()
    {
        Assert.Contains("not JSON", Refuse([]));
        Assert.Contains("must be an object", Refuse("[]"u8.ToArray()));
        Assert.Contains("UTF-8", Refuse([.. "{\"id\":\""u8, 0xff, .. "\"}"u8]));
        Assert.Contains("not JSON", Refuse(Encoding.UTF8.GetBytes(new string('[', 5000))));
        Assert.Contains("at most 65536", Refuse(new byte[65537]));
        Assert.Contains("at most 64 are allowed", Refuse(Encoding.UTF8.GetBytes(Least.Replace("\"run\"", $"\"settings\":[{string.Join(',', Enumerable.Repeat("{}", 65))}],\"run\""))));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("version")]
    [InlineData("contract")]
    [InlineData("capabilities")]
    [InlineData("run")]
    public void What_is_missing_is_named_with_an_example(string field)
    {
        using var document = System.Text.Json.JsonDocument.Parse(Least);
        var rest = document.RootElement.EnumerateObject().Where(pair => pair.Name != field).Select(pair => $"\"{pair.Name}\":{pair.Value.GetRawText()}");
        Assert.Contains($"\"{field}\" is missing: add it, such as \"{field}\": ", Refuse(Encoding.UTF8.GetBytes($"{{{string.Join(',', rest)}}}")));
    }

    private static PluginManifest Read(string json)
    {
        Assert.True(ManifestReader.TryRead(Encoding.UTF8.GetBytes(json), out var manifest, out var error), error);
        return manifest;
    }

    private static string Refuse(byte[] json)
    {
        Assert.False(ManifestReader.TryRead(json, out _, out var error));
        return error;
    }
}
