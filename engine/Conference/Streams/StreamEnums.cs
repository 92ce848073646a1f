namespace ConfEngine.Conference.Streams;

/// <summary>What a stream shows.</summary>
public enum StreamKind
{
    /// <summary>A person: camera, microphone, or both.</summary>
    Camera,

    /// <summary>A screen: it takes the stage.</summary>
    Screen,

    /// <summary>Anything else, such as a file or a LAN encoder.</summary>
    Other,
}

/// <summary>A stream on its publisher's side (ZegoPublisherState, same numbers).</summary>
public enum PublisherState
{
    /// <summary>Not published.</summary>
    NoPublish = 0,

    /// <summary>Asked for; no media yet, or none any more.</summary>
    PublishRequesting = 1,

    /// <summary>Media arrives.</summary>
    Publishing = 2,
}

/// <summary>A stream on a player's side (ZegoPlayerState, same numbers).</summary>
public enum PlayerState
{
    /// <summary>Not played.</summary>
    NoPlay = 0,

    /// <summary>Asked for; it starts when the stream appears.</summary>
    PlayRequesting = 1,

    /// <summary>Media is on its way.</summary>
    Playing = 2,
}

/// <summary>Whether a list grew or shrank (ZegoUpdateType, same numbers).</summary>
public enum UpdateType
{
    /// <summary>These came.</summary>
    Add = 0,

    /// <summary>These went.</summary>
    Delete = 1,
}

/// <summary>Why a stream went (ZEGO's stream_delete_reason, same numbers).</summary>
public enum StreamDeleteReason
{
    /// <summary>It was not deleted.</summary>
    None = 0,

    /// <summary>Its publisher stopped it, or left.</summary>
    StoppedByUser = 1,

    /// <summary>Its publisher was not heard of for the grace time.</summary>
    HeartbeatTimeout = 2,

    /// <summary>Its publisher signed in again elsewhere.</summary>
    RepeatedLogin = 3,

    /// <summary>Its publisher was removed.</summary>
    Kicked = 4,

    /// <summary>No media came for the grace time.</summary>
    Disconnected = 5,

    /// <summary>The room took it off.</summary>
    RemovedByServer = 6,
}

/// <summary>What happens to a stream (ZegoStreamEvent, same numbers).</summary>
public enum StreamEvent
{
    /// <summary>Publishing begins.</summary>
    PublishStart = 100,

    /// <summary>Media is sent.</summary>
    PublishSuccess = 101,

    /// <summary>The attempt failed.</summary>
    PublishFail = 102,

    /// <summary>Another attempt begins.</summary>
    RetryPublishStart = 103,

    /// <summary>Another attempt succeeded.</summary>
    RetryPublishSuccess = 104,

    /// <summary>Another attempt failed.</summary>
    RetryPublishFail = 105,

    /// <summary>Publishing ended.</summary>
    PublishEnd = 106,

    /// <summary>Playing begins.</summary>
    PlayStart = 200,

    /// <summary>Media arrives.</summary>
    PlaySuccess = 201,

    /// <summary>The attempt failed.</summary>
    PlayFail = 202,

    /// <summary>Another attempt begins.</summary>
    RetryPlayStart = 203,

    /// <summary>Another attempt succeeded.</summary>
    RetryPlaySuccess = 204,

    /// <summary>Another attempt failed.</summary>
    RetryPlayFail = 205,

    /// <summary>Playing ended.</summary>
    PlayEnd = 206,
}
