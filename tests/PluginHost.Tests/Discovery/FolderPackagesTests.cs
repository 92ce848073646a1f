using ConfEngine.PluginHost.Discovery;
using ConfEngine.TestKit.Files;

namespace ConfEngine.PluginHost.Tests.Discovery;

/// <summary>What is found in folders, whatever people do to them.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class FolderPackagesTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private FolderPackages? _packages;

    private string Plugins => _temp["plugins"];

    private string Data => _temp["data"];

    public void Dispose()
    {
        _packages?.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void A_plugin_is_copied_and_its_digest_is_the_copys()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme.booking");
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        File.WriteAllText(Path.Combine(folder, "lib", "数据.txt"), "x");
        var package = Assert.Single(Scan()).Package!;
        Assert.Equal(folder, package.Folder);
        Assert.Equal(FolderDigest.Of(folder), package.Digest);
        Assert.Equal(FolderDigest.Of(package.RunFolder), package.Digest);
        Assert.StartsWith(Path.Combine(Data, "store", "acme.booking"), package.RunFolder);
        Assert.Equal("x", File.ReadAllText(Path.Combine(package.RunFolder, "lib", "数据.txt")));
        Assert.True(File.GetUnixFileMode(Path.Combine(package.RunFolder, "run.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.False(File.GetUnixFileMode(Path.Combine(package.RunFolder, "plugin.json")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void The_digest_is_the_documented_one()
    {
        var folder = Directory.CreateDirectory(_temp["digest"]).FullName;
        File.WriteAllText(Path.Combine(folder, "b"), "");
        File.WriteAllText(Path.Combine(folder, "a"), "abc");
        const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        var text = $"a\0{3}\0{OfAbc}\nb\0{0}\0{OfNothing}\n";
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), FolderDigest.Of(folder));
    }

    [Fact]
    public void Folders_without_a_manifest_and_stray_files_are_nothing()
    {
        Directory.CreateDirectory(Path.Combine(Plugins, "empty"));
        File.WriteAllText(Path.Combine(Plugins, "plugin.json"), "{}");
        Assert.Empty(Scan());
    }

    [Fact]
    public void A_missing_folder_is_empty_until_it_comes()
    {
        Assert.Empty(Scan());
        PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        Assert.Single(Scan());
    }

    [Fact]
    public void A_broken_manifest_is_refused_under_the_folders_name_and_then_under_the_id_it_had()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme.booking");
        File.WriteAllText(Path.Combine(folder, "plugin.json"), "{");
        var found = Assert.Single(Scan());
        Assert.Equal(("acme", null), (found.Id, found.Package));
        Assert.StartsWith($"{folder}/plugin.json is not JSON", found.Problem);
        PluginFolder.Write(folder, "acme.booking");
        Assert.NotNull(Assert.Single(Scan()).Package);
        File.WriteAllText(Path.Combine(folder, "plugin.json"), "{ ");
        Assert.Equal(("acme.booking", null), Scan().Select(plugin => (plugin.Id, plugin.Package)).Single());
    }

    [Fact]
    public void Of_two_with_one_id_the_first_stays_even_when_the_other_would_sort_before_it()
    {
        var first = PluginFolder.Write(Path.Combine(Plugins, "m"), "acme");
        Assert.NotNull(Assert.Single(Scan()).Package);
        var second = PluginFolder.Write(Path.Combine(Plugins, "a"), "acme", "2.0.0");
        var found = Scan();
        Assert.Equal([second, first], found.Select(plugin => plugin.Folder));
        Assert.Null(found[0].Package);
        Assert.Contains(first, found[0].Problem);
        Assert.Contains(second, found[0].Problem);
        Assert.Equal("1.0.0", found[1].Package!.Manifest.Version);
        Directory.Delete(first, recursive: true);
        Assert.Equal("2.0.0", Assert.Single(Scan()).Package!.Manifest.Version);
    }

    [Fact]
    public void A_plugin_of_the_users_does_not_take_a_built_in_ones_id()
    {
        PluginFolder.Write(Path.Combine(_temp["built-in"], "local"), "booking.local");
        PluginFolder.Write(Path.Combine(Plugins, "mine"), "booking.local");
        _packages = new FolderPackages([new PluginRoot(_temp["built-in"], true), new PluginRoot(Plugins, false)], Data);
        var found = _packages.Scan();
        Assert.Equal([(true, true), (false, false)], found.Select(plugin => (plugin.BuiltIn, plugin.Package is not null)));
        Assert.True(found[0].Package!.BuiltIn);
    }

    [Fact]
    public void The_copy_outlives_the_folder_and_changes_of_it()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme", program: "echo 1");
        var old = Assert.Single(Scan()).Package!;
        _packages!.MarkGood(old);
        PluginFolder.Write(folder, "acme", "1.0.1", "echo 2");
        var next = Assert.Single(Scan()).Package!;
        Assert.NotEqual(old.Digest, next.Digest);
        Assert.Contains("echo 1", File.ReadAllText(Path.Combine(old.RunFolder, "run.sh")));
        Assert.Contains("echo 2", File.ReadAllText(Path.Combine(next.RunFolder, "run.sh")));
        Directory.Delete(folder, recursive: true);
        Assert.Empty(Scan());
        Assert.True(Directory.Exists(old.RunFolder) && Directory.Exists(next.RunFolder));
    }

    [Fact]
    public void Only_the_newest_and_those_that_worked_are_kept()
    {
        var folder = Path.Combine(Plugins, "acme");
        var packages = new List<PluginPackage>();
        for (var i = 0; i < 5; i++)
        {
            PluginFolder.Write(folder, "acme", $"1.0.{i}", $"echo {i}");
            packages.Add(Assert.Single(Scan()).Package!);
            if (i == 1) _packages!.MarkGood(packages[1]);
        }

        Assert.Equal([false, true, false, false, true], packages.Select(package => Directory.Exists(package.RunFolder)));
    }

    [Fact]
    public void The_last_good_version_is_known_to_the_next_run_unless_its_copy_is_damaged()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        var good = Assert.Single(Scan()).Package!;
        _packages!.MarkGood(good);
        _packages.Dispose();
        _packages = null;
        PluginFolder.Write(folder, "acme", "2.0.0");
        Scan();
        var again = _packages!.LastGood("acme");
        Assert.Equal((good.Digest, good.RunFolder, "1.0.0", folder), (again!.Digest, again.RunFolder, again.Manifest.Version, again.Folder));
        Assert.Null(_packages.LastGood("other"));
        _packages.Dispose();
        _packages = null;
        File.AppendAllText(Path.Combine(good.RunFolder, "run.sh"), "echo changed");
        Scan();
        Assert.Null(_packages!.LastGood("acme"));
    }

    [Fact]
    public void A_damaged_copy_is_made_anew_by_the_next_run()
    {
        PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        var package = Assert.Single(Scan()).Package!;
        _packages!.Dispose();
        _packages = null;
        File.Delete(Path.Combine(package.RunFolder, "run.sh"));
        Assert.Equal(package.Digest, Assert.Single(Scan()).Package!.Digest);
        Assert.Equal(package.Digest, FolderDigest.Of(package.RunFolder));
    }

    [Fact]
    public void Links_out_of_the_folder_and_to_folders_are_refused_and_others_followed()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        File.CreateSymbolicLink(Path.Combine(folder, "link"), "run.sh");
        Assert.NotNull(Assert.Single(Scan()).Package);
        Refuse("link", link => File.CreateSymbolicLink(link, "/etc/passwd"), "is a link out of the plugin's folder");
        Refuse("link", link => File.CreateSymbolicLink(link, "/nowhere"), "is a link that leads nowhere");
        Refuse("link", link => Directory.CreateSymbolicLink(link, "."), "is a link to a folder");

        void Refuse(string name, Action<string> make, string expected)
        {
            File.Delete(Path.Combine(folder, name));
            make(Path.Combine(folder, name));
            var found = Assert.Single(Scan());
            Assert.Null(found.Package);
            Assert.Contains(expected, found.Problem);
            File.Delete(Path.Combine(folder, name));
        }
    }

    [Fact]
    public void A_program_that_may_be_run_only_now_may_be_run_in_the_copy_too()
    {
        var program = Path.Combine(PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme"), "run.sh");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var copy = Path.Combine(Assert.Single(Scan()).Package!.RunFolder, "run.sh");
        Assert.False(File.GetUnixFileMode(copy).HasFlag(UnixFileMode.UserExecute));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Single(Scan());
        Assert.True(File.GetUnixFileMode(copy).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task A_file_that_is_written_without_end_does_not_hide_a_plugin()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        _packages = new FolderPackages([new PluginRoot(Plugins, false)], Data);
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _packages.Changed += () => changed.TrySetResult();
        using var writer = new Timer(_ => File.AppendAllText(Path.Combine(folder, "log"), "x"), null, 0, 50);
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await writer.DisposeAsync();
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        PluginFolder.Write(_temp["build-output"], "acme");
        Directory.CreateDirectory(Plugins);
        Directory.CreateSymbolicLink(Path.Combine(Plugins, "acme"), _temp["build-output"]);
        Assert.NotNull(Assert.Single(Scan()).Package);
    }

    [Fact]
    public async Task A_fifo_is_refused_and_nothing_waits_for_it()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder, "pipe")])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("pipe is no ordinary file", Assert.Single(Scan()).Problem);
    }

    [Fact]
    public void Too_much_is_refused()
    {
        var folder = PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
        using (var large = File.Create(Path.Combine(folder, "large"))) large.SetLength(FolderFiles.MaxBytes);
        Assert.Contains("more than 256 MiB", Assert.Single(Scan()).Problem);
        File.Delete(Path.Combine(folder, "large"));
        var many = Directory.CreateDirectory(Path.Combine(folder, "many")).FullName;
        for (var i = 0; i < FolderFiles.MaxFiles; i++) File.Create(Path.Combine(many, $"{i}")).Dispose();
        Assert.Contains("more than 20000 files", Assert.Single(Scan()).Problem);
    }

    [Fact]
    public async Task Changes_are_told_also_of_a_folder_that_comes_later_vanishes_and_comes_back()
    {
        _packages = new FolderPackages([new PluginRoot(Plugins, false)], Data);
        using var changed = new SemaphoreSlim(0);
        _packages.Changed += () => changed.Release();
        for (var i = 0; i < 2; i++)
        {
            PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme");
            await Until(() => _packages.Scan().Count == 1, changed);
            PluginFolder.Write(Path.Combine(Plugins, "acme"), "acme", $"1.1.{i}");
            await Until(() => _packages.Scan() is [{ Package.Manifest.Version: var version }] && version == $"1.1.{i}", changed);
            Directory.Delete(Plugins, recursive: true);
            await Until(() => _packages.Scan().Count == 0, changed);
        }

        Assert.Equal("", _packages.Problem);
    }

    // Looks only after it was told: what is told must be enough.
    private static async Task Until(Func<bool> condition, SemaphoreSlim changed)
    {
        do Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        while (!condition());
    }

    private IReadOnlyList<FoundPlugin> Scan() => (_packages ??= new FolderPackages([new PluginRoot(Plugins, false)], Data)).Scan();
}
