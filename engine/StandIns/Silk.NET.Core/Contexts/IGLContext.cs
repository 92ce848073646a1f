namespace Silk.NET.Core.Contexts;

public interface IGLContext : INativeContext, IDisposable
{
    nint Handle { get; }

    IGLContextSource? Source { get; }

    bool IsCurrent { get; }

    void SwapInterval(int interval);

    void SwapBuffers();

    void MakeCurrent();

    void Clear();
}
