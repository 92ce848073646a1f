using System.Buffers;

namespace MessagePack.Objects;

/// <summary>A thread's own output memory, for one use at a time; a use inside a use gets memory of its own.</summary>
internal readonly struct Scratch : IDisposable
{
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    private Scratch(ArrayBufferWriter<byte> output) => Output = output;

    public ArrayBufferWriter<byte> Output { get; }

    public static Scratch Rent()
    {
        var output = _spare ?? new ArrayBufferWriter<byte>(4096);
        _spare = null;
        return new Scratch(output);
    }

    public void Dispose()
    {
        if (Output.Capacity > MostKept) return;
        Output.ResetWrittenCount();
        _spare = Output;
    }
}
