using Concentus.Enums;

namespace Concentus.Native;

internal sealed unsafe class NativeOpusEncoder : IOpusEncoder
{
    private nint _handle;

    public NativeOpusEncoder(int sampleRate, int numChannels, OpusApplication application)
    {
        int error;
        _handle = LibOpus.EncoderCreate(sampleRate, numChannels, (int)application, &error);
        if (error != OpusError.OPUS_OK || _handle == 0)
            throw new OpusException($"No Opus encoder for {sampleRate} Hz and {numChannels} channels", error);
        SampleRate = sampleRate;
        NumChannels = numChannels;
    }

    ~NativeOpusEncoder() => Free();

    public int SampleRate { get; }

    public int NumChannels { get; }

    public OpusApplication Application
    {
        get => (OpusApplication)Get(OpusRequest.Application);
        set => Set(OpusRequest.Application, (int)value);
    }

    public OpusBandwidth Bandwidth
    {
        get => (OpusBandwidth)Get(OpusRequest.Bandwidth);
        set => Set(OpusRequest.Bandwidth, (int)value);
    }

    public int Bitrate
    {
        get => Get(OpusRequest.Bitrate);
        set => Set(OpusRequest.Bitrate, value);
    }

    public int Complexity
    {
        get => Get(OpusRequest.Complexity);
        set => Set(OpusRequest.Complexity, value);
    }

    public OpusFramesize ExpertFrameDuration
    {
        get => (OpusFramesize)Get(OpusRequest.ExpertFrameDuration);
        set => Set(OpusRequest.ExpertFrameDuration, (int)value);
    }

    public uint FinalRange => (uint)Ask(OpusRequest.GetFinalRange);

    public int ForceChannels
    {
        get => Get(OpusRequest.ForceChannels);
        set => Set(OpusRequest.ForceChannels, value);
    }

    public OpusMode ForceMode
    {
        set => Set(OpusRequest.SetForceMode, (int)value);
    }

    public int Lookahead => Ask(OpusRequest.GetLookahead);

    public int LSBDepth
    {
        get => Get(OpusRequest.LsbDepth);
        set => Set(OpusRequest.LsbDepth, value);
    }

    public OpusBandwidth MaxBandwidth
    {
        get => (OpusBandwidth)Get(OpusRequest.MaxBandwidth);
        set => Set(OpusRequest.MaxBandwidth, (int)value);
    }

    public int PacketLossPercent
    {
        get => Get(OpusRequest.PacketLossPercent);
        set => Set(OpusRequest.PacketLossPercent, value);
    }

    public bool PredictionDisabled
    {
        get => Get(OpusRequest.PredictionDisabled) != 0;
        set => Set(OpusRequest.PredictionDisabled, value ? 1 : 0);
    }

    public OpusSignal SignalType
    {
        get => (OpusSignal)Get(OpusRequest.Signal);
        set => Set(OpusRequest.Signal, (int)value);
    }

    public bool UseConstrainedVBR
    {
        get => Get(OpusRequest.VbrConstraint) != 0;
        set => Set(OpusRequest.VbrConstraint, value ? 1 : 0);
    }

    public bool UseDTX
    {
        get => Get(OpusRequest.Dtx) != 0;
        set => Set(OpusRequest.Dtx, value ? 1 : 0);
    }

    public bool UseInbandFEC
    {
        get => Get(OpusRequest.InbandFec) != 0;
        set => Set(OpusRequest.InbandFec, value ? 1 : 0);
    }

    public bool UseVBR
    {
        get => Get(OpusRequest.Vbr) != 0;
        set => Set(OpusRequest.Vbr, value ? 1 : 0);
    }

    private nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(IOpusEncoder));

    public int Encode(ReadOnlySpan<short> in_pcm, int frame_size, Span<byte> out_data, int max_data_bytes)
    {
        CheckRoom(in_pcm.Length, frame_size, out_data.Length, max_data_bytes);
        fixed (short* pcm = in_pcm)
        fixed (byte* data = out_data)
            return Check(LibOpus.Encode(Handle, pcm, frame_size, data, max_data_bytes), "Opus encoding failed");
    }

    public int Encode(ReadOnlySpan<float> in_pcm, int frame_size, Span<byte> out_data, int max_data_bytes)
    {
        CheckRoom(in_pcm.Length, frame_size, out_data.Length, max_data_bytes);
        fixed (float* pcm = in_pcm)
        fixed (byte* data = out_data)
            return Check(LibOpus.EncodeFloat(Handle, pcm, frame_size, data, max_data_bytes), "Opus encoding failed");
    }

    public void ResetState() => Check(LibOpus.EncoderCtl(Handle, OpusRequest.ResetState, 0), "Opus refused the reset");

    public string GetVersionString() => LibOpus.Version;

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static int Check(int result, string failure) => result >= 0 ? result : throw new OpusException(failure, result);

    private void Set(int request, int value) =>
        Check(LibOpus.EncoderCtl(Handle, request, value), $"Opus refused {value} for control {request}");

    private int Get(int request) => Ask(request + 1);

    private int Ask(int getter)
    {
        int value;
        Check(LibOpus.EncoderCtl(Handle, getter, (nint)(&value)), "Opus refused the question");
        return value;
    }

    private void CheckRoom(int samples, int frameSize, int room, int maxBytes)
    {
        if (frameSize <= 0 || (long)frameSize * NumChannels > samples)
            throw new OpusException("The input is shorter than frame_size", OpusError.OPUS_BAD_ARG);
        if (maxBytes <= 0 || maxBytes > room)
            throw new OpusException("The output is smaller than max_data_bytes", OpusError.OPUS_BUFFER_TOO_SMALL);
    }

    private void Free()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0) LibOpus.EncoderDestroy(handle);
    }
}
