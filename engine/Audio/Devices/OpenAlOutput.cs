using System.Runtime.InteropServices;
using System.Text;
using ConfEngine.Core.Media;

namespace ConfEngine.Audio.Devices;

/// <summary>One open OpenAL device with one source that is fed 10 ms buffers. Used by one thread at a time.</summary>
internal sealed unsafe class OpenAlOutput : IDisposable
{
    /// <summary>Buffers in the queue: 40 ms.</summary>
    public const int QueueBlocks = 4;

    private readonly bool _canDisconnect;
    private readonly delegate* unmanaged<uint, int, long*, void> _getLatency;
    private nint _device;
    private nint _context;
    private uint _source;
    private long _finishedSamples;

    /// <summary>Opens the default device.</summary>
    /// <exception cref="MediaException">There is none, or OpenAL is not installed.</exception>
    public OpenAlOutput()
    {
        _device = OpenDefault();
        Name = NameOf(_device);
        try
        {
            CreateContext();
            CreateSource();
            _canDisconnect = LibOpenAl.IsDeviceExtensionPresent(_device, "ALC_EXT_disconnect") != 0;
            if (LibOpenAl.IsExtensionPresent("AL_SOFT_source_latency") != 0)
                _getLatency = (delegate* unmanaged<uint, int, long*, void>)LibOpenAl.GetProcAddress("alGetSourcei64vSOFT");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The device's name.</summary>
    public string Name { get; }

    /// <summary>False once the device has gone away.</summary>
    public bool IsConnected
    {
        get
        {
            if (!_canDisconnect) return true;
            int connected;
            LibOpenAl.GetDeviceIntegers(_device, LibOpenAl.Connected, 1, &connected);
            return connected != 0;
        }
    }

    /// <summary>True while sound comes out; false before the start and after the queue ran dry.</summary>
    public bool IsPlaying => Get(LibOpenAl.SourceState) == LibOpenAl.Playing;

    /// <summary>The name of the device that a new output would get.</summary>
    /// <exception cref="MediaException">There is none, or OpenAL is not installed.</exception>
    public static string Probe()
    {
        var device = OpenDefault();
        var name = NameOf(device);
        LibOpenAl.CloseDevice(device);
        return name;
    }

    /// <summary>Names of the devices there are.</summary>
    public static IReadOnlyList<string> ListNames()
    {
        var names = new List<string>();
        // A list of strings, each ended by a zero, the list by another.
        for (var at = LibOpenAl.GetDeviceString(0, LibOpenAl.AllDevices); at is not null && *at != 0;)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(at);
            names.Add(Encoding.UTF8.GetString(name));
            at += name.Length + 1;
        }

        return names;
    }

    /// <summary>Makes a buffer and queues it with <paramref name="block"/> in it.</summary>
    public void QueueNew(ReadOnlySpan<float> block)
    {
        uint buffer;
        LibOpenAl.GenBuffers(1, &buffer);
        Queue(buffer, block);
    }

    /// <summary>Fills <paramref name="buffer"/> and puts it at the end of the queue.</summary>
    public void Queue(uint buffer, ReadOnlySpan<float> block)
    {
        fixed (float* data = block)
            LibOpenAl.BufferData(buffer, LibOpenAl.FormatStereoFloat, data, block.Length * sizeof(float), Mixer.SampleRate);
        LibOpenAl.SourceQueueBuffers(_source, 1, &buffer);
    }

    /// <summary>Takes a buffer that has been played out of the queue.</summary>
    public bool TryUnqueue(out uint buffer)
    {
        buffer = 0;
        if (Get(LibOpenAl.BuffersProcessed) == 0) return false;
        uint taken;
        LibOpenAl.SourceUnqueueBuffers(_source, 1, &taken);
        buffer = taken;
        _finishedSamples += Mixer.BlockSamples;
        return true;
    }

    /// <summary>Starts the source, the first time or after it ran dry.</summary>
    public void Play() => LibOpenAl.SourcePlay(_source);

    /// <summary>The number of the sample that is heard now, counted from the first ever queued; the device's latency is taken off where
    /// it is known.</summary>
    public double PlayedSamples()
    {
        if (_getLatency is null) return _finishedSamples + Get(LibOpenAl.SampleOffset);
        var values = stackalloc long[2];
        _getLatency(_source, LibOpenAl.SampleOffsetLatency, values);
        return _finishedSamples + values[0] / 4294967296.0 - values[1] * 1e-9 * Mixer.SampleRate;
    }

    /// <summary>Closes the device.</summary>
    public void Dispose()
    {
        if (_source != 0) DeleteSource();
        LibOpenAl.MakeContextCurrent(0);
        if (_context != 0) LibOpenAl.DestroyContext(_context);
        if (_device != 0) LibOpenAl.CloseDevice(_device);
        _source = 0;
        _context = 0;
        _device = 0;
    }

    private static nint OpenDefault()
    {
        if (!LibOpenAl.IsInstalled()) throw new MediaException("OpenAL Soft is not installed; install libopenal1 or use --audio-out null");
        var device = SoundSystem.IsPresent() ? LibOpenAl.OpenDevice(null) : 0;
        return device != 0 ? device : throw new MediaException("no sound device could be opened; connect one or use --audio-out null");
    }

    private static string NameOf(nint device) =>
        Marshal.PtrToStringUTF8((nint)LibOpenAl.GetDeviceString(device, LibOpenAl.AllDevices)) ?? "OpenAL";

    private void CreateContext()
    {
        // Ask for short periods; the device may decide otherwise.
        var attributes = stackalloc int[] { LibOpenAl.Frequency, Mixer.SampleRate, LibOpenAl.Refresh, 100, 0 };
        _context = LibOpenAl.CreateContext(_device, attributes);
        if (_context == 0 || LibOpenAl.MakeContextCurrent(_context) == 0)
            throw new MediaException($"{Name}: the sound device refuses 48 kHz playback; use --audio-out null");
    }

    private void CreateSource()
    {
        if (LibOpenAl.IsExtensionPresent("AL_EXT_FLOAT32") == 0)
            throw new MediaException($"{Name}: OpenAL without float samples; install OpenAL Soft");
        uint source;
        LibOpenAl.GenSources(1, &source);
        if (LibOpenAl.GetError() != LibOpenAl.NoError) throw new MediaException($"{Name}: no free OpenAL source");
        _source = source;
        if (LibOpenAl.IsExtensionPresent("AL_SOFT_direct_channels") != 0) LibOpenAl.SetSource(_source, LibOpenAl.DirectChannels, 1);
    }

    private void DeleteSource()
    {
        LibOpenAl.SourceStop(_source);
        while (TryUnqueue(out var buffer)) LibOpenAl.DeleteBuffers(1, &buffer);
        var source = _source;
        LibOpenAl.DeleteSources(1, &source);
    }

    private int Get(int name)
    {
        int value;
        LibOpenAl.GetSource(_source, name, &value);
        return value;
    }
}
