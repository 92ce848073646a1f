using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Messages;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.Streams;
using ConfEngine.Conference.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace ConfEngine.Conference.Tests.Properties;

/// <summary>Whatever text comes in, it is taken or refused; nothing throws, and a refusal changes nothing. A failure prints the seed.</summary>
public sealed class HostileTextProperties
{
    [Fact]
    public void Any_text_anywhere_is_taken_or_refused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(ArbMap.Default.ArbFor<string>(), (string text) =>
        {
            var hosted = new Hosted();
            var chairman = hosted.InWithStream("boss", "s");
            foreach (var input in Inputs(hosted, chairman, text))
            {
                var before = hosted.Host.TryGetSnapshot(RoomId.Parse("r"), out var snapshot) ? snapshot : null;
                if (hosted.Do(input) is null) continue;
                Assert.Single(hosted.Effects);
                Assert.Same(before, hosted.Snapshot);
            }
        }));

    private static RoomInput[] Inputs(Hosted hosted, SessionId by, string text) =>
    [
        new Login(hosted.NewSession(), text, "u", "n"),
        new Login(hosted.NewSession(), "r", text, "n"),
        new Login(hosted.NewSession(), "r", "u", text),
        new Publish(by, text),
        new StopPublishing(by, text),
        new Play(by, text),
        new StopPlaying(by, text),
        new SetStreamExtraInfo(by, text, "i"),
        new SetStreamExtraInfo(by, "s", text),
        new SendBarrage(by, text),
        new SendCustom(by, text, []),
        new SendCustom(by, "x", [text, text]),
        new SendChat(by, text, text),
        new SendChat(by, text),
        new SetRoomExtraInfo(by, text, text),
        new Admit(by, "r", text),
        new TurnAway(by, text, text),
        new Unblock(by, "r", text),
        new MuteMember(by, "r", text, Audio: true),
        new SetRole(by, "r", text, (MemberRole)(text + "").Length),
        new LowerHand(by, "r", text),
        new OpenRoom(text, new RoomSettings()),
        new Logout(by, text + "?"),
        new Reconnect(hosted.NewSession(), by, new Secret(text + "")),
    ];
}
