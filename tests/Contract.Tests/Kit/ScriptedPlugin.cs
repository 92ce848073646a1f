using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Kit;

namespace ConfEngine.Contract.Tests.Kit;

/// <summary>A plugin whose answers a test gives.</summary>
internal sealed class ScriptedPlugin : IPlugin
{
    public Func<DetailRequest, PluginCall, ValueTask<MeetingDetail>> Detail { get; init; } = (request, _) => new(new MeetingDetail { MeetingId = request.MeetingId });

    public Func<BookRequest, PluginCall, ValueTask<BookResult>> Book { get; init; } = (request, _) =>
        new(new BookResult { Meeting = new MeetingDetail { MeetingId = request.Meeting.Subject } });

    public Func<PluginContext, ValueTask> Start { get; init; } = _ => ValueTask.CompletedTask;

    public Func<ValueTask<byte[]?>> Save { get; init; } = () => new((byte[]?)null);

    public Func<ValueTask> Stop { get; init; } = () => ValueTask.CompletedTask;

    public PluginContext? Context { get; private set; }

    public void Register(MethodRegistry methods)
    {
        methods.Add(BookingMethods.Detail, Detail);
        methods.Add(BookingMethods.Book, Book);
    }

    public ValueTask StartAsync(PluginContext context, CancellationToken cancellation) => Start(Context = context);

    public ValueTask<byte[]?> SaveAsync(CancellationToken cancellation) => Save();

    public ValueTask StopAsync(CancellationToken cancellation) => Stop();
}
