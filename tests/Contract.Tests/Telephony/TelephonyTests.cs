using ConfEngine.Contract.Errors;
using ConfEngine.Contract.Telephony;

namespace ConfEngine.Contract.Tests.Telephony;

public sealed class TelephonyTests
{
    [Theory]
    [InlineData("0123", true)]
    [InlineData("12345678", true)]
    [InlineData("123", false)]
    [InlineData("123456789", false)]
    [InlineData("12a4", false)]
    [InlineData("١٢٣٤", false)]
    public void A_conference_has_4_to_8_digits(string id, bool valid) => Assert.Equal(valid, TelephonyLimits.IsConferenceId(id));

    [Theory]
    [InlineData("0123456789abcdefABCDEF0123456789", true)]
    [InlineData("0123456789abcdefABCDEF012345678", false)]
    [InlineData("0123456789abcdefABCDEF012345678-", false)]
    public void A_call_of_a_conference_has_32_letters_and_digits(string id, bool valid) => Assert.Equal(valid, TelephonyLimits.IsConferenceCallId(id));

    [Fact]
    public void The_digits_are_those_of_RFC_4733() =>
        Assert.Equal("#*0123456789ABCD", string.Concat(Enumerable.Range(0, 0x300).Select(code => (char)code).Where(TelephonyLimits.IsDigit)));

    [Theory]
    [InlineData(180, null)]
    [InlineData(200, null)]
    [InlineData(486, ErrorCodes.Busy)]
    [InlineData(600, ErrorCodes.Busy)]
    [InlineData(408, ErrorCodes.NoAnswer)]
    [InlineData(480, ErrorCodes.NoAnswer)]
    [InlineData(603, ErrorCodes.Rejected)]
    [InlineData(404, ErrorCodes.BadNumber)]
    [InlineData(484, ErrorCodes.BadNumber)]
    [InlineData(604, ErrorCodes.BadNumber)]
    [InlineData(487, ErrorCodes.Cancelled)]
    [InlineData(503, ErrorCodes.Network)]
    [InlineData(699, ErrorCodes.VendorUnknown)]
    public void SIP_speaks_the_contracts_words(int status, string? code) => Assert.Equal(code, SipStatus.ErrorCodeOf(status));

    [Fact]
    public void Requests_are_checked_field_by_field()
    {
        var dial = new DialRequest { Number = new string('1', 127), DisplayName = new string('x', 255), SdpOffer = new string('s', 65_536) };
        Check(TelephonyCheck.TryCheck(dial, out var error), error, null);
        Check(TelephonyCheck.TryCheck(dial with { Number = "" }, out error), error, "number");
        Check(TelephonyCheck.TryCheck(dial with { Number = new string('1', 128) }, out error), error, "number");
        Check(TelephonyCheck.TryCheck(dial with { DisplayName = new string('x', 256) }, out error), error, "display_name");
        Check(TelephonyCheck.TryCheck(dial with { SdpOffer = new string('s', 65_537) }, out error), error, "sdp_offer");
        var answer = new AnswerRequest { CallId = "c", SdpAnswer = new string('s', 65_536) };
        Check(TelephonyCheck.TryCheck(answer, out error), error, null);
        Check(TelephonyCheck.TryCheck(answer with { CallId = new string('c', 65) }, out error), error, "call_id");
        Check(TelephonyCheck.TryCheck(answer with { SdpAnswer = new string('s', 65_537) }, out error), error, "sdp_answer");
        var reject = new RejectRequest { CallId = "c", SipCode = 486 };
        Check(TelephonyCheck.TryCheck(reject, out error), error, null);
        Check(TelephonyCheck.TryCheck(reject with { SipCode = 399 }, out error), error, "sip_code");
        Check(TelephonyCheck.TryCheck(reject with { CallId = "" }, out error), error, "call_id");
    }

    [Fact]
    public void Tones_have_bounds()
    {
        var tones = new SendDtmfRequest { CallId = "c", Digits = "0123456789*#ABCD" };
        Check(TelephonyCheck.TryCheck(tones, out var error), error, null);
        Check(TelephonyCheck.TryCheck(tones with { Digits = "" }, out error), error, "digits");
        Check(TelephonyCheck.TryCheck(tones with { Digits = "e" }, out error), error, "digits");
        Check(TelephonyCheck.TryCheck(tones with { Digits = new string('1', 65) }, out error), error, "digits");
        Check(TelephonyCheck.TryCheck(tones with { DurationMs = 40, GapMs = 8000 }, out error), error, null);
        Check(TelephonyCheck.TryCheck(tones with { DurationMs = 39 }, out error), error, "duration_ms");
        Check(TelephonyCheck.TryCheck(tones with { GapMs = 8001 }, out error), error, "gap_ms");
    }

    [Fact]
    public void Conferences_have_bounds()
    {
        var make = new CreateConferenceRequest { MaxMembers = 300 };
        Check(TelephonyCheck.TryCheck(make, out var error), error, null);
        Check(TelephonyCheck.TryCheck(make with { MaxMembers = 2 }, out error), error, "max_members");
        Check(TelephonyCheck.TryCheck(make with { MaxMembers = 301 }, out error), error, "max_members");
        Check(TelephonyCheck.TryCheck(make with { DurationS = -1 }, out error), error, "duration_s");
        Check(TelephonyCheck.TryCheck(make with { Prompts = (VoicePrompts)3 }, out error), error, "prompts");
        var invite = new InviteRequest { ConferenceId = "0123", Number = "1" };
        Check(TelephonyCheck.TryCheck(invite, out error), error, null);
        Check(TelephonyCheck.TryCheck(invite with { ConferenceId = "12" }, out error), error, "conference_id");
        Check(TelephonyCheck.TryCheck(invite with { Number = "" }, out error), error, "number");
        Check(TelephonyCheck.TryCheck(invite with { Role = (ConferenceRole)2 }, out error), error, "role");
        var quit = new QuitRequest { ConferenceId = "0123", CallId = new string('a', 32) };
        Check(TelephonyCheck.TryCheck(quit, out error), error, null);
        Check(TelephonyCheck.TryCheck(quit with { CallId = "a" }, out error), error, "call_id");
        Check(TelephonyCheck.TryCheckConference("123456789", out error), error, "conference_id");
    }

    private static void Check(bool fine, ContractError? error, string? field)
    {
        Assert.Equal(field is null, fine);
        Assert.Equal(field, error?.Field);
        if (error is not null) Assert.Contains(field!, error.Message);
    }
}
