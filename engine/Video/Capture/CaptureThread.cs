using ConfEngine.Core.Media;
using ConfEngine.Core.Time;
using FFmpeg.AutoGen;

namespace ConfEngine.Video.Capture;

/// <summary>Waits for a device's pictures on a thread of its own, since that blocks and the decode workers must not. Keeps the newest two;
/// the thread owns the device, so that one which never answers again holds up nobody.</summary>
internal sealed unsafe class CaptureThread : IDisposable
{
    private const int Capacity = 2;
    private const int MostReadErrors = 16;

    // Usually the next picture ends the thread; a device that hangs is left to it.
    private const int PatienceMilliseconds = 200;

    private readonly CaptureAddress _address;
    private readonly IClock _clock;
    private readonly Action? _captured;
    private readonly Lock _gate = new();
    private readonly AVPacket*[] _packets = new AVPacket*[Capacity];
    private readonly Instant[] _arrivals = new Instant[Capacity];
    private readonly Thread _thread;
    private AVCodecParameters* _parameters;
    private AVRational _timeBase;
    private int _head;
    private int _count;
    private long _dropped;
    private bool _isStopping;
    private bool _hasStopped;
    private string? _fault;

    /// <summary>Starts the thread, which opens the device.</summary>
    /// <param name="address">What to open.</param>
    /// <param name="clock">Says when pictures came.</param>
    /// <param name="captured">Called on the thread when there is something to take, or to learn.</param>
    public CaptureThread(CaptureAddress address, IClock clock, Action? captured)
    {
        _address = address;
        _clock = clock;
        _captured = captured;
        for (var i = 0; i < Capacity; i++) _packets[i] = FFmpegError.Check(ffmpeg.av_packet_alloc(), address.Display);
        _thread = new Thread(Run) { Name = $"Capture {address.Display}", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Why it ended; null while it works.</summary>
    public string? Fault
    {
        get { lock (_gate) return _fault; }
    }

    /// <summary>How many pictures wait.</summary>
    public int Count
    {
        get { lock (_gate) return _count; }
    }

    /// <summary>How many nobody took in time.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>How long the oldest picture has waited; 0 after a fault, which is to be seen at once; null when there is nothing.</summary>
    public MediaTime? OldestAge(Instant now)
    {
        lock (_gate)
        {
            if (_fault is not null) return MediaTime.Zero;
            return _count == 0 ? null : now - _arrivals[_head];
        }
    }

    /// <summary>What the device delivers: there as soon as a picture is.</summary>
    /// <param name="timeBase">Unit of the pictures' stamps.</param>
    public AVCodecParameters* Parameters(out AVRational timeBase)
    {
        lock (_gate)
        {
            timeBase = _timeBase;
            return _parameters;
        }
    }

    /// <summary>Takes the oldest picture.</summary>
    public bool TryTake(AVPacket* packet, out Instant arrival)
    {
        lock (_gate)
        {
            arrival = _arrivals[_head];
            if (_count == 0) return false;
            ffmpeg.av_packet_move_ref(packet, _packets[_head]);
            RemoveHead();
            return true;
        }
    }

    /// <summary>Asks the thread to close the device.</summary>
    public void Dispose()
    {
        lock (_gate) _isStopping = true;
        _thread.Join(PatienceMilliseconds);
        lock (_gate)
        {
            if (_hasStopped) Free();
        }
    }

    private void Run()
    {
        string? fault = null;
        try
        {
            using var input = new CaptureInput(_address);
            Capture(input);
        }
        catch (MediaException error)
        {
            fault = error.Message;
        }

        lock (_gate)
        {
            _fault = fault;
            _hasStopped = true;
            if (_isStopping) Free();
        }

        _captured?.Invoke();
    }

    private void Capture(CaptureInput input)
    {
        Describe(input.Stream);
        var packet = FFmpegError.Check(ffmpeg.av_packet_alloc(), _address.Display);
        try
        {
            var errors = 0;
            while (true)
            {
                var code = input.Read(packet);
                lock (_gate)
                {
                    if (_isStopping) return;
                    if (code >= 0 && packet->size > 0) Add(packet);
                }

                ffmpeg.av_packet_unref(packet);
                errors = code >= 0 || code == ffmpeg.AVERROR(ffmpeg.EAGAIN) ? 0 : errors + 1;
                if (errors > MostReadErrors) throw new MediaException($"{_address.Display}: stopped delivering pictures ({FFmpegError.Text(code)})");
                if (code >= 0) _captured?.Invoke();
            }
        }
        finally
        {
            ffmpeg.av_packet_free(&packet);
        }
    }

    private void Describe(AVStream* stream)
    {
        var parameters = FFmpegError.Check(ffmpeg.avcodec_parameters_alloc(), _address.Display);
        lock (_gate)
        {
            _parameters = parameters;
            _timeBase = stream->time_base;
            FFmpegError.Check(ffmpeg.avcodec_parameters_copy(parameters, stream->codecpar), _address.Display);
        }
    }

    private void Add(AVPacket* packet)
    {
        if (_count == Capacity)
        {
            ffmpeg.av_packet_unref(_packets[_head]);
            RemoveHead();
            Interlocked.Increment(ref _dropped);
        }

        var slot = (_head + _count++) % Capacity;
        ffmpeg.av_packet_move_ref(_packets[slot], packet);
        _arrivals[slot] = _clock.Now;
    }

    private void RemoveHead()
    {
        _head = (_head + 1) % Capacity;
        _count--;
    }

    // By whoever comes last of the thread and the owner; inside the gate.
    private void Free()
    {
        for (var i = 0; i < Capacity; i++)
        {
            var packet = _packets[i];
            ffmpeg.av_packet_free(&packet);
            _packets[i] = null;
        }

        var parameters = _parameters;
        if (parameters is not null) ffmpeg.avcodec_parameters_free(&parameters);
        _parameters = null;
        _count = 0;
    }
}
