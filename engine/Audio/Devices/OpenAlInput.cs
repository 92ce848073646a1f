using System.Runtime.InteropServices;
using System.Text;
using ConfEngine.Core.Media;

namespace ConfEngine.Audio.Devices;

/// <summary>One open OpenAL capture device at 48 kHz. Used by one thread at a time.</summary>
internal sealed unsafe class OpenAlInput : IDisposable
{
    // Half a second: what a thread that comes late finds.
    private const int BufferSamples = Mixer.SampleRate / 2;
    private readonly bool _canDisconnect;
    private readonly bool _isStereo;
    private nint _device;

    /// <summary>Opens the default device.</summary>
    /// <exception cref="MediaException">There is none, or OpenAL is not installed.</exception>
    public OpenAlInput()
    {
        if (!LibOpenAl.IsInstalled()) throw new MediaException("OpenAL Soft is not installed; install libopenal1 or use --audio-in null");
        if (SoundSystem.CanCapture()) _device = Open(out _isStereo);
        if (_device == 0) throw new MediaException("no microphone could be opened; connect one or use --audio-in null");
        Name = Marshal.PtrToStringUTF8((nint)LibOpenAl.GetDeviceString(_device, LibOpenAl.CaptureDevices)) ?? "OpenAL";
        _canDisconnect = LibOpenAl.IsDeviceExtensionPresent(_device, "ALC_EXT_disconnect") != 0;
    }

    /// <summary>The device's name.</summary>
    public string Name { get; }

    /// <summary>False once the device has gone away.</summary>
    public bool IsConnected => !_canDisconnect || Get(LibOpenAl.Connected) != 0;

    /// <summary>Samples per channel that wait to be read.</summary>
    public int Available => Get(LibOpenAl.CaptureSamplesWaiting);

    /// <summary>The name of the device that a new input would get.</summary>
    /// <exception cref="MediaException">There is none, or OpenAL is not installed.</exception>
    public static string Probe()
    {
        using var input = new OpenAlInput();
        return input.Name;
    }

    /// <summary>Names of the devices there are.</summary>
    public static IReadOnlyList<string> ListNames()
    {
        var names = new List<string>();
        // A list of strings, each ended by a zero, the list by another.
        for (var at = LibOpenAl.GetDeviceString(0, LibOpenAl.CaptureDevices); at is not null && *at != 0;)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(at);
            names.Add(Encoding.UTF8.GetString(name));
            at += name.Length + 1;
        }

        return names;
    }

    /// <summary>Begins to capture.</summary>
    public void Start() => LibOpenAl.CaptureStart(_device);

    /// <summary>Reads one block; it must be available.</summary>
    public void Read(Span<float> stereoBlock)
    {
        fixed (float* samples = stereoBlock) LibOpenAl.CaptureSamples(_device, samples, Mixer.BlockSamples);
        if (_isStereo) return;
        for (var i = Mixer.BlockSamples - 1; i >= 0; i--) stereoBlock[2 * i] = stereoBlock[2 * i + 1] = stereoBlock[i];
    }

    /// <summary>Closes the device.</summary>
    public void Dispose()
    {
        if (_device == 0) return;
        LibOpenAl.CaptureStop(_device);
        LibOpenAl.CaptureCloseDevice(_device);
        _device = 0;
    }

    // Not every back end makes two channels of one.
    private static nint Open(out bool isStereo)
    {
        isStereo = true;
        var device = LibOpenAl.CaptureOpenDevice(null, Mixer.SampleRate, LibOpenAl.FormatStereoFloat, BufferSamples);
        if (device != 0) return device;
        isStereo = false;
        return LibOpenAl.CaptureOpenDevice(null, Mixer.SampleRate, LibOpenAl.FormatMonoFloat, BufferSamples);
    }

    private int Get(int name)
    {
        int value;
        LibOpenAl.GetDeviceIntegers(_device, name, 1, &value);
        return value;
    }
}
