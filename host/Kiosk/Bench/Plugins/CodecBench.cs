using System.Buffers;
using System.Text.Json;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Wire;
using ConfEngine.Core.Time;

namespace ConfEngine.Kiosk.Bench.Plugins;

/// <summary>The contract's messages in MessagePack, next to the same in System.Text.Json.</summary>
internal sealed class CodecBench(IClock clock)
{
    private const int Warm = 2000;
    private static readonly MediaTime s_span = MediaTime.FromMilliseconds(400);

    public IEnumerable<CodecFigure> Measure()
    {
        var one = new BookRequest { Ticket = new() { Id = "01a1fa82c24e7dc7911f4228f52802de", DeadlineMs = 30_000 }, Meeting = Meeting() };
        var many = new MeetingList { Meetings = [.. Enumerable.Range(0, 100).Select(Entry)] };
        foreach (var figure in Both("booking.book request", one)) yield return figure;
        foreach (var figure in Both("list of 100 meetings", many)) yield return figure;
    }

    private IEnumerable<CodecFigure> Both<T>(string name, T message)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        MessageCodec.Encode(buffer, message);
        var packed = buffer.WrittenSpan.ToArray();
        yield return Figure(name, "MessagePack", packed.Length, () =>
        {
            buffer.ResetWrittenCount();
            MessageCodec.Encode(buffer, message);
        }, () => MessageCodec.TryDecode<T>(packed, out _, out _));
        var text = JsonSerializer.SerializeToUtf8Bytes(message);
        using var writer = new Utf8JsonWriter(buffer);
        yield return Figure(name, "System.Text.Json", text.Length, () =>
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            JsonSerializer.Serialize(writer, message);
        }, () => JsonSerializer.Deserialize<T>(text));
    }

    private CodecFigure Figure(string name, string format, int bytes, Action write, Action read)
    {
        var (writeNs, writeAllocated) = Time(write);
        var (readNs, readAllocated) = Time(read);
        return new CodecFigure(name, format, bytes, bytes / writeNs * 1e3, bytes / readNs * 1e3, writeNs, readNs, writeAllocated, readAllocated);
    }

    private (double Nanoseconds, double Allocated) Time(Action act)
    {
        for (var i = 0; i < Warm; i++) act();
        var (begun, before, count) = (clock.Now, GC.GetAllocatedBytesForCurrentThread(), 0L);
        while (clock.Now - begun < s_span)
            for (var i = 0; i < 50; i++, count++)
                act();
        return ((clock.Now - begun).Nanoseconds / (double)count, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count);
    }

    private static MeetingSpec Meeting() => new()
    {
        Subject = "Weekly 周会: what was done, what is next",
        StartTime = 1_795_204_295,
        DurationMinutes = 45,
        TimeZoneCode = 56,
        TimeZone = "Asia/Shanghai",
        Mail = true,
        Attendees =
        [
            .. Enumerable.Range(0, 8).Select(i => new Attendee { Number = $"+86108100{i:000}", Name = $"参会人 {i}", Email = $"person{i}@example.org", AutoInvite = true }),
        ],
    };

    private static MeetingEntry Entry(int i) => new()
    {
        MeetingId = $"m-{i:x12}",
        Subject = $"Meeting {i}: 周会",
        StartTime = 1_795_204_295 + i * 1800,
        EndTime = 1_795_204_295 + (i + 1) * 1800,
        TimeZone = "Asia/Shanghai",
        SchedulerName = "Ana García",
        GuestJoinUri = $"https://example.org/join/{i:x12}",
        State = MeetingState.Scheduled,
    };
}
