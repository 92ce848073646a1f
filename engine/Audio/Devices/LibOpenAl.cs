using System.Runtime.InteropServices;

namespace ConfEngine.Audio.Devices;

// OpenAL 1.1 (al.h, alc.h; capture was added in 1.1) and three extensions: AL_EXT_float32, AL_SOFT_source_latency, ALC_EXT_disconnect.
internal static unsafe partial class LibOpenAl
{
    public const int NoError = 0;
    public const int FormatMonoFloat = 0x10010;
    public const int FormatStereoFloat = 0x10011;
    public const int SourceState = 0x1010;
    public const int Playing = 0x1012;
    public const int BuffersQueued = 0x1015;
    public const int BuffersProcessed = 0x1016;
    public const int SampleOffset = 0x1025;
    public const int DirectChannels = 0x1033;
    public const int SampleOffsetLatency = 0x1200;
    public const int Frequency = 0x1007;
    public const int Refresh = 0x1008;
    public const int CaptureDevices = 0x310;
    public const int CaptureSamplesWaiting = 0x312;
    public const int Connected = 0x313;
    public const int AllDevices = 0x1013;
    private const string Library = "libopenal.so.1";

    public static bool IsInstalled()
    {
        if (!NativeLibrary.TryLoad(Library, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }

    [LibraryImport(Library, EntryPoint = "alcOpenDevice")]
    public static partial nint OpenDevice(byte* name);

    [LibraryImport(Library, EntryPoint = "alcCloseDevice")]
    public static partial byte CloseDevice(nint device);

    [LibraryImport(Library, EntryPoint = "alcCreateContext")]
    public static partial nint CreateContext(nint device, int* attributes);

    [LibraryImport(Library, EntryPoint = "alcDestroyContext")]
    public static partial void DestroyContext(nint context);

    [LibraryImport(Library, EntryPoint = "alcMakeContextCurrent")]
    public static partial byte MakeContextCurrent(nint context);

    [LibraryImport(Library, EntryPoint = "alcGetString")]
    public static partial byte* GetDeviceString(nint device, int name);

    [LibraryImport(Library, EntryPoint = "alcGetIntegerv")]
    public static partial void GetDeviceIntegers(nint device, int name, int size, int* values);

    [LibraryImport(Library, EntryPoint = "alcIsExtensionPresent", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte IsDeviceExtensionPresent(nint device, string name);

    [LibraryImport(Library, EntryPoint = "alcCaptureOpenDevice")]
    public static partial nint CaptureOpenDevice(byte* name, uint frequency, int format, int samples);

    [LibraryImport(Library, EntryPoint = "alcCaptureCloseDevice")]
    public static partial byte CaptureCloseDevice(nint device);

    [LibraryImport(Library, EntryPoint = "alcCaptureStart")]
    public static partial void CaptureStart(nint device);

    [LibraryImport(Library, EntryPoint = "alcCaptureStop")]
    public static partial void CaptureStop(nint device);

    [LibraryImport(Library, EntryPoint = "alcCaptureSamples")]
    public static partial void CaptureSamples(nint device, void* buffer, int samples);

    [LibraryImport(Library, EntryPoint = "alIsExtensionPresent", StringMarshalling = StringMarshalling.Utf8)]
    public static partial byte IsExtensionPresent(string name);

    [LibraryImport(Library, EntryPoint = "alGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    [LibraryImport(Library, EntryPoint = "alGetError")]
    public static partial int GetError();

    [LibraryImport(Library, EntryPoint = "alGenSources")]
    public static partial void GenSources(int count, uint* sources);

    [LibraryImport(Library, EntryPoint = "alDeleteSources")]
    public static partial void DeleteSources(int count, uint* sources);

    [LibraryImport(Library, EntryPoint = "alGenBuffers")]
    public static partial void GenBuffers(int count, uint* buffers);

    [LibraryImport(Library, EntryPoint = "alDeleteBuffers")]
    public static partial void DeleteBuffers(int count, uint* buffers);

    [LibraryImport(Library, EntryPoint = "alBufferData")]
    public static partial void BufferData(uint buffer, int format, void* data, int bytes, int frequency);

    [LibraryImport(Library, EntryPoint = "alSourceQueueBuffers")]
    public static partial void SourceQueueBuffers(uint source, int count, uint* buffers);

    [LibraryImport(Library, EntryPoint = "alSourceUnqueueBuffers")]
    public static partial void SourceUnqueueBuffers(uint source, int count, uint* buffers);

    [LibraryImport(Library, EntryPoint = "alSourcePlay")]
    public static partial void SourcePlay(uint source);

    [LibraryImport(Library, EntryPoint = "alSourceStop")]
    public static partial void SourceStop(uint source);

    [LibraryImport(Library, EntryPoint = "alSourcei")]
    public static partial void SetSource(uint source, int name, int value);

    [LibraryImport(Library, EntryPoint = "alGetSourcei")]
    public static partial void GetSource(uint source, int name, int* value);
}
