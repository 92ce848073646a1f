using ConfEngine.Audio.Synthesis;
using ConfEngine.Core.Media;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Tests.Speech;

public class ActiveSpeakerTests
{
    [Fact]
    public void Follows_synthetic_voices_that_take_turns()
    {
        using var mixer = new Mixer();
        var inputs = new AudioInput[3];
        var voices = new SyntheticVoice[3];
        for (var i = 0; i < 3; i++)
        {
            inputs[i] = mixer.AddInput($"voice {i}");
            inputs[i].Start(MediaTime.Zero);
            voices[i] = new SyntheticVoice(
                new SyntheticVoiceOptions { Talk = new TalkTurn(i, 3, 3), PitchHertz = SyntheticVoiceOptions.PitchOf(i) }, inputs[i]);
        }

        var seen = new List<(double Seconds, string Name)>();
        Signals.MixAll(mixer, 12, block =>
        {
            foreach (var voice in voices)
                while (voice.Urgency(default) != long.MaxValue) voice.Step(default);
            var name = mixer.ActiveSpeaker?.Name ?? "none";
            if (seen.Count == 0 || seen[^1].Name != name) seen.Add((block * 0.01, name));
        });
        Assert.Equal(["none", "voice 0", "voice 1", "voice 2", "voice 0"], seen.Select(change => change.Name));
        for (var i = 1; i < seen.Count; i++) Assert.InRange(seen[i].Seconds - (i - 1) * 3, 0, 1.0);
        foreach (var input in inputs) Assert.Equal((0, 0, 0), (input.Concealed, input.Dropped, input.Underruns));
        foreach (var voice in voices) voice.Dispose();
    }

    [Fact]
    public void A_quiet_room_has_no_speaker_and_a_muted_one_is_none()
    {
        using var mixer = new Mixer();
        var input = mixer.AddInput("muted", new AudioInputOptions { Muted = true });
        input.Start(MediaTime.Zero);
        input.PushPcm(Signals.Tone(300, 0.5, 48_000), 1, MediaTime.Zero);
        Signals.MixAll(mixer, 0.8);
        Assert.Null(mixer.ActiveSpeaker);
        Assert.Equal(DecibelMath.Silence, input.Level);
        input.Muted = false;
        Signals.MixAll(mixer, 0.2, firstBlock: 80);
        Assert.Same(input, mixer.ActiveSpeaker);
        mixer.RemoveInput(input);
        Assert.Null(mixer.ActiveSpeaker);
    }
}
