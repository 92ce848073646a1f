namespace ConfEngine.Core.Stats;

/// <summary>The parts of one turn of the frame loop, in order. Loop, overlay, statistics and trace all use these names.</summary>
public enum FramePhase
{
    /// <summary>Sample the clock, once.</summary>
    Begin,

    /// <summary>Apply commands and take the newest snapshot of the room.</summary>
    Inbox,

    /// <summary>Take the frames that are due.</summary>
    Streams,

    /// <summary>Layout and animation: decide what is where.</summary>
    Scene,

    /// <summary>Paint the diagnostic pages, which are layers of the scene like any other.</summary>
    Overlay,

    /// <summary>Draw the scene onto the canvas.</summary>
    Compose,

    /// <summary>Bring the canvas to the window.</summary>
    Present,

    /// <summary>Hand the canvas to the recorder.</summary>
    Record,

    /// <summary>Sleep until the next deadline.</summary>
    Wait,
}
