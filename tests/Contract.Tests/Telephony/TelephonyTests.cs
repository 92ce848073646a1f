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
}
