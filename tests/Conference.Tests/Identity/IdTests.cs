using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Identity;

/// <summary>Lengths and character sets of ids, each with the vendor's code (acceptance check 6).</summary>
public sealed class IdTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(127, 0)]
    [InlineData(128, 1002013)]
    [InlineData(0, 1002011)]
    [InlineData(1_000_000, 1002013)]
    public void Room_ids_have_1_to_127_bytes(int length, int code) => Check(RoomId.TryParse(new string('r', length), out _, out var error), error, code, "roomId");

    [Theory]
    [InlineData(63, 0)]
    [InlineData(64, 1002007)]
    [InlineData(0, 1002005)]
    public void User_ids_have_1_to_63_bytes(int length, int code) => Check(UserId.TryParse(new string('u', length), out _, out var error), error, code, "userId");

    [Theory]
    [InlineData(256, 0)]
    [InlineData(257, 1000014)]
    [InlineData(0, 1000015)]
    public void Stream_ids_have_1_to_256_characters(int length, int code) => Check(StreamId.TryParse(new string('s', length), out _, out var error), error, code, "streamId");

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1002010)]
    [InlineData(0, 1002008)]
    public void User_names_have_1_to_255_bytes(int length, int code) => Check(UserName.TryParse(new string('n', length), out _, out var error), error, code, "userName");

    [Fact]
    public void A_user_name_is_counted_in_bytes_not_characters()
    {
        Assert.True(UserName.TryParse(new string('会', 85), out _, out _));
        Check(UserName.TryParse(new string('会', 86), out _, out var error), error, 1002010, "userName");
    }

    [Theory]
    [InlineData(@"aZ09~!@#$%^&*()_+=-`;',.<>\", true)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\"b", false)]
    [InlineData("a:b", false)]
    [InlineData("a\0b", false)]
    [InlineData("é", false)]
    [InlineData("会议", false)]
    public void Room_and_user_ids_take_the_vendors_characters_only(string text, bool isAllowed)
    {
        Check(RoomId.TryParse(text, out _, out var error), error, isAllowed ? 0 : 1002012, "roomId");
        Check(UserId.TryParse(text, out _, out error), error, isAllowed ? 0 : 1002006, "userId");
    }

    [Theory]
    [InlineData("aZ09-_", true)]
    [InlineData("a.b", false)]
    [InlineData("a b", false)]
    [InlineData("流", false)]
    public void Stream_ids_take_digits_letters_dash_and_underscore(string text, bool isAllowed) =>
        Check(StreamId.TryParse(text, out _, out var error), error, isAllowed ? 0 : 1000016, "streamId");

    [Theory]
    [InlineData("Zoë 🙂 王小明 أحمد", true)]
    [InlineData("two\nlines", false)]
    [InlineData("tab\there", false)]
    [InlineData("bell\a", false)]
    [InlineData("turned\u202Earound", false)]
    [InlineData("para\u2029graph", false)]
    public void User_names_take_any_script_and_no_control_characters(string text, bool isAllowed) =>
        Check(UserName.TryParse(text, out _, out var error), error, isAllowed ? 0 : 1002009, "userName");

    [Fact]
    public void Half_a_surrogate_pair_is_no_name() =>
        Check(UserName.TryParse("x" + (char)0xD83D, out _, out var error), error, 1002009, "userName");

    [Fact]
    public void Null_is_an_empty_id() => Check(RoomId.TryParse(null, out _, out var error), error, 1002011, "roomId");

    [Fact]
    public void A_login_with_a_bad_id_is_refused_before_anything_else_happens()
    {
        var hosted = new Hosted();
        var error = hosted.Refuses(new Login(hosted.NewSession(), new string('r', 128), "u", "n"), RoomErrorCode.TooLong);
        Assert.Equal((1002013, "roomId", "room ID too long"), (error.VendorCode, error.Field, error.VendorText));
        Assert.Empty(hosted.Host.Rooms);
    }

    private static void Check(bool isParsed, RoomError? error, int code, string field)
    {
        Assert.Equal(code == 0, isParsed);
        Assert.Equal(isParsed, error is null);
        if (error is not null) Assert.Equal((code, field), (error.VendorCode, error.Field));
    }
}
