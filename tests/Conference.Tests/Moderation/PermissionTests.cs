using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Moderation;

/// <summary>Who may do what: rows are acts, columns the roles audience, attendee, co-host, chairman and the operator.</summary>
public sealed class PermissionTests
{
    [Theory]
    [InlineData("lock", "--yyy")]
    [InlineData("waiting", "--yyy")]
    [InlineData("admit", "--yyy")]
    [InlineData("remove", "--yyy")]
    [InlineData("mute", "--yyy")]
    [InlineData("muteAll", "--yyy")]
    [InlineData("ask", "--yyy")]
    [InlineData("lower", "--yyy")]
    [InlineData("record", "--yyy")]
    [InlineData("audience", "--yyy")]
    [InlineData("cohost", "---yy")]
    [InlineData("chairman", "---yy")]
    [InlineData("password", "---yy")]
    [InlineData("limit", "---yy")]
    [InlineData("close", "---yy")]
    public void Roles_may_do_what_the_table_says(string act, string row)
    {
        MemberRole?[] columns = [MemberRole.Audience, MemberRole.Attendee, MemberRole.CoHost, MemberRole.Chairman, null];
        Assert.Equal(row, string.Concat(columns.Select(role => Does(act, role) ? 'y' : '-')));
    }

    [Fact]
    public void A_co_host_touches_neither_chairman_nor_another_co_host()
    {
        var hosted = new Hosted();
        hosted.In("boss", MemberRole.Chairman);
        hosted.In("second", MemberRole.CoHost);
        var by = hosted.In("by", MemberRole.CoHost);
        foreach (var user in new[] { "boss", "second" })
        {
            hosted.Refuses(new Remove(by, "r", user), RoomErrorCode.NoPermission);
            hosted.Refuses(new MuteMember(by, "r", user, Audio: true), RoomErrorCode.NoPermission);
            hosted.Refuses(new SetRole(by, "r", user, MemberRole.Attendee), RoomErrorCode.NoPermission);
        }
    }

    [Fact]
    public void Nobody_runs_a_room_from_another_one_or_from_the_door()
    {
        var hosted = new Hosted();
        hosted.In("a");
        var elsewhere = hosted.In("b", MemberRole.Chairman, room: "q");
        hosted.Refuses(new SetLocked(elsewhere, "r", true), RoomErrorCode.UnknownRoom);
        hosted.Refuses(new SetLocked(SessionId.Operator, "nowhere", true), RoomErrorCode.UnknownRoom);
        hosted.Ok(new SetWaitingRoom(SessionId.Operator, "r", true));
        hosted.Refuses(new SetLocked(hosted.In("waits"), "r", true), RoomErrorCode.NotLoggedIn);
    }

    private static bool Does(string act, MemberRole? role)
    {
        var hosted = new Hosted();
        hosted.Ok(new OpenRoom("r", new RoomSettings { HasWaitingRoom = true }));
        hosted.In("waits");
        hosted.Ok(new SetRole(SessionId.Operator, "r", Inside(hosted, "target"), MemberRole.Attendee));
        var by = SessionId.Operator;
        if (role is { } actor)
        {
            by = hosted.In("by", actor);
            if (actor < MemberRole.CoHost) hosted.Ok(new Admit(SessionId.Operator, "r", "by"));
        }
        ConfEngine.Conference.Rooms.RoomInput input = act switch
        {
            "lock" => new SetLocked(by, "r", true),
            "waiting" => new SetWaitingRoom(by, "r", false),
            "admit" => new Admit(by, "r", "waits"),
            "remove" => new Remove(by, "r", "target"),
            "mute" => new MuteMember(by, "r", "target", Audio: true),
            "muteAll" => new MuteAll(by, "r", MayUnmute: true),
            "ask" => new AskToUnmute(by, "r", "target"),
            "lower" => new LowerHand(by, "r", "target"),
            "record" => new SetRecording(by, "r", true),
            "audience" => new SetRole(by, "r", "target", MemberRole.Audience),
            "cohost" => new SetRole(by, "r", "target", MemberRole.CoHost),
            "chairman" => new SetRole(by, "r", "target", MemberRole.Chairman),
            "password" => new SetPassword(by, "r", null),
            "limit" => new SetParticipantLimit(by, "r", 5),
            "close" => new CloseRoom(by, "r"),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        var error = hosted.Do(input);
        Assert.True(error is null or { Code: RoomErrorCode.NoPermission }, error?.Text);
        return error is null;
    }

    private static string Inside(Hosted hosted, string user)
    {
        hosted.In(user, MemberRole.Attendee);
        hosted.Ok(new Admit(SessionId.Operator, "r", user));
        return user;
    }
}
