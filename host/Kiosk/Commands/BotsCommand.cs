using System.CommandLine;
using System.CommandLine.Parsing;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Bots;
using ConfEngine.Transport.Net;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine bots</c>: synthetic participants over the real transport.</summary>
internal static class BotsCommand
{
    /// <summary>The most bots of one process: each has a socket, and a WebSocket at the server, which takes 256.</summary>
    public const int MostBots = 250;

    private const string DefaultRoom = "lobby";
    private static readonly (string Name, int Lines)[] s_videos = [("720p", 720), ("360p", 360), ("180p", 180), ("none", 0)];

    public static Command Create()
    {
        var server = new ServerOptions();
        var room = new Option<string?>("--room") { Description = $"Which room; default: the one in the join page's address, or {DefaultRoom}.", HelpName = "NAME" };
        var password = new Option<string?>("--password") { Description = "The room's password, where it has one.", HelpName = "TEXT" };
        var count = Quantity.Whole("--count", $"How many, 1 to {MostBots}.", 1, MostBots, 4);
        var video = new Option<int>("--video") { Description = "Pictures: 720p, 360p, 180p or none.", HelpName = "SIZE", DefaultValueFactory = _ => 360, CustomParser = ParseVideo };
        var codec = new Option<BotCodec>("--codec") { Description = "vp8 or h264.", HelpName = "NAME", CustomParser = ParseCodec };
        var simulcast = new Option<bool>("--simulcast") { Description = "Send each picture in three sizes; the server forwards to everybody the one that fits." };
        var loss = Quantity.Percent("--loss", "Part of the packets lost, each way.");
        var jitter = Quantity.Milliseconds("--jitter", "The most that a packet is late by chance.", 2000);
        var delay = Quantity.Milliseconds("--delay", "How long every packet is under way, each way.", 10_000);
        var seed = Quantity.Whole("--seed", "Decides what is lost and who leaves when.", 0, int.MaxValue, 1);
        var churn = new Option<bool>("--churn") { Description = "Bots leave and come back at random." };
        var oneByOne = new Option<bool>("--one-by-one") { Description = "Each bot comes when the one before sees everybody." };
        var duration = CommonOptions.Duration("Leave after this time; default: stay until Ctrl-C.");
        var name = new Option<string>("--name") { Description = "What they are called, with a number behind it.", HelpName = "PREFIX", DefaultValueFactory = _ => "Bot" };
        var deaf = new Option<bool>("--no-play") { Description = "Send only; play nobody." };
        var publishers = Quantity.Whole("--publishers", "How many of them send; the others only watch. Default: all.", 0, MostBots, MostBots);
        var json = new Option<string?>("--json") { Description = "The figures as JSON at the end.", HelpName = "FILE" };
        var command = new Command("bots", "Send synthetic participants into a room: real media over the real transport, encoded once for all.")
        {
            room, password, count, video, codec, simulcast, loss, jitter, delay, seed, churn, oneByOne, duration, name, deaf, publishers, json,
        };
        server.AddTo(command);
        command.SetAction(parsed =>
        {
            var target = server.Read(parsed);
            return new BotsRun(new BotsRequest
            {
                Server = target,
                Room = parsed.GetValue(room) ?? target.Server.Room ?? DefaultRoom,
                Password = parsed.GetValue(password),
                Count = parsed.GetValue(count),
                Lines = parsed.GetValue(video),
                Codec = parsed.GetValue(codec),
                IsSimulcast = parsed.GetValue(simulcast),
                Network = new ImpairmentOptions
                {
                    Loss = parsed.GetValue(loss),
                    Jitter = MediaTime.FromMilliseconds(parsed.GetValue(jitter)),
                    Delay = MediaTime.FromMilliseconds(parsed.GetValue(delay)),
                },
                Seed = parsed.GetValue(seed),
                IsChurning = parsed.GetValue(churn),
                IsOneByOne = parsed.GetValue(oneByOne),
                Duration = parsed.GetValue(duration) is { } seconds ? MediaTime.FromSeconds(seconds) : null,
                NamePrefix = parsed.GetValue(name)!,
                Plays = !parsed.GetValue(deaf),
                Publishers = parsed.GetValue(publishers),
                JsonFile = parsed.GetValue(json),
            }).Run();
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(simulcast) && result.GetValue(video) == 0) result.AddError("--simulcast: there are no pictures to send in three sizes; leave it out, or choose --video 720p");
        });
        return command;
    }

    private static int ParseVideo(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        foreach (var (name, lines) in s_videos)
            if (name == text)
                return lines;
        result.AddError($"--video {text}: unknown; use 720p, 360p, 180p or none");
        return 0;
    }

    private static BotCodec ParseCodec(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Enum.TryParse<BotCodec>(text, ignoreCase: true, out var codec) && !char.IsAsciiDigit(text[0])) return codec;
        result.AddError($"--codec {text}: unknown; use vp8 or h264");
        return default;
    }
}
