using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ConfEngine.Core.Media;
using Microsoft.Win32.SafeHandles;

namespace ConfEngine.Audio.Devices;

/// <summary>Writes 48 kHz stereo sound to a WAV file. The sizes in the header are brought up to date with every write to the disk
/// (three times a second), so the file can be played even if the process is killed. Not for several threads at once.</summary>
public sealed class WavWriter : IDisposable
{
    private const int HeaderBytes = 44;
    private const int BufferBytes = 1 << 16;

    // Beyond 4 GiB the header's 32-bit sizes stay at their maximum, which players take for "until the end of the file".
    private const long MaximumSize = uint.MaxValue;
    // errno ENOSPC, as .NET reports it.
    private const int NoSpace = 28;
    private readonly string _path;
    private readonly WavFormat _format;
    private readonly SafeFileHandle _file;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly byte[] _header = new byte[HeaderBytes];
    private int _buffered;
    private long _written;
    private bool _failed;

    /// <summary>Makes the file; one that exists is replaced.</summary>
    /// <param name="path">Where.</param>
    /// <param name="format">Sample format.</param>
    /// <exception cref="MediaException">The file cannot be made.</exception>
    public WavWriter(string path, WavFormat format = WavFormat.Pcm16) : this(path, format, Open(path)) =>
        Guarded(static writer => writer.WriteHeader());

    /// <summary>Takes over a file that is open already; the header follows with the first samples.</summary>
    internal WavWriter(string path, WavFormat format, SafeFileHandle file)
    {
        _path = path;
        _format = format;
        _file = file;
        BuildHeader();
    }

    /// <summary>Samples per channel written so far.</summary>
    public long SamplesWritten => (_written + _buffered) / FrameBytes;

    private int FrameBytes => _format == WavFormat.Pcm16 ? 4 : 8;

    /// <summary>Appends interleaved stereo samples; beyond ±1 they are clipped in 16-bit files.</summary>
    /// <exception cref="MediaException">The disk is full or the file has become unwritable. What was written before can be
    /// played.</exception>
    public void Write(ReadOnlySpan<float> interleaved)
    {
        while (!interleaved.IsEmpty)
        {
            if (_buffered == BufferBytes) Flush();
            var room = (BufferBytes - _buffered) / (FrameBytes / 2);
            var part = interleaved[..Math.Min(room, interleaved.Length)];
            Convert(part);
            interleaved = interleaved[part.Length..];
        }
    }

    /// <summary>Brings everything to the file, the header last.</summary>
    /// <exception cref="MediaException">As <see cref="Write"/>.</exception>
    public void Flush()
    {
        if (_failed) throw new MediaException($"{_path}: writing has failed before");
        if (_buffered > 0) Guarded(static writer => writer.WriteBuffer());
    }

    /// <summary>Finishes the file.</summary>
    /// <exception cref="MediaException">The last samples could not be written.</exception>
    public void Dispose()
    {
        if (_file.IsClosed) return;
        try
        {
            if (!_failed) Flush();
        }
        finally
        {
            _file.Dispose();
        }
    }

    private static SafeFileHandle Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MediaException($"{path}: cannot be written ({Reason(failure)}); choose another file with --audio-out", failure);
        }
    }

    private static string Reason(Exception failure) => failure switch
    {
        DirectoryNotFoundException => "the folder does not exist",
        UnauthorizedAccessException => "no permission, or it is a folder",
        { HResult: NoSpace } => "no space left on the disk",
        _ => failure.Message.ReplaceLineEndings(" "),
    };

    private void Guarded(Action<WavWriter> action)
    {
        try
        {
            action(this);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _failed = true;
            throw new MediaException($"{_path}: recording stopped ({Reason(failure)}); free some disk space", failure);
        }
    }

    private void Convert(ReadOnlySpan<float> samples)
    {
        var target = _buffer.AsSpan(_buffered);
        if (_format == WavFormat.Float32)
        {
            MemoryMarshal.AsBytes(samples).CopyTo(target);
            _buffered += samples.Length * 4;
            return;
        }

        var shorts = MemoryMarshal.Cast<byte, short>(target);
        for (var i = 0; i < samples.Length; i++) shorts[i] = (short)MathF.Round(Math.Clamp(samples[i] * 32768, -32768, 32767));
        _buffered += samples.Length * 2;
    }

    private void WriteBuffer()
    {
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), HeaderBytes + _written);
        _written += _buffered;
        _buffered = 0;
        WriteHeader();
    }

    private void WriteHeader()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(4), (uint)Math.Min(_written + HeaderBytes - 8, MaximumSize));
        BinaryPrimitives.WriteUInt32LittleEndian(_header.AsSpan(40), (uint)Math.Min(_written, MaximumSize));
        RandomAccess.Write(_file, _header, 0);
    }

    // RIFF/WAVE with a 16-byte fmt chunk: format 1 is integer, 3 is IEEE float.
    private void BuildHeader()
    {
        var header = _header.AsSpan();
        "RIFF"u8.CopyTo(header);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], (ushort)(_format == WavFormat.Pcm16 ? 1 : 3));
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], Mixer.Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], Mixer.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(Mixer.SampleRate * FrameBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], (ushort)(FrameBytes * 4));
        "data"u8.CopyTo(header[36..]);
    }
}
