namespace Silk.NET.OpenGL;

public enum QueryTarget
{
    TimeElapsed = 0x88BF,
    SamplesPassed = 0x8914,
    AnySamplesPassed = 0x8C2F,
    PrimitivesGenerated = 0x8C87,
    TransformFeedbackPrimitivesWritten = 0x8C88,
    AnySamplesPassedConservative = 0x8D6A,
}

public enum QueryCounterTarget
{
    Timestamp = 0x8E28,
}

public enum QueryObjectParameterName
{
    Target = 0x82EA,
    [Obsolete("Deprecated in favour of \"Target\"")]
    QueryTarget = 0x82EA,
    Result = 0x8866,
    [Obsolete("Deprecated in favour of \"Result\"")]
    QueryResult = 0x8866,
    ResultAvailable = 0x8867,
    [Obsolete("Deprecated in favour of \"ResultAvailable\"")]
    QueryResultAvailable = 0x8867,
    ResultNoWait = 0x9194,
    [Obsolete("Deprecated in favour of \"ResultNoWait\"")]
    QueryResultNoWait = 0x9194,
}

public enum SyncCondition
{
    SyncGpuCommandsComplete = 0x9117,
}

[Flags]
public enum SyncObjectMask
{
    Bit = 0x1,
    [Obsolete("Deprecated in favour of \"Bit\"")]
    SyncFlushCommandsBit = 0x1,
}

[Flags]
public enum SyncBehaviorFlags
{
    None = 0x0,
}

public enum SyncStatus
{
    AlreadySignaled = 0x911A,
    TimeoutExpired = 0x911B,
    ConditionSatisfied = 0x911C,
    WaitFailed = 0x911D,
}
