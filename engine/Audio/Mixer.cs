using ConfEngine.Audio.Inputs;
using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio;

/// <summary>Sums all inputs into one stereo signal, block by block of 10 ms. It has no device, thread or clock: whoever calls <see
/// cref="Mix"/> sets the pace, a sound card's thread or an offline loop. Mixing allocates nothing, takes no lock and waits for
/// nobody.</summary>
public sealed class Mixer : IBlockSource, IDisposable
{
    /// <summary>Samples per second.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Samples per channel in a block.</summary>
    public const int BlockSamples = 480;

    /// <summary>Channels of the mix: left, right.</summary>
    public const int Channels = 2;

    /// <summary>How many inputs there may be.</summary>
    public const int MaximumInputs = 200;

    // More than this many that leave at once are cut off: there is no audio thread then.
    private const int MaximumLeaving = 2 * MaximumInputs;

    private readonly IClock? _clock;
    private readonly Lock _gate = new();
    private readonly MixBus _bus = new();
    private readonly SoftLimiter _limiter = new();
    private readonly SpeakerDetector _detector = new();
    private InputSet _inputs = new([], []);
    private AudioInput? _activeSpeaker;
    private float _peak = DecibelMath.Silence;

    /// <summary>Makes a mixer without inputs.</summary>
    /// <param name="clock">The clock that packets of realtime sources are stamped with when they arrive. Without one the positions of the
    /// blocks are the time, and a packet arrives with the block in which it is seen: right where the mix runs in a time of its own.</param>
    public Mixer(IClock? clock = null) => _clock = clock;

    /// <summary>Length of a block.</summary>
    public static MediaTime BlockLength => MediaTime.FromMilliseconds(10);

    /// <summary>Who speaks now, with hysteresis; null when nobody has for a while. Any thread.</summary>
    public AudioInput? ActiveSpeaker => Volatile.Read(ref _activeSpeaker);

    /// <summary>Peak of the last block in dBFS, after the limiter. Any thread.</summary>
    public float PeakLevel => Volatile.Read(ref _peak);

    /// <summary>How many inputs there are.</summary>
    public int InputCount => Volatile.Read(ref _inputs).Items.Length;

    /// <summary>Makes one more input. Any thread; heard from the next block on, once it is started.</summary>
    /// <param name="name">Whose sound it is, for people.</param>
    /// <param name="options">Null for a plain file input.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="MaximumInputs"/> already.</exception>
    public AudioInput AddInput(string name, AudioInputOptions? options = null)
    {
        var input = new AudioInput(name, options ?? new AudioInputOptions());
        lock (_gate)
        {
            if (_inputs.Items.Length >= MaximumInputs)
                throw new InvalidOperationException($"'{name}' is one sound source too many; {MaximumInputs} can be mixed.");
            Volatile.Write(ref _inputs, _inputs.With(input));
        }

        return input;
    }

    /// <summary>Lets an input go. Any thread; does not wait. Nothing may be pushed to it any more. A realtime source that is heard is faded
    /// out over one more block.</summary>
    public void RemoveInput(AudioInput input)
    {
        bool isFaded;
        lock (_gate)
        {
            if (!_inputs.Items.Contains(input)) return;
            isFaded = input.IsSounding && _inputs.Leaving.Length < MaximumLeaving;
            Volatile.Write(ref _inputs, _inputs.Without(input, isFaded));
        }

        Interlocked.CompareExchange(ref _activeSpeaker, null, input);
        if (!isFaded) input.Remove();
    }

    /// <inheritdoc/>
    public void Mix(Span<float> stereoBlock, MediaTime at)
    {
        if (stereoBlock.Length != BlockSamples * Channels)
            throw new ArgumentException($"A block has {BlockSamples * Channels} samples, not {stereoBlock.Length}.", nameof(stereoBlock));
        var inputs = Volatile.Read(ref _inputs);
        var block = new BlockTime(at, _clock?.Now ?? new Instant(at.Nanoseconds), _clock is not null);
        _bus.Clear();
        foreach (var input in inputs.Items) input.Mix(_bus, block);
        foreach (var input in inputs.Leaving) input.MixLast(_bus, block);
        _bus.Output(stereoBlock);
        Volatile.Write(ref _peak, DecibelMath.FromAmplitude(_limiter.Process(stereoBlock)));
        var speaker = _detector.Update(inputs.Candidates);
        Volatile.Write(ref _activeSpeaker, inputs.Find(speaker));
    }

    /// <summary>Lets all inputs go.</summary>
    public void Dispose()
    {
        InputSet inputs;
        lock (_gate)
        {
            inputs = _inputs;
            Volatile.Write(ref _inputs, new InputSet([], []));
        }

        Volatile.Write(ref _activeSpeaker, null);
        foreach (var input in inputs.Items) input.Remove();
        foreach (var input in inputs.Leaving) input.Remove();
    }

    // The audio thread sees one set or the next, never one being changed.
    private sealed class InputSet(AudioInput[] items, AudioInput[] leaving)
    {
        public AudioInput[] Items => items;

        // To be faded out. One that is, stays until the set changes again; the audio thread makes no sets.
        public AudioInput[] Leaving => leaving;

        public SpeakerCandidate[] Candidates { get; } = [.. items.Select(item => item.Candidate)];

        public InputSet With(AudioInput input) => new([.. items, input], StillLeaving());

        public InputSet Without(AudioInput input, bool isFaded) =>
            new([.. items.Where(other => !ReferenceEquals(other, input))], isFaded ? [.. StillLeaving(), input] : StillLeaving());

        public AudioInput? Find(SpeakerCandidate? candidate)
        {
            var index = Array.IndexOf(Candidates, candidate);
            return index < 0 ? null : items[index];
        }

        private AudioInput[] StillLeaving() => [.. leaving.Where(input => !input.IsRemoved)];
    }
}
