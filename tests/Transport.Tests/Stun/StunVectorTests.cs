using System.Net;
using System.Text;
using ConfEngine.Transport.Net;
using ConfEngine.Transport.Stun;

namespace ConfEngine.Transport.Tests.Stun;

/// <summary>The sample messages of RFC 5769.</summary>
public class StunVectorTests
{
    private const string Request =
        "000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74002400046e0001ff80290008932ff9b151263b36"
        + "000600096576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf";

    private const string ResponseV4 =
        "0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000080001a147e112a643"
        + "000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96";

    private const string ResponseV6 =
        "010100482112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9"
        + "00080014a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c";

    private static readonly byte[] Password = "VOkJxbRl1RmTxUk/WvJxBt"u8.ToArray();

    [Fact]
    public void Sample_request_is_read_and_authentic()
    {
        Assert.True(StunMessage.TryParse(Convert.FromHexString(Request), out var message));
        Assert.Equal(StunMessageType.BindingRequest, message.Type);
        Assert.True(message.TryGet(StunAttribute.Username, out var user));
        Assert.Equal("evtj:h6vY", Encoding.UTF8.GetString(user));
        Assert.True(message.TryGetUInt32(StunAttribute.Priority, out var priority));
        Assert.Equal(0x6e0001ffu, priority);
        Assert.True(message.TryGetUInt64(StunAttribute.IceControlled, out var tieBreaker));
        Assert.Equal(0x932ff9b151263b36ul, tieBreaker);
        Assert.True(message.IsAuthentic(Password));
        Assert.False(message.IsAuthentic("VOkJxbRl1RmTxUk/WvJxBu"u8));
    }

    [Theory]
    [InlineData(ResponseV4, "192.0.2.1")]
    [InlineData(ResponseV6, "2001:db8:1234:5678:11:2233:4455:6677")]
    public void Sample_responses_give_the_mapped_address(string hex, string address)
    {
        Assert.True(StunMessage.TryParse(Convert.FromHexString(hex), out var message));
        Assert.Equal(StunMessageType.BindingSuccess, message.Type);
        Assert.True(message.IsAuthentic(Password));
        Assert.True(message.TryGetMappedAddress(out var mapped));
        Assert.Equal(UdpAddress.From(new IPEndPoint(IPAddress.Parse(address), 32853)), mapped);
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var sample = Convert.FromHexString(Request);
        var fingerprintType = sample.Length * 8 - 64;
        for (var bit = 0; bit < sample.Length * 8; bit++)
        {
            // With another type the last attribute is no FINGERPRINT any more but one to be ignored.
            if (bit >= fingerprintType && bit < fingerprintType + 16) continue;
            var damaged = (byte[])sample.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(StunMessage.TryParse(damaged, out var message) && message.IsAuthentic(Password), $"bit {bit}");
        }
    }

    [Theory]
    [InlineData("192.0.2.7", 40000)]
    [InlineData("2001:db8::7", 1)]
    public void What_is_written_is_read_back(string host, int port)
    {
        var address = UdpAddress.From(new IPEndPoint(IPAddress.Parse(host), port));
        var buffer = new byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingError, "0123456789ab"u8);
        writer.AddMappedAddress(address);
        writer.AddError(487, "Role Conflict");
        writer.AddText(StunAttribute.Username, "a:b");
        writer.Add(StunAttribute.UseCandidate, []);
        var length = writer.Finish("secret"u8);

        Assert.True(StunMessage.TryParse(buffer.AsSpan(0, length), out var message));
        Assert.True(message.IsAuthentic("secret"u8));
        Assert.True(message.TryGetMappedAddress(out var mapped));
        Assert.Equal(address, mapped);
        Assert.True(message.TryGetErrorCode(out var code));
        Assert.Equal(487, code);
        Assert.True(message.TryGet(StunAttribute.UseCandidate, out _));
        Assert.Equal(0, message.FirstUnknownRequired());
        Assert.Equal("0123456789ab"u8, message.TransactionId);
    }

    [Fact]
    public void Attributes_after_the_integrity_do_not_count()
    {
        var buffer = new byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingRequest, "0123456789ab"u8);
        var sealedLength = writer.Finish("secret"u8) - 8;
        "\0\x25\0\0"u8.CopyTo(buffer.AsSpan(sealedLength));
        buffer[3] = (byte)(sealedLength + 4 - StunMessage.HeaderSize);

        Assert.True(StunMessage.TryParse(buffer.AsSpan(0, sealedLength + 4), out var message));
        Assert.True(message.IsAuthentic("secret"u8));
        Assert.False(message.TryGet(StunAttribute.UseCandidate, out _));
    }

    [Fact]
    public void Unknown_attributes_below_8000_are_named()
    {
        var buffer = new byte[StunWriter.MaxSize];
        var writer = new StunWriter(buffer, StunMessageType.BindingRequest, "0123456789ab"u8);
        writer.AddUInt32((StunAttribute)0xC057, 7);
        writer.AddUInt32((StunAttribute)0x7777, 7);
        Assert.True(StunMessage.TryParse(buffer.AsSpan(0, writer.Finish([])), out var message));
        Assert.Equal(0x7777, message.FirstUnknownRequired());
        Assert.False(message.HasIntegrity);
    }

    [Fact]
    public void Random_and_mutated_bytes_are_refused_or_read_in_bounds()
    {
        var random = new Random(5769);
        var sample = Convert.FromHexString(Request);
        var readable = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var bytes = i % 2 == 0 ? new byte[random.Next(0, 200)] : (byte[])sample[..^8].Clone();
            if (i % 2 == 0) random.NextBytes(bytes);
            else for (var n = random.Next(1, 4); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (i % 2 == 1) bytes[3] = (byte)(bytes.Length - StunMessage.HeaderSize);
            if (!StunMessage.TryParse(bytes, out var message)) continue;
            readable++;
            message.TryGetMappedAddress(out _);
            message.TryGetErrorCode(out _);
            message.FirstUnknownRequired();
            message.IsAuthentic(Password);
        }

        Assert.InRange(readable, 1_000, 30_000);
    }
}
