using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Streams;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.SignIn;

public sealed class RoomConnectionTests
{
    private static readonly RoomId s_room = RoomId.Parse("r");
    private static readonly StreamId s_own = StreamId.Parse("own");
    private static readonly StreamId s_theirs = StreamId.Parse("theirs");

    [Fact]
    public void Signing_in_has_two_changes_and_no_error()
    {
        var participant = new Participant().Inside();
        Assert.Equal([RoomStateReason.Logining, RoomStateReason.Logined], participant.Reasons);
        Assert.All(participant.States, state => Assert.Null(state.Error));
    }

    [Fact]
    public void No_answer_is_a_failed_login_with_the_vendors_code()
    {
        var participant = new Participant().Enter().Wait(9.9);
        Assert.Equal(RoomStateReason.Logining, participant.Connection.State);
        participant.Wait(0.1);
        Assert.Equal([RoomStateReason.Logining, RoomStateReason.LoginFailed, RoomStateReason.Logout], participant.Reasons);
        Assert.Equal(1002053, participant.States[1].Error!.VendorCode);
        Assert.Single(participant.Effects.OfType<TellUser>());
        Assert.Null(participant.Connection.NextDeadline);
    }

    [Fact]
    public void Who_waits_at_the_door_may_wait_long()
    {
        var participant = new Participant().Enter().Do(new HeldAtDoor()).Wait(3600).Do(new Answered(null));
        Assert.Equal(RoomStateReason.Logined, participant.Connection.State);
    }

    [Fact]
    public void A_lost_connection_is_tried_at_once_and_then_with_growing_pauses()
    {
        var participant = new Participant().Inside().Do(new ConnectionLost());
        Assert.Equal(1002051, participant.States[^1].Error!.VendorCode);
        Assert.Single(participant.Effects.OfType<SendReconnect>());
        foreach (var pause in new[] { 1.0, 2, 4, 8, 16, 30, 30 })
        {
            participant.Do(new ConnectionLost()).Wait(pause - 0.1);
            Assert.Empty(participant.Effects);
            participant.Wait(0.1);
            Assert.Single(participant.Effects.OfType<SendReconnect>());
        }
        participant.Do(new Answered(null));
        Assert.Equal(RoomStateReason.Reconnected, participant.Connection.State);
    }

    [Fact]
    public void A_server_that_forgot_the_session_is_logged_in_to_anew()
    {
        var participant = new Participant().Inside().Do(new ConnectionLost());
        participant.Do(new Answered(new RoomError(RoomErrorCode.CannotResume, "", 0, "gone")));
        Assert.Equal("u", Assert.IsType<SendLogin>(Assert.Single(participant.Effects)).User.Value);
        participant.Do(new Answered(null));
        Assert.Equal(RoomStateReason.Reconnected, participant.Connection.State);
    }

    [Fact]
    public void By_default_the_room_is_tried_for_20_minutes()
    {
        var participant = new Participant().Inside().Do(new ConnectionLost()).Wait(1199);
        Assert.Equal(RoomStateReason.Reconnecting, participant.Connection.State);
        participant.Wait(1);
        Assert.Contains(RoomStateReason.ReconnectFailed, participant.Reasons);
    }

    /// <summary>Acceptance check 4.</summary>
    [Fact]
    public void After_the_retry_limit_everything_stops_with_one_message_and_restarts_are_few_and_slow()
    {
        var participant = new Participant(new ConnectionOptions
        {
            RoomRetryTime = MediaTime.FromSeconds(10), Restarts = 3, RestartPause = MediaTime.FromSeconds(1), AnswerTime = MediaTime.FromSeconds(2),
        }).Inside();
        participant.Do(new WantStream("own", false, true)).Do(new WantStream("theirs", true, true)).Do(new ConnectionLost()).Wait(9.9);
        Assert.Equal(RoomStateReason.Reconnecting, participant.Connection.State);
        participant.Wait(0.1);
        var failed = participant.States[^2];
        Assert.Equal((RoomStateReason.ReconnectFailed, 1002053), (failed.Reason, failed.Error!.VendorCode));
        Assert.Equal(RoomStateReason.Logout, participant.Connection.State);
        Assert.Contains(new EndMedia(s_own, false), participant.Effects);
        Assert.Contains(new EndMedia(s_theirs, true), participant.Effects);
        Assert.Single(participant.Effects.OfType<TellUser>());

        for (var restart = 0; restart < 3; restart++)
        {
            participant.Wait(2.9);
            Assert.Empty(participant.Effects);
            participant.Wait(0.1);
            Assert.Single(participant.Effects.OfType<SendLogin>());
            participant.Wait(2);
            Assert.Equal(RoomStateReason.Logout, participant.Connection.State);
            Assert.Empty(participant.Effects.OfType<TellUser>());
        }
        participant.Wait(100_000);
        Assert.Empty(participant.Effects);
        Assert.Null(participant.Connection.NextDeadline);
    }

    [Fact]
    public void A_restart_that_gets_in_brings_the_streams_back()
    {
        var participant = new Participant(new ConnectionOptions { RoomRetryTime = MediaTime.FromSeconds(10) }).Inside();
        participant.Do(new WantStream("own", false, true)).Do(new WantStream("theirs", true, true)).Do(new ConnectionLost()).Wait(10).Wait(3).Do(new Answered(null));
        Assert.Equal(RoomStateReason.Logined, participant.Connection.State);
        Assert.Equal([new BeginMedia(s_own, false), new BeginMedia(s_theirs, true)], participant.Effects.OfType<BeginMedia>());
    }

    /// <summary>Acceptance check 5.</summary>
    [Fact]
    public void Who_is_put_out_by_a_second_login_does_not_come_back_by_itself()
    {
        var participant = new Participant().Inside().Do(new PutOut(new RoomError(RoomErrorCode.LoggedInElsewhere, "userId", ZegoCode.LoggedInElsewhere, "elsewhere")));
        Assert.Equal([RoomStateReason.KickOut, RoomStateReason.Logout], participant.Reasons.Skip(2));
        Assert.Equal(1002050, participant.States[2].Error!.VendorCode);
        participant.Wait(100_000);
        Assert.Empty(participant.Effects);
        Assert.Null(participant.Connection.NextDeadline);
    }

    /// <summary>Acceptance check 7.</summary>
    [Fact]
    public void A_token_of_31_s_is_renewed_once_at_30_s()
    {
        var participant = new Participant();
        participant.Inside(new AccessToken(new Secret("t"), participant.Now + MediaTime.FromSeconds(31))).Wait(0.9);
        Assert.Empty(participant.Effects);
        participant.Wait(0.1);
        Assert.Equal(new RenewToken(30), Assert.Single(participant.Effects));
        participant.Wait(20);
        Assert.Empty(participant.Effects);
        participant.Do(new TokenRenewed(new AccessToken(new Secret("t2"), participant.Now + MediaTime.FromSeconds(60)))).Wait(29);
        Assert.Empty(participant.Effects);
        participant.Wait(1);
        Assert.Equal(new RenewToken(30), Assert.Single(participant.Effects));
    }

    /// <summary>Acceptance check 7.</summary>
    [Fact]
    public void An_expired_token_fails_without_a_call_and_without_a_storm()
    {
        var participant = new Participant();
        participant.Enter(new AccessToken(new Secret("t"), participant.Now));
        Assert.Equal(1002078, participant.States[1].Error!.VendorCode);
        Assert.Empty(participant.Effects.OfType<SendLogin>());
        Assert.Null(participant.Connection.NextDeadline);

        participant.Inside(new AccessToken(new Secret("t"), participant.Now + MediaTime.FromSeconds(31))).Wait(31).Do(new ConnectionLost());
        Assert.Equal(1002078, participant.States[^2].Error!.VendorCode);
        Assert.Empty(participant.Effects.OfType<SendReconnect>());
        Assert.Single(participant.Effects.OfType<TellUser>());
        participant.Wait(100_000);
        Assert.Empty(participant.Effects);
    }

    /// <summary>Acceptance check 9, as far as it is about order.</summary>
    [Fact]
    public void Leaving_stops_publishing_preview_playing_views_and_then_logs_out_of_the_same_room()
    {
        for (var cycle = 0; cycle < 100; cycle++)
        {
            var participant = new Participant().Inside();
            participant.Do(new WantStream("theirs", true, true)).Do(new WantStream("own", false, true));
            participant.Rejects(new LeaveRoom("room1"), RoomErrorCode.UnknownRoom);
            participant.Do(new LeaveRoom("r"));
            Assert.Equal(
                [new EndMedia(s_own, false), new EndPreview(), new EndMedia(s_theirs, true), new FreeView(s_theirs), new SendLogout(s_room)],
                participant.Effects.Where(effect => effect is not (PublisherChanged or PlayerChanged)));
            participant.Do(new Answered(null));
            Assert.Equal(RoomStateReason.Logout, participant.Connection.State);
            Assert.Null(participant.Connection.NextDeadline);
        }
    }

    [Fact]
    public void A_goodbye_that_is_not_answered_has_failed()
    {
        var participant = new Participant().Inside().Do(new LeaveRoom("r")).Wait(10);
        Assert.Equal([RoomStateReason.LogoutFailed, RoomStateReason.Logout], participant.Reasons.Skip(2));
    }

    /// <summary>Acceptance check 2, as far as it is about lists.</summary>
    [Fact]
    public void Three_streams_make_three_tiles_and_the_same_one_twice_no_second()
    {
        var participant = new Participant().Inside();
        StreamInfo[] streams = [.. "abc".Select(letter => new StreamInfo(StreamId.Parse($"s{letter}"), UserId.Parse($"{letter}"), StreamKind.Camera, ""))];
        participant.Do(new RoomTold(new StreamUpdate(s_room, UpdateType.Add, [.. streams], IsFull: true)));
        Assert.Equal(streams.Select(stream => new StreamCame(stream)), participant.Effects);
        participant.Do(new RoomTold(new StreamUpdate(s_room, UpdateType.Add, [streams[0], streams[0]])));
        Assert.Empty(participant.Effects);
        Assert.Equal(streams, participant.Connection.Roster.Streams);
    }

    [Fact]
    public void A_deleted_stream_is_not_played_on()
    {
        var participant = new Participant().Inside();
        var stream = new StreamInfo(s_theirs, UserId.Parse("x"), StreamKind.Camera, "");
        participant.Do(new RoomTold(new StreamUpdate(s_room, UpdateType.Add, [stream]))).Do(new WantStream("theirs", true, true));
        participant.Do(new RoomTold(new StreamUpdate(s_room, UpdateType.Delete, [stream with { Reason = StreamDeleteReason.Kicked }])));
        Assert.Equal([typeof(EndMedia), typeof(PlayerChanged), typeof(FreeView), typeof(StreamWent)], participant.Effects.Select(effect => effect.GetType()));
        participant.Do(new RoomTold(new StreamUpdate(s_room, UpdateType.Delete, [stream])));
        Assert.Empty(participant.Effects);
    }

    [Fact]
    public void A_full_list_after_coming_back_says_only_what_is_different()
    {
        var participant = new Participant().Inside();
        UserInfo User(string name) => new(UserId.Parse(name), UserName.Parse(name), MemberRole.Attendee, false, false, 0);
        participant.Do(new RoomTold(new UserUpdate(s_room, UpdateType.Add, [User("a"), User("b")], IsFull: true)));
        participant.Do(new ConnectionLost()).Do(new Answered(null));
        participant.Do(new RoomTold(new UserUpdate(s_room, UpdateType.Add, [User("b"), User("c")], IsFull: true)));
        Assert.Equal([new UserWent(User("a")), new UserCame(User("c"))], participant.Effects);
    }

    [Fact]
    public void A_stream_that_fails_is_tried_again_until_its_time_is_over()
    {
        var participant = new Participant(new ConnectionOptions { MediaRetryTime = MediaTime.FromSeconds(10) }).Inside().Do(new WantStream("own", false, true));
        Assert.Contains(new PublisherChanged(s_own, PublisherState.PublishRequesting, StreamEvent.PublishStart, null), participant.Effects);
        participant.Do(new MediaChanged("own", false, true));
        Assert.Equal(new PublisherChanged(s_own, PublisherState.Publishing, StreamEvent.PublishSuccess, null), Assert.Single(participant.Effects));
        participant.Wait(100).Do(new MediaChanged("own", false, false));
        Assert.Equal(new PublisherChanged(s_own, PublisherState.PublishRequesting, StreamEvent.PublishFail, null), Assert.Single(participant.Effects));
        participant.Wait(1);
        Assert.Equal([new BeginMedia(s_own, false), new PublisherChanged(s_own, PublisherState.PublishRequesting, StreamEvent.RetryPublishStart, null)], participant.Effects);
        participant.Do(new MediaChanged("own", false, false)).Wait(9);
        var ended = participant.Effects.OfType<PublisherChanged>().Last();
        Assert.Equal((PublisherState.NoPublish, StreamEvent.PublishEnd, RoomErrorCode.TimedOut), (ended.State, ended.Event, ended.Error!.Code));
        Assert.Single(participant.Effects.OfType<TellUser>());
        participant.Wait(1000);
        Assert.Empty(participant.Effects);
    }

    [Fact]
    public void Playing_has_the_vendors_own_numbers_and_limit()
    {
        var participant = new Participant(new ConnectionOptions { MaxPlayedStreams = 1 }).Inside().Do(new WantStream("theirs", true, true));
        Assert.Contains(new PlayerChanged(s_theirs, PlayerState.PlayRequesting, StreamEvent.PlayStart, null), participant.Effects);
        participant.Rejects(new WantStream("more", true, true), RoomErrorCode.LimitReached);
        participant.Do(new MediaChanged("theirs", true, true));
        Assert.Equal(new PlayerChanged(s_theirs, PlayerState.Playing, StreamEvent.PlaySuccess, null), Assert.Single(participant.Effects));
    }

    [Fact]
    public void What_makes_no_sense_is_rejected_and_changes_nothing()
    {
        var participant = new Participant();
        participant.Rejects(new LeaveRoom("r"), RoomErrorCode.UnknownRoom);
        participant.Rejects(new Answered(null), RoomErrorCode.WrongState);
        participant.Rejects(new ConnectionLost(), RoomErrorCode.WrongState);
        participant.Rejects(new WantStream("s", true, true), RoomErrorCode.NotLoggedIn);
        participant.Rejects(new EnterRoom("r", new string('u', 64), "n"), RoomErrorCode.TooLong);
        participant.Inside();
        participant.Rejects(new EnterRoom("r", "u", "n"), RoomErrorCode.WrongState);
        participant.Rejects(new WantStream("bad id", true, true), RoomErrorCode.BadCharacter);
        participant.Rejects(new MediaChanged("none", true, true), RoomErrorCode.UnknownStream);
        participant.Rejects(new RoomTold(new UserUpdate(RoomId.Parse("q"), UpdateType.Add, [])), RoomErrorCode.UnknownRoom);
    }
}
