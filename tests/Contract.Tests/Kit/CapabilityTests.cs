using System.Reflection;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Kit;
using ConfEngine.Contract.Telephony;

namespace ConfEngine.Contract.Tests.Kit;

public sealed class CapabilityTests
{
    [Fact]
    public void A_base_class_answers_every_method_of_its_capability()
    {
        (IPlugin Plugin, IReadOnlyList<Method> Methods)[] capabilities =
            [(new Bookings(), BookingMethods.All), (new Sync(), ExternalSyncMethods.All), (new Phone(), TelephonyMethods.All)];
        foreach (var (plugin, methods) in capabilities)
        {
            var registry = new MethodRegistry();
            plugin.Register(registry);
            Assert.All(methods, method => Assert.NotNull(registry.Find(method.Name)));
        }
    }

    [Fact]
    public void Methods_and_notices_carry_their_capabilitys_name()
    {
        Assert.All(BookingMethods.All, method => Assert.StartsWith("booking.", method.Name));
        Assert.All(ExternalSyncMethods.All, method => Assert.StartsWith("external-sync.", method.Name));
        Assert.All(TelephonyMethods.All, method => Assert.StartsWith("telephony.", method.Name));
        foreach (var type in typeof(Method).Assembly.GetTypes().Where(type => type.GetProperty("All", BindingFlags.Public | BindingFlags.Static) is not null))
        {
            var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => typeof(Method).IsAssignableFrom(field.FieldType) || typeof(Notice).IsAssignableFrom(field.FieldType));
            var all = (System.Collections.IEnumerable)type.GetProperty("All")!.GetValue(null)!;
            var listed = all.Cast<object>().Where(entry => entry is Method or Notice).ToArray();
            Assert.Equal(fields.Select(field => field.GetValue(null)).ToArray(), listed);
        }
    }

    [Fact]
    public void What_is_not_overridden_is_unsupported()
    {
        using var served = Served.Started(new Bookings());
        Assert.Equal(ErrorCodes.Unsupported, served.Fail(BookingMethods.Detail, new DetailRequest()));
        Assert.Empty(served.Call(BookingMethods.Vmrs, Nothing.Instance).Vmrs);
    }

    [Fact]
    public void A_key_that_succeeded_acts_once_and_one_that_failed_may_be_done_again()
    {
        var sync = new Sync();
        using var served = Served.Started(sync);
        var update = new StatusUpdate { IdempotencyKey = "k-1", Status = MeetingStatus.InMeeting };
        sync.Fails = true;
        Assert.Equal(ErrorCodes.Network, served.Fail(ExternalSyncMethods.UpdateStatus, update));
        sync.Fails = false;
        for (var i = 0; i < 3; i++) served.Call(ExternalSyncMethods.UpdateStatus, update);
        Assert.Equal([MeetingStatus.InMeeting, MeetingStatus.InMeeting], sync.Seen);
        Assert.Equal(ErrorCodes.InvalidArgument, served.Fail(ExternalSyncMethods.UpdateStatus, update with { IdempotencyKey = "" }));
    }

    [Fact]
    public void A_key_whose_call_is_under_way_waits_for_it()
    {
        var sync = new Sync { Gate = new TaskCompletionSource() };
        using var served = Served.Started(sync);
        var login = new LoginRequest { IdempotencyKey = "k-1" };
        uint[] ids = [served.Ask(ExternalSyncMethods.Login, login), served.Ask(ExternalSyncMethods.Login, login)];
        served.Call(LifeMethods.Ping, Nothing.Instance);
        sync.Gate.SetResult();
        Assert.Equal(ids.Order(), new[] { served.Next().Id, served.Next().Id }.Order());
        Assert.Equal(1, sync.Logins);
    }

    [Fact]
    public void A_plugin_before_its_start_has_no_context() => Assert.Throws<InvalidOperationException>(() => new Bookings().TellNothing());

    private sealed class Bookings : BookingPlugin
    {
        public void TellNothing() => TellListChanged(ListChange.All);
    }

    private sealed class Phone : TelephonyPlugin;

    private sealed class Sync : ExternalSyncPlugin
    {
        public bool Fails { get; set; }

        public List<MeetingStatus> Seen { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        public int Logins { get; private set; }

        protected override ValueTask<Nothing> UpdateStatusAsync(StatusUpdate request, PluginCall call)
        {
            Seen.Add(request.Status);
            return Fails ? throw new ContractException(ErrorCodes.Network, "down") : new(Nothing.Instance);
        }

        protected override async ValueTask<Nothing> LoginAsync(LoginRequest request, PluginCall call)
        {
            Logins++;
            await Gate!.Task;
            return Nothing.Instance;
        }
    }
}
