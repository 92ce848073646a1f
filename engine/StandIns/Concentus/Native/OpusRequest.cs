namespace Concentus.Native;

// opus_defines.h and opus_private.h (ForceMode); a getter is its setter plus one except where given.
internal static class OpusRequest
{
    public const int Application = 4000;
    public const int Bitrate = 4002;
    public const int MaxBandwidth = 4004;
    public const int Vbr = 4006;
    public const int Bandwidth = 4008;
    public const int Complexity = 4010;
    public const int InbandFec = 4012;
    public const int PacketLossPercent = 4014;
    public const int Dtx = 4016;
    public const int VbrConstraint = 4020;
    public const int ForceChannels = 4022;
    public const int Signal = 4024;
    public const int LsbDepth = 4036;
    public const int ExpertFrameDuration = 4040;
    public const int PredictionDisabled = 4042;
    public const int SetForceMode = 11002;
    public const int SetGain = 4034;
    public const int ResetState = 4028;
    public const int GetLookahead = 4027;
    public const int GetFinalRange = 4031;
    public const int GetPitch = 4033;
    public const int GetLastPacketDuration = 4039;
    public const int GetGain = 4045;
    public const int GetBandwidth = 4009;
}
