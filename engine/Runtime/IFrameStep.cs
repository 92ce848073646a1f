namespace ConfEngine.Runtime;

/// <summary>Work of somebody else in the Inbox phase of every frame, on the render thread: bringing the tiles in line with a room. It must be
/// quick, block on nothing, and allocate nothing while nothing changes.</summary>
public interface IFrameStep
{
    /// <summary>Does it.</summary>
    void Step(in FrameTime frame);
}
