namespace FFmpeg.AutoGen;

public static unsafe partial class @ffmpeg
{
    private static nint _avdevice_version;

    public static uint avdevice_version() =>
        ((delegate* unmanaged<uint>)Entry(ref _avdevice_version, "avdevice", "avdevice_version"))();

    private static nint _avdevice_configuration;

    public static string avdevice_configuration() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avdevice_configuration, "avdevice", "avdevice_configuration"))())!;

    private static nint _avdevice_license;

    public static string avdevice_license() =>
        Utf8Text.Read(((delegate* unmanaged<byte*>)Entry(ref _avdevice_license, "avdevice", "avdevice_license"))())!;

    private static nint _avdevice_register_all;

    public static void avdevice_register_all() =>
        ((delegate* unmanaged<void>)Entry(ref _avdevice_register_all, "avdevice", "avdevice_register_all"))();

    private static nint _av_input_audio_device_next;

    public static AVInputFormat* av_input_audio_device_next(AVInputFormat* d) =>
        ((delegate* unmanaged<AVInputFormat*, AVInputFormat*>)
            Entry(ref _av_input_audio_device_next, "avdevice", "av_input_audio_device_next"))(d);

    private static nint _av_input_video_device_next;

    public static AVInputFormat* av_input_video_device_next(AVInputFormat* d) =>
        ((delegate* unmanaged<AVInputFormat*, AVInputFormat*>)
            Entry(ref _av_input_video_device_next, "avdevice", "av_input_video_device_next"))(d);

    private static nint _av_output_audio_device_next;

    public static AVOutputFormat* av_output_audio_device_next(AVOutputFormat* d) =>
        ((delegate* unmanaged<AVOutputFormat*, AVOutputFormat*>)
            Entry(ref _av_output_audio_device_next, "avdevice", "av_output_audio_device_next"))(d);

    private static nint _av_output_video_device_next;

    public static AVOutputFormat* av_output_video_device_next(AVOutputFormat* d) =>
        ((delegate* unmanaged<AVOutputFormat*, AVOutputFormat*>)
            Entry(ref _av_output_video_device_next, "avdevice", "av_output_video_device_next"))(d);

    private static nint _avdevice_list_devices;

    public static int avdevice_list_devices(AVFormatContext* s, AVDeviceInfoList** device_list) =>
        ((delegate* unmanaged<AVFormatContext*, AVDeviceInfoList**, int>)
            Entry(ref _avdevice_list_devices, "avdevice", "avdevice_list_devices"))(s, device_list);

    private static nint _avdevice_free_list_devices;

    public static void avdevice_free_list_devices(AVDeviceInfoList** device_list) =>
        ((delegate* unmanaged<AVDeviceInfoList**, void>)
            Entry(ref _avdevice_free_list_devices, "avdevice", "avdevice_free_list_devices"))(device_list);
}
