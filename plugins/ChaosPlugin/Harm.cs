using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using ConfEngine.Contract.Errors;

namespace ConfEngine.ChaosPlugin;

/// <summary>What hurts the thread or the process that it happens in.</summary>
internal static class Harm
{
    /// <exception cref="ContractException">Nobody knows the word (<c>unsupported</c>).</exception>
    public static void Do(string word)
    {
        switch (word)
        {
            case "": break;
            case "spin": Spin(); break;
            case "block": new ManualResetEvent(false).WaitOne(); break;
            case "deadlock": Deadlock(); break;
            case "deadlock-unload": AssemblyLoadContext.GetLoadContext(typeof(Harm).Assembly)!.Unloading += _ => Deadlock(); break;
            case "stay": Stay(); break;
            case "exit": Environment.Exit(3); break;
            case "crash": Crash(); break;
            case "stack": Overflow(0); break;
            default: throw new ContractException(ErrorCodes.Unsupported, $"there is no such chaos: {word}; README.md has the words");
        }
    }

    private static void Spin()
    {
        for (var turns = 0UL; ; turns++) GC.KeepAlive(turns);
    }

    /// <summary>Two threads, two locks, each holding what the other one wants.</summary>
    private static void Deadlock()
    {
        object first = new(), second = new();
        using var held = new ManualResetEventSlim();
        lock (first)
        {
            new Thread(() =>
            {
                lock (second)
                {
                    held.Set();
                    lock (first) GC.KeepAlive(first);
                }
            }) { IsBackground = true }.Start();
            held.Wait();
            lock (second) GC.KeepAlive(second);
        }
    }

    /// <summary>A thread of its own that outlives the plugin's end, and with it the plugin's assembly.</summary>
    private static void Stay() => new Thread(() => new ManualResetEvent(false).WaitOne()) { IsBackground = true, Name = "chaos-stays" }.Start();

    /// <summary>An exception on a thread that nobody guards.</summary>
    private static void Crash()
    {
        var thread = new Thread(() => throw new InvalidOperationException("crashed on request"));
        thread.Start();
        thread.Join();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Overflow(int depth) => Overflow(depth + 1) + 1;
}
