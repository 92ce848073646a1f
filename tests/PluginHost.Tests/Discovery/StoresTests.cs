using System.Text;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Manifest;
using ConfEngine.PluginHost.Discovery;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Discovery;

/// <summary>What the operator has decided: pins, switches, settings.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class StoresTests : IDisposable
{
    private const string Secret = "s3cr3t-value";
    private readonly TempFolder _temp = new();

    private string Data => _temp["data"];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Pins_are_kept()
    {
        new TrustList(Data).Pin("acme", "aa");
        new TrustList(Data).Pin("other", "bb");
        var list = new TrustList(Data);
        Assert.Equal(("aa", "bb", null), (list.PinOf("acme"), list.PinOf("other"), list.PinOf("third")));
        list.Unpin("acme");
        Assert.Null(new TrustList(Data).PinOf("acme"));
        Assert.Equal(["trust.json"], Directory.GetFileSystemEntries(Data).Select(path => Path.GetFileName(path)!));
    }

    [Fact]
    public void A_broken_list_of_pins_trusts_nothing_and_is_not_overwritten()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "trust.json"), "{");
        var list = new TrustList(Data);
        Assert.Contains("trust.json cannot be read", list.PinOf("acme"));
        Assert.Throws<IOException>(() => list.Pin("acme", "aa"));
        Assert.Equal("{", File.ReadAllText(Path.Combine(Data, "trust.json")));
    }

    [Fact]
    public void Switches_are_kept()
    {
        var list = new DisabledList(Data);
        Assert.False(list.Contains("acme"));
        list.Add("acme");
        list.Add("acme");
        Assert.True(new DisabledList(Data).Contains("acme"));
        list.Remove("acme");
        Assert.False(new DisabledList(Data).Contains("acme"));
    }

    [Fact]
    public void Settings_come_with_their_defaults_and_secrets_apart()
    {
        var store = new SettingsStore(Data);
        var manifest = Manifest();
        store.Set(manifest, "url", "https://example.org/预订");
        store.Set(manifest, "token", Secret);
        Assert.True(new SettingsStore(Data).TryLoad(manifest, out var settings, out _, out var error), error);
        Assert.Equal(new Dictionary<string, string> { ["url"] = "https://example.org/预订", ["poll_s"] = "30" }, settings.Settings);
        Assert.Equal(new Dictionary<string, string> { ["token"] = Secret }, settings.Secrets);
        Assert.DoesNotContain(Secret, settings.ToString());
        Assert.DoesNotContain(Secret, File.ReadAllText(Path.Combine(Data, "settings", "acme.json")));
    }

    [Fact]
    public void Secrets_are_the_owners_alone()
    {
        new SettingsStore(Data).Set(Manifest(), "token", Secret);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(Data, "secrets", "acme.json")));
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(Data, "secrets")));
    }

    [Fact]
    public void A_required_setting_that_is_missing_is_named()
    {
        Assert.False(new SettingsStore(Data).TryLoad(Manifest(), out _, out var field, out var error));
        Assert.Equal("url", field);
        Assert.Contains("\"url\" is not set: plugin acme cannot start without it; set it in", error);
    }

    [Theory]
    [InlineData("poll_s", "3", "\"poll_s\" is \"3\": at least 5 is allowed")]
    [InlineData("poll_s", "soon", "it must be a number such as 5 or 2.5")]
    [InlineData("poll_s", "NaN", "it must be a number")]
    [InlineData("polls", "9", "acme has no setting \"polls\": did you mean \"poll_s\"?")]
    [InlineData("region", "us", "it must be one of cn, eu")]
    [InlineData("secure", "yes", "it must be true or false")]
    public void A_wrong_value_is_refused_and_nothing_written(string name, string value, string expected)
    {
        var error = Assert.Throws<ContractException>(() => new SettingsStore(Data).Set(Manifest(), name, value)).Error;
        Assert.Equal((ErrorCodes.BadSettings, name), (error.Code, error.Field));
        Assert.Contains(expected, error.Message);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("""{"url":"x","poll_s":3}""", "poll_s", "at least 5")]
    [InlineData("""{"url":"x","token":"s3cr3t-value"}""", "token", "is a secret but stands in")]
    [InlineData("""{"url":["x"]}""", "", "cannot be read")]
    [InlineData("""{"url":"x","url":"y"}""", "", "cannot be read")]
    [InlineData("", "", "cannot be read")]
    public void A_file_that_somebody_edited_is_checked(string json, string field, string expected)
    {
        Directory.CreateDirectory(Path.Combine(Data, "settings"));
        File.WriteAllText(Path.Combine(Data, "settings", "acme.json"), json);
        Assert.False(new SettingsStore(Data).TryLoad(Manifest(), out _, out var named, out var error));
        Assert.Equal(field, named);
        Assert.Contains(expected, error);
        Assert.DoesNotContain(Secret, error);
    }

    [Fact]
    public void A_secret_is_never_in_a_message()
    {
        var error = Assert.Throws<ContractException>(() => new SettingsStore(Data).Set(Manifest(), "token", Secret + new string('x', 5000)));
        Assert.DoesNotContain(Secret, error.ToString());
    }

    [Fact]
    public void A_value_goes_back_to_its_default()
    {
        var store = new SettingsStore(Data);
        store.Set(Manifest(), "url", "x");
        store.Set(Manifest(), "poll_s", "60");
        store.Set(Manifest(), "poll_s", null);
        Assert.True(store.TryLoad(Manifest(), out var settings, out _, out _));
        Assert.Equal("30", settings.Settings["poll_s"]);
    }

    private static PluginManifest Manifest()
    {
        const string Settings = """
            ,"settings":[{"name":"url","type":"text","required":true},{"name":"poll_s","type":"number","default":30,"min":5},{"name":"token","type":"secret"},
            {"name":"region","type":"choice","choices":["cn","eu"]},{"name":"secure","type":"flag"}]
            """;
        Assert.True(ManifestReader.TryRead(Encoding.UTF8.GetBytes(PluginFolder.Manifest("acme", more: Settings)), out var manifest, out var error), error);
        return manifest;
    }
}
