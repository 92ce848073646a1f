using ConfEngine.Audio.Mixing;
using ConfEngine.Audio.Speech;
using ConfEngine.Core.Time;

namespace ConfEngine.Audio.Inputs;

/// <summary>The playing side of an input. Only the audio thread calls its methods; anybody may read its figures.</summary>
internal interface IInputPlayer
{
    /// <summary>Level and speech.</summary>
    SpeakerCandidate Candidate { get; }

    /// <summary>See <see cref="AudioInput.Figures"/>.</summary>
    PlayoutFigures Figures { get; }

    /// <summary>Packets thrown away.</summary>
    long Dropped { get; }

    /// <summary>How often nothing was there to play although the stream had not ended.</summary>
    long Underruns { get; }

    /// <summary>Takes what has been pushed since the last block.</summary>
    void Collect(in BlockTime block);

    /// <summary>Plays nothing in this block.</summary>
    void Rest();

    /// <summary>Adds a block to the bus.</summary>
    /// <param name="bus">Where to.</param>
    /// <param name="block">The block's place in the mix and the time.</param>
    /// <param name="origin">Where the stream's time stamp 0 is played.</param>
    /// <param name="gain">Gain to be reached at the end of the block.</param>
    /// <returns>Nanoseconds by which <paramref name="origin"/> moves.</returns>
    long Mix(MixBus bus, in BlockTime block, MediaTime origin, float gain);
}
