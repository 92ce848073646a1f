using System.Text.Json;
using ConfEngine.Control.JsonRpc;
using ConfEngine.Runtime.Plugins.Api;

namespace ConfEngine.Runtime.Tests.Plugins;

public sealed class StatusTreeTests
{
    private readonly StatusTree _tree = new();
    private int _count = 1;

    public StatusTreeTests()
    {
        _tree.Add("plugins", writer => writer.WriteRawValue($$"""{"list":[{"id":"acme.booking","state":"running","calls":{{_count}}}]}"""));
        _tree.Add("booking", writer => writer.WriteRawValue("""{"today":[]}"""));
    }

    [Theory]
    [InlineData("plugins/list/acme.booking/state", "\"running\"")]
    [InlineData("plugins/list/0/state", "\"running\"")]
    [InlineData("/booking/today/", "[]")]
    [InlineData("", """{"booking":{"today":[]},"plugins":{"list":[{"id":"acme.booking","state":"running","calls":1}]}}""")]
    public void A_path_names_a_part(string path, string json) => Assert.Equal(json, _tree.Read(path));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("plugins/list/1")]
    [InlineData("plugins/list/-1")]
    [InlineData("plugins/list/nobody")]
    [InlineData("plugins/list/0/state/x")]
    public void What_is_not_there_is_null(string path) => Assert.Null(_tree.Read(path));

    [Fact]
    public void A_subscriber_is_told_of_changes_and_of_nothing_else()
    {
        var (calls, state, gone) = (new Ear(), new Ear(), new Ear());
        Assert.True(_tree.TrySubscribe(calls, "plugins/list/acme.booking/calls"));
        Assert.True(_tree.TrySubscribe(state, "plugins/list/acme.booking/state"));
        Assert.True(_tree.TrySubscribe(gone, ""));
        gone.Leave();
        _tree.Touch();
        _count = 7;
        _tree.Touch();
        _tree.Touch();
        Assert.Equal(["""status.changed {"path":"plugins/list/acme.booking/calls","value":7}"""], calls.Heard);
        Assert.Empty(state.Heard);
        Assert.Empty(gone.Heard);
        _tree.Unsubscribe(calls, "plugins/list/acme.booking/calls");
        _count = 8;
        _tree.Touch();
        Assert.Single(calls.Heard);
    }

    [Fact]
    public void There_are_only_so_many_subscriptions_and_those_of_the_gone_make_room()
    {
        var ear = new Ear();
        for (var i = 0; i < StatusTree.MostSubscriptions; i++) Assert.True(_tree.TrySubscribe(ear, $"plugins/{i}"));
        Assert.False(_tree.TrySubscribe(new Ear(), "booking"));
        Assert.True(_tree.TrySubscribe(ear, "plugins/0"));
        ear.Leave();
        Assert.True(_tree.TrySubscribe(new Ear(), "booking"));
    }

    private sealed class Ear : IRpcPeer
    {
        private readonly TaskCompletionSource<RpcCloseCause> _closed = new();

        public List<string> Heard { get; } = [];

        public string Principal => "local";

        public Task<RpcCloseCause> Closed => _closed.Task;

        public void Leave() => _closed.SetResult(default);

        public bool Notify(string method, Action<Utf8JsonWriter>? parameters)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer)) parameters!(writer);
            Heard.Add($"{method} {System.Text.Encoding.UTF8.GetString(buffer.ToArray())}");
            return true;
        }

        public bool Notify(RpcNotification notification) => false;

        public void AfterAnswer(Action then) => then();
    }
}
