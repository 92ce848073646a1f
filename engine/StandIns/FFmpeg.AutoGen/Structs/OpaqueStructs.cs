namespace FFmpeg.AutoGen;

// Held by pointer only: FFmpeg keeps these layouts to itself, or the engine never looks inside.

public struct AVAudioFifo;

public struct AVBuffer;

public struct AVBufferPool;

public struct AVClass;

public struct AVCodecInternal;

public struct AVCodecTag;

public struct AVDictionary;

public struct AVFilterCommand;

public struct AVFilterGraphInternal;

public struct AVFilterInternal;

public struct AVFilterLink;

public struct AVFilterPad;

public struct AVHWAccel;

public struct AVHWDeviceInternal;

public struct AVHWFramesInternal;

public struct AVMasteringDisplayMetadata;

public struct AVOption;

public struct SwrContext;

public struct SwsContext;

public struct SwsFilter;
