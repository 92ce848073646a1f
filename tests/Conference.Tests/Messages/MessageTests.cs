using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Tests.Kit;

namespace ConfEngine.Conference.Tests.Messages;

/// <summary>Sizes and rates of everything that members write.</summary>
public sealed class MessageTests
{
    private readonly Hosted _hosted = new();

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void Messages_have_at_most_1024_bytes(int length, bool isAllowed)
    {
        var a = _hosted.In("a");
        var text = new string('x', length);
        foreach (var input in new RoomInput[] { new SendBroadcast(a, text), new SendBarrage(a, text), new SendCustom(a, text, []), new SendChat(a, text) })
        {
            _hosted.Wait(1);
            Assert.Equal(isAllowed ? null : RoomErrorCode.TooLong, _hosted.Do(input)?.Code);
        }
    }

    [Fact]
    public void Empty_and_malformed_messages_are_refused()
    {
        var a = _hosted.In("a");
        _hosted.Refuses(new SendBroadcast(a, ""), RoomErrorCode.Empty);
        _hosted.Refuses(new SendBroadcast(a, null!), RoomErrorCode.Empty);
        _hosted.Refuses(new SendBroadcast(a, "bell\a"), RoomErrorCode.BadCharacter);
        _hosted.Refuses(new SendBroadcast(a, "half" + (char)0xDC00), RoomErrorCode.BadCharacter);
        _hosted.Ok(new SendBroadcast(a, "two\nlines"));
    }

    [Fact]
    public void A_broadcast_reaches_everybody_else()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        var c = _hosted.In("c");
        _hosted.Ok(new SendBroadcast(a, "大家好"));
        Assert.Equal((MessageKind.Broadcast, "a", "大家好"), Content(_hosted.ToldOnce<MessageReceived>(b).Message));
        Assert.Single(_hosted.Told<MessageReceived>(c));
        Assert.Empty(_hosted.Told<MessageReceived>(a));
    }

    [Fact]
    public void One_user_broadcasts_every_500_ms()
    {
        var a = _hosted.In("a");
        _hosted.Ok(new SendBroadcast(a, "1"));
        _hosted.Wait(0.499);
        _hosted.Refuses(new SendBroadcast(a, "2"), RoomErrorCode.TooFrequent);
        _hosted.Wait(0.001);
        _hosted.Ok(new SendBroadcast(a, "3"));
    }

    [Fact]
    public void A_room_broadcasts_10_a_second()
    {
        var users = Enumerable.Range(0, 11).Select(i => _hosted.In($"u{i}")).ToArray();
        foreach (var user in users[..10]) _hosted.Ok(new SendBroadcast(user, "x"));
        _hosted.Refuses(new SendBroadcast(users[10], "x"), RoomErrorCode.TooFrequent);
        _hosted.Wait(1);
        _hosted.Ok(new SendBroadcast(users[10], "x"));
    }

    [Fact]
    public void Barrage_beyond_20_a_second_is_left_out_without_an_error()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        var heard = 0;
        for (var i = 0; i < 30; i++)
        {
            _hosted.Ok(new SendBarrage(a, "!"));
            heard += _hosted.Told<MessageReceived>(b).Count();
        }
        Assert.Equal(20, heard);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 10)]
    public void Custom_commands_go_200_a_second_to_one_and_10_to_several(int receivers, int rate)
    {
        var a = _hosted.In("a");
        _hosted.In("b");
        _hosted.In("c");
        string[] to = ["b", "c"];
        for (var i = 0; i < rate; i++) _hosted.Ok(new SendCustom(a, "x", [.. to[..receivers]]));
        _hosted.Refuses(new SendCustom(a, "x", [.. to[..receivers]]), RoomErrorCode.TooFrequent);
        _hosted.Wait(1);
        _hosted.Ok(new SendCustom(a, "x", [.. to[..receivers]]));
    }

    [Fact]
    public void A_custom_command_reaches_the_chosen_ones_or_everybody_else()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        var c = _hosted.In("c");
        _hosted.Ok(new SendCustom(a, "x", ["c", "c"]));
        Assert.Single(_hosted.Told<MessageReceived>(c));
        Assert.Empty(_hosted.Told<MessageReceived>(b));
        _hosted.Ok(new SendCustom(a, "x", default));
        Assert.Single(_hosted.Told<MessageReceived>(b));
        Assert.Empty(_hosted.Told<MessageReceived>(a));
        _hosted.Refuses(new SendCustom(a, "x", ["b", "nobody"]), RoomErrorCode.UnknownUser);
        _hosted.Refuses(new SendCustom(a, "x", ["b", "no body"]), RoomErrorCode.BadCharacter);
        _hosted.Refuses(new SendCustom(a, "x", [.. Enumerable.Repeat("b", 501)]), RoomErrorCode.LimitReached);
    }

    [Fact]
    public void Chat_is_heard_by_all_kept_for_the_late_and_bounded()
    {
        var hosted = new Hosted(new RoomOptions { ChatHistory = 2 });
        var a = hosted.In("a");
        foreach (var text in new[] { "one", "two", "three" })
        {
            hosted.Ok(new SendChat(a, text));
            Assert.Equal(text, hosted.ToldOnce<MessageReceived>(a).Message.Text);
            hosted.Wait(0.5);
        }
        var late = hosted.In("b");
        Assert.Equal(["two", "three"], hosted.ToldOnce<ChatHistory>(late).Messages.Select(message => message.Text));
    }

    [Fact]
    public void Private_chat_reaches_two_and_is_not_kept()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        var c = _hosted.In("c");
        _hosted.Ok(new SendChat(a, "psst", "b"));
        Assert.Single(_hosted.Told<MessageReceived>(a));
        Assert.Equal(MessageKind.PrivateChat, _hosted.ToldOnce<MessageReceived>(b).Message.Kind);
        Assert.Empty(_hosted.Told<MessageReceived>(c));
        Assert.Empty(_hosted.Told<ChatHistory>(_hosted.In("d")));
    }

    [Theory]
    [InlineData(10, 128, null)]
    [InlineData(11, 128, RoomErrorCode.TooLong)]
    [InlineData(10, 129, RoomErrorCode.TooLong)]
    [InlineData(0, 5, RoomErrorCode.Empty)]
    public void Room_extra_info_has_a_key_of_10_and_a_value_of_128_bytes(int key, int value, RoomErrorCode? code)
    {
        var a = _hosted.In("a");
        Assert.Equal(code, _hosted.Do(new SetRoomExtraInfo(a, new string('k', key), new string('v', value)))?.Code);
    }

    [Fact]
    public void A_room_has_one_key_that_everybody_sees_and_emptying_it_frees_it()
    {
        var a = _hosted.In("a");
        var b = _hosted.In("b");
        _hosted.Ok(new SetRoomExtraInfo(a, "topic", "会议"));
        Assert.Equal("会议", _hosted.ToldOnce<RoomExtraInfoChanged>(b).Info.Value);
        Assert.Equal("a", _hosted.Snapshot.ExtraInfo!.UpdatedBy.Value);
        Assert.Equal("会议", _hosted.ToldOnce<RoomExtraInfoChanged>(Late(_hosted)).Info.Value);
        _hosted.Refuses(new SetRoomExtraInfo(b, "other", "x"), RoomErrorCode.LimitReached);
        _hosted.Ok(new SetRoomExtraInfo(b, "topic", ""));
        Assert.Null(_hosted.Snapshot.ExtraInfo);
        _hosted.Ok(new SetRoomExtraInfo(b, "other", "x"));
    }

    [Fact]
    public void Room_extra_info_changes_10_times_a_second()
    {
        var a = _hosted.In("a");
        for (var i = 0; i < 10; i++) _hosted.Ok(new SetRoomExtraInfo(a, "k", $"{i}"));
        _hosted.Refuses(new SetRoomExtraInfo(a, "k", "11"), RoomErrorCode.TooFrequent);
    }

    private static SessionId Late(Hosted hosted) => hosted.In("late");

    private static (MessageKind, string, string) Content(RoomMessage message) => (message.Kind, message.From.Value, message.Text);
}
