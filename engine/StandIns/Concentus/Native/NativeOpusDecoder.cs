using Concentus.Enums;

namespace Concentus.Native;

internal sealed unsafe class NativeOpusDecoder : IOpusDecoder
{
    private nint _handle;

    public NativeOpusDecoder(int sampleRate, int numChannels)
    {
        int error;
        _handle = LibOpus.DecoderCreate(sampleRate, numChannels, &error);
        if (error != OpusError.OPUS_OK || _handle == 0)
            throw new OpusException($"No Opus decoder for {sampleRate} Hz and {numChannels} channels", error);
        SampleRate = sampleRate;
        NumChannels = numChannels;
    }

    ~NativeOpusDecoder() => Free();

    public int SampleRate { get; }

    public int NumChannels { get; }

    public OpusBandwidth Bandwidth => (OpusBandwidth)Get(OpusRequest.GetBandwidth);

    public uint FinalRange => (uint)Get(OpusRequest.GetFinalRange);

    public int LastPacketDuration => Get(OpusRequest.GetLastPacketDuration);

    public int Pitch => Get(OpusRequest.GetPitch);

    public int Gain
    {
        get => Get(OpusRequest.GetGain);
        set => Check(LibOpus.DecoderCtl(Handle, OpusRequest.SetGain, value), "Opus refused the gain");
    }

    private nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(IOpusDecoder));

    public int Decode(ReadOnlySpan<byte> in_data, Span<float> out_pcm, int frame_size, bool decode_fec = false)
    {
        CheckRoom(out_pcm.Length, frame_size);
        fixed (byte* data = in_data)
        fixed (float* pcm = out_pcm)
            return Check(LibOpus.DecodeFloat(Handle, data, in_data.Length, pcm, frame_size, decode_fec ? 1 : 0), "Opus decoding failed");
    }

    public int Decode(ReadOnlySpan<byte> in_data, Span<short> out_pcm, int frame_size, bool decode_fec = false)
    {
        CheckRoom(out_pcm.Length, frame_size);
        fixed (byte* data = in_data)
        fixed (short* pcm = out_pcm)
            return Check(LibOpus.Decode(Handle, data, in_data.Length, pcm, frame_size, decode_fec ? 1 : 0), "Opus decoding failed");
    }

    public void ResetState() => Check(LibOpus.DecoderCtl(Handle, OpusRequest.ResetState, 0), "Opus refused the reset");

    public string GetVersionString() => LibOpus.Version;

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static int Check(int result, string failure) => result >= 0 ? result : throw new OpusException(failure, result);

    private int Get(int request)
    {
        int value;
        Check(LibOpus.DecoderCtl(Handle, request, (nint)(&value)), "Opus refused the question");
        return value;
    }

    private void CheckRoom(int length, int frameSize)
    {
        if (frameSize <= 0 || (long)frameSize * NumChannels > length)
            throw new OpusException("The output is smaller than frame_size", OpusError.OPUS_BUFFER_TOO_SMALL);
    }

    private void Free()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0) LibOpus.DecoderDestroy(handle);
    }
}
