using System.Reflection;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Tests.Kit;
using ConfEngine.Contract.Tests.Surface;
using ConfEngine.Contract.Wire;

namespace ConfEngine.Contract.Tests.Wire;

public sealed class HostileBytesTests
{
    private static readonly MethodInfo s_decode = typeof(MessageCodec).GetMethod(nameof(MessageCodec.TryDecode))!;

    public static TheoryData<string> Names { get; } = [.. Messages.All.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_message_is_read_or_refused_and_never_throws(string name)
    {
        var type = typeof(Method).Assembly.GetType(name)!;
        var decode = s_decode.MakeGenericMethod(type);
        var whole = Messages.Encode(Messages.Example(type));
        var random = new Random(name.Length);
        for (var round = 0; round < 300; round++)
        {
            object?[] arguments = [new ReadOnlyMemory<byte>(Damage(whole, random)), null, null];
            var read = (bool)decode.Invoke(null, arguments)!;
            Assert.Equal(read, arguments[1] is not null);
            Assert.Equal(read, arguments[2] is null);
            // What was read can be written: nothing in it is null that must not be.
            if (read) Messages.Encode(arguments[1]!);
        }
    }

    [Fact]
    public void A_served_plugin_stands_damaged_messages()
    {
        using var served = Served.Started(new ScriptedPlugin());
        var writer = new EnvelopeWriter();
        var random = new Random(7);
        for (var round = 0; round < 5000; round++)
        {
            var whole = (round % 3) switch
            {
                0 => writer.Request(1000 + (uint)round, Contract.Booking.BookingMethods.Book.Name, 5000, new Contract.Booking.BookRequest { Ticket = new() { Id = $"op-{round}" } }),
                1 => writer.Request(1000 + (uint)round, Contract.Booking.BookingMethods.Detail.Name, 5000, new Contract.Booking.DetailRequest { MeetingId = "m" }),
                _ => writer.Cancel(1000 + (uint)round - 1),
            };
            var refused = Record.Exception(() => served.Server.Receive(Damage(whole.ToArray(), random)));
            if (refused is not null) Assert.IsType<InvalidDataException>(refused);
        }

        // A stop that came about by chance would be refused too; the thread is there all the same.
        var last = served.Ask(LifeMethods.Ping, Nothing.Instance);
        while (served.Next() is var said && (said.Kind != EnvelopeKind.Response || said.Id != last)) { }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var damaged = whole[..(random.Next(4) == 0 ? random.Next(whole.Length + 1) : whole.Length)];
        for (var bytes = random.Next(4); bytes > 0 && damaged.Length > 0; bytes--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return damaged;
    }
}
