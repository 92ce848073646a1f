using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.EndToEnd.Media;

/// <summary>The clips that the tests play, made by ffmpeg once a run. Short and small: nobody looks at them.</summary>
public sealed class MediaFolder : IDisposable
{
    /// <summary>Sizes of the clips for comparisons: wide, tall, square, large, small, and none the size of its tile.</summary>
    public static readonly string[] ParitySizes = ["640x360", "360x640", "854x480", "320x240", "480x480", "176x144", "1280x720", "426x240", "720x576"];

    // What a stream says about its colour is asked for here, so that both sides of a comparison read it alike.
    private const string Colour = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv";
    private const string H264 = "-c:v libx264 -preset ultrafast -crf 20 -pix_fmt yuv420p -threads 1 " + Colour;
    private readonly TempFolder _folder = new();

    public MediaFolder()
    {
        Parallel.Invoke(Pictures, Sounds);
        BadFiles.Make(_folder);
    }

    /// <summary>The folder: to run the program in, so that arguments can name its files.</summary>
    public string FullName => _folder.FullName;

    /// <summary>The full path of a clip.</summary>
    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    private void Pictures()
    {
        for (var i = 0; i < ParitySizes.Length; i++)
        {
            // The test picture shifted and tinted, so that two tiles in each other's place are found.
            var graph = $"testsrc2=size={ParitySizes[i]}:rate=30:duration=1,hue=h={i * 40},format=yuv420p";
            FfmpegProgram.Make($"-f lavfi -i {graph} {H264}", _folder[$"parity{i}.mp4"]);
        }

        FfmpegProgram.Make($"-f lavfi -i testsrc2=size=320x180:rate=30:duration=2 -f lavfi -i sine=frequency=440:duration=2 {H264} -c:a aac -movflags +faststart", _folder["talk.mp4"]);
        FfmpegProgram.Make($"-f lavfi -i testsrc2=size=320x180:rate=30:duration=2 {H264} -g 10", _folder["talk-at-end.mp4"]);
        FfmpegProgram.Make($"-f lavfi -i testsrc2=size=320x180:rate=30:duration=2 {H264} -g 10 -movflags +empty_moov+frag_keyframe", _folder["fragments.mp4"]);
        FfmpegProgram.Make($"-f lavfi -i testsrc2=size=320x180:rate=30:duration=1,negate {H264}", _folder["short.mp4"]);
        FfmpegProgram.Make("-f lavfi -i smptebars=size=320x180:rate=30:duration=1 -c:v libvpx -deadline realtime -cpu-used 8 -threads 1", _folder["bars.webm"]);
        FfmpegProgram.Make("-f lavfi -i color=red:size=4x4:rate=10:duration=1,format=rgb24,crop=1:1:exact=1 -c:v png", _folder["dot.mkv"]);
    }

    private void Sounds()
    {
        Tone("0.1*sin(2*PI*440*t)", "-c:a pcm_s16le", "mono.wav");
        Tone("0.1*sin(2*PI*2200*t)|0.05*sin(2*PI*2500*t)", "-c:a pcm_f32le", "stereo.wav");
        Tone("0.05*sin(2*PI*1000*t)|0.05*sin(2*PI*1000*t)", "-c:a libopus -b:a 128k", "stereo.opus");
        Tone("0.12*sin(2*PI*1700*t)", "-c:a aac -b:a 128k", "mono.m4a");
        Tone("0.07*sin(2*PI*620*t)", "-ar 44100 -c:a pcm_s16le", "mono44100.wav");
        Tone("0.3*sin(2*PI*3000*t)|0.3*sin(2*PI*3000*t)", "-c:a pcm_s16le", "loud.wav");
    }

    private void Tone(string expression, string codec, string name) => FfmpegProgram.Make($"-f lavfi -i aevalsrc={expression}:s=48000:d=3 {codec}", _folder[name]);
}
