using ConfEngine.Contract.ExternalSync;

namespace ConfEngine.Contract.Tests.ExternalSync;

public sealed class ExternalSyncCheckTests
{
    private static readonly StatusUpdate s_update = new() { IdempotencyKey = "k-1" };

    [Fact]
    public void Data_of_ones_own_has_an_end_in_bytes()
    {
        Check(With(new MeetingReference { ExtraData = new string('数', 682) + "xx", Tag = new string('签', 341) + "x" }), null);
        Check(With(new MeetingReference { ExtraData = new string('x', 2049) }), "meeting.extra_data");
        Check(With(new MeetingReference { Tag = new string('x', 1025) }), "meeting.tag");
        Check(With(new MeetingReference { Subject = new string('x', 1025) }), "meeting.subject");
        Check(With(new MeetingReference { MeetingId = new string('x', 1025) }), "meeting.meeting_id");
        Check(With(new MeetingReference { MeetingNumber = new string('x', 1025) }), "meeting.meeting_number");
        Check(new StatusNotify { IdempotencyKey = "k", Meeting = new MeetingReference { Tag = new string('x', 1025) } }, "meeting.tag");
    }

    [Fact]
    public void An_event_has_a_type_and_an_end()
    {
        var custom = new CustomEvent { IdempotencyKey = "k", Type = new string('t', 64), Payload = new string('p', 65_536) };
        Check(custom, null);
        Check(custom with { Type = "" }, "type");
        Check(custom with { Type = new string('t', 65) }, "type");
        Check(custom with { Payload = new string('p', 65_537) }, "payload");
        Check(custom with { Meeting = new MeetingReference { Tag = new string('x', 1025) } }, "meeting.tag");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("键")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void A_key_is_letters_digits_and_dashes(string key) => Check(new LogoutRequest { IdempotencyKey = key }, "idempotency_key");

    [Fact]
    public void Accounts_have_an_end_and_their_secrets_stay_out_of_the_error()
    {
        var secret = new string('s', 1025);
        Check(new LoginRequest { IdempotencyKey = "k", UserName = new string('u', 1025) }, "user_name");
        Check(new InitialiseRequest { IdempotencyKey = "k", AppKey = new string('a', 1025) }, "app_key");
        Assert.DoesNotContain("sss", Check(new LoginRequest { IdempotencyKey = "k", Password = secret }, "password"));
        Assert.DoesNotContain("sss", Check(new InitialiseRequest { IdempotencyKey = "k", Token = secret }, "token"));
    }

    private static StatusUpdate With(MeetingReference meeting) => s_update with { Meeting = meeting };

    private static string Check(IKeyedRequest request, string? field)
    {
        Assert.Equal(field is null, ExternalSyncCheck.TryCheck(request, out var error));
        Assert.Equal(field, error?.Field);
        return error?.Message ?? "";
    }
}
