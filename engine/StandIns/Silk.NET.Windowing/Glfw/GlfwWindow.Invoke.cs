using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Silk.NET.Windowing.Glfw;

internal sealed partial class GlfwWindow
{
    private readonly ConcurrentQueue<Invocation> _invocations = new();

    /// <summary>Runs the delegate on the window's thread at its next DoRender and waits for the result.</summary>
    public object Invoke(Delegate d, params object[] args)
    {
        if (!IsInitialized) throw new InvalidOperationException("The window is not open, so no thread takes the call; run it first.");

        var invocation = new Invocation(d, args);
        if (Environment.CurrentManagedThreadId == _thread)
        {
            invocation.Run();
        }
        else
        {
            _invocations.Enqueue(invocation);
            ContinueEvents();
        }

        return invocation.Result();
    }

    private void RunInvocations()
    {
        while (_invocations.TryDequeue(out var invocation)) invocation.Run();
    }

    private void CancelInvocations()
    {
        while (_invocations.TryDequeue(out var invocation)) invocation.Cancel();
    }

    private sealed class Invocation(Delegate target, object[] arguments)
    {
        private readonly TaskCompletionSource<object?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Run()
        {
            try
            {
                _done.SetResult(target.DynamicInvoke(arguments));
            }
            catch (TargetInvocationException e) when (e.InnerException is not null)
            {
                _done.SetException(ExceptionDispatchInfo.SetCurrentStackTrace(e.InnerException));
            }
        }

        public void Cancel() => _done.SetException(new InvalidOperationException("The window closed before it ran the call."));

        /// <summary>A method that returns nothing gives null; the interface has no way to say so.</summary>
        public object Result() => _done.Task.GetAwaiter().GetResult()!;
    }
}
