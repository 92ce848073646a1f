using Concentus;

namespace ConfEngine.Audio.Inputs;

/// <summary>Makes samples of one packet, or for want of one, in the room that a queue reserves. Only the audio thread calls it.</summary>
internal sealed class PacketReader
{
    /// <summary>The decoder conceals in steps of 10 ms.</summary>
    public const int StepSamples = 480;

    private readonly SampleQueue _queue;
    private readonly float[] _scratch = new float[StepSamples * 2];
    private readonly float[] _last = new float[2];
    private IOpusDecoder? _decoder;
    private bool _lastWasOpus;

    /// <summary>Reads into <paramref name="queue"/>; the caller commits.</summary>
    public PacketReader(SampleQueue queue) => _queue = queue;

    /// <summary>Takes over the decoder for the packets to come. Two channels once any packet has two.</summary>
    public void Use(IOpusDecoder decoder)
    {
        _decoder = decoder;
        if (decoder.NumChannels == 2) _queue.WidenToStereo();
    }

    /// <summary>Forgets what was read before.</summary>
    public void Reset() => _decoder?.ResetState();

    /// <summary>Makes the samples of <paramref name="packet"/>.</summary>
    /// <returns>How many there are per channel; 0 when the packet is broken inside.</returns>
    public int Read(PacketBuffer packet)
    {
        var samples = packet.IsOpus ? Decode(packet, false) : Copy(packet);
        if (samples > 0) _lastWasOpus = packet.IsOpus;
        return samples;
    }

    /// <summary>Makes the samples of the packet before <paramref name="next"/> from the copy that it may carry (RFC 6716 section 2.1.7);
    /// without a copy the decoder makes them up.</summary>
    /// <returns>How many there are per channel; 0 when it cannot be done.</returns>
    public int ReadCopy(PacketBuffer next) => next.IsOpus && next.Samples % StepSamples == 0 ? Decode(next, true) : 0;

    /// <summary>Makes up what is missing, its gain running from one value to another.</summary>
    /// <param name="room">Receives at most <see cref="StepSamples"/> per channel.</param>
    /// <param name="fromGain">Gain at the beginning.</param>
    /// <param name="toGain">Gain at the end.</param>
    /// <param name="stepSamples">How far the decoder is to go on, at least as far as the room.</param>
    public void MakeUp(Span<float> room, float fromGain, float toGain, int stepSamples = StepSamples)
    {
        if (_lastWasOpus) Extrapolate(room, fromGain, toGain, stepSamples);
        else Decay(room);
    }

    private int Decode(PacketBuffer packet, bool copy)
    {
        if (_decoder is null) return 0;
        try
        {
            return _decoder.Decode(packet.Bytes, _queue.Reserve(packet.Samples), packet.Samples, copy);
        }
        catch (OpusException)
        {
            // The framing was checked on the way in, so this is a packet that is broken inside; it counts as lost.
            return 0;
        }
    }

    private int Copy(PacketBuffer packet)
    {
        if (packet.Channels == 2) _queue.WidenToStereo();
        var pcm = packet.Pcm;
        var room = _queue.Reserve(packet.Samples);
        if (packet.Channels == _queue.Channels) pcm.CopyTo(room);
        else
            for (var i = 0; i < pcm.Length; i++) room[2 * i] = room[2 * i + 1] = pcm[i];
        pcm[^packet.Channels..].CopyTo(_last);
        if (packet.Channels == 1) _last[1] = _last[0];
        return packet.Samples;
    }

    private void Extrapolate(Span<float> room, float fromGain, float toGain, int stepSamples)
    {
        var whole = _scratch.AsSpan(0, stepSamples * _queue.Channels);
        _decoder!.Decode([], whole, stepSamples);
        var slope = (toGain - fromGain) / room.Length;
        for (var i = 0; i < room.Length; i++) room[i] = whole[i] * (fromGain + slope * i);
    }

    // Plain samples have no model to go on with; the last value runs down instead of clicking to zero.
    private void Decay(Span<float> room)
    {
        for (var i = 0; i < room.Length; i++)
        {
            var channel = i % _queue.Channels;
            room[i] = _last[channel] *= 0.97f;
        }
    }
}
