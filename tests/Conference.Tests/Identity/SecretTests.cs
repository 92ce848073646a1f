using ConfEngine.Conference.Errors;
using ConfEngine.Conference.Identity;
using ConfEngine.Conference.Members;
using ConfEngine.Conference.Moderation;
using ConfEngine.Conference.Rooms;
using ConfEngine.Conference.SignIn;
using ConfEngine.Conference.Tests.Kit;
using ConfEngine.Core.Time;

namespace ConfEngine.Conference.Tests.Identity;

/// <summary>What is secret stays so: in logs of inputs and effects, and in the program (acceptance check 10).</summary>
public sealed class SecretTests
{
    private const string Word = "open-sesame-42";

    [Fact]
    public void A_password_matches_itself_only()
    {
        var password = new RoomPassword(new Secret(Word), new byte[16]);
        Assert.True(password.Matches(new Secret(Word)));
        Assert.False(password.Matches(new Secret(Word + " ")));
        Assert.False(password.Matches(new Secret("")));
        Assert.False(password.Matches(new Secret(new string('x', 1000))));
        Assert.False(password.Matches(null));
    }

    [Fact]
    public void An_empty_password_or_a_short_salt_is_a_programmers_error()
    {
        Assert.Throws<ArgumentException>(() => new RoomPassword(new Secret(""), new byte[16]));
        Assert.Throws<ArgumentException>(() => new RoomPassword(new Secret(new string('x', 257)), new byte[16]));
        Assert.Throws<ArgumentException>(() => new RoomPassword(new Secret(Word), new byte[8]));
    }

    [Fact]
    public void No_secret_is_in_the_text_of_any_input_effect_or_snapshot()
    {
        var hosted = new Hosted();
        var password = new RoomPassword(new Secret(Word), new byte[16]);
        RoomInput[] inputs =
        [
            new OpenRoom("r", new RoomSettings { Password = password }),
            new Login(new SessionId(1), "r", "u", "n", new Secret(Word)) { Password = new Secret(Word) },
            new Login(new SessionId(2), "r", "v", "n", new Secret(Word)) { Password = new Secret(Word + "!") },
            new SetPassword(SessionId.Operator, "r", new RoomPassword(new Secret(Word), new byte[16])),
            new Dropped(new SessionId(1)),
            new Reconnect(new SessionId(3), new SessionId(1), new Secret(Word)),
            new Reconnect(new SessionId(4), new SessionId(1), new Secret(Word)),
        ];
        foreach (var input in inputs)
        {
            hosted.Do(input);
            Assert.DoesNotContain(Word, $"{input} {string.Join(' ', hosted.Effects)} {hosted.Snapshot}");
        }
        var connection = new RoomConnection(new ConnectionOptions());
        var enter = new EnterRoom("r", "u", "n", new AccessToken(new Secret(Word), new Instant(long.MaxValue / 2)));
        Assert.DoesNotContain(Word, $"{enter} {string.Join(' ', connection.Handle(enter, new Instant(0)))}");
    }

    [Fact]
    public void The_program_knows_no_vendor_secret()
    {
        var bytes = File.ReadAllBytes(typeof(RoomHost).Assembly.Location);
        foreach (var name in new[] { "AppSign", "ServerSecret" })
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(name)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(name)));
        }
    }

    [Fact]
    public void Guessing_passwords_is_slowed_down_and_tells_nothing()
    {
        var hosted = new Hosted();
        hosted.Ok(new OpenRoom("r", new RoomSettings { Password = new RoomPassword(new Secret(Word), new byte[16]), IsLocked = true }));
        Login Guess(string word) => new(hosted.NewSession(), "r", "u", "n") { Password = new Secret(word) };
        hosted.Refuses(new Login(hosted.NewSession(), "r", "u", "n"), RoomErrorCode.WrongPassword);
        for (var i = 0; i < 10; i++) hosted.Refuses(Guess($"guess{i}"), RoomErrorCode.WrongPassword);
        hosted.Refuses(Guess("guess10"), RoomErrorCode.TooFrequent);
        hosted.Refuses(Guess(Word), RoomErrorCode.TooFrequent);
        hosted.Wait(1);
        hosted.Refuses(Guess(Word), RoomErrorCode.RoomLocked);
    }
}
