namespace ConfEngine.Fuzz;

/// <summary>Feeds one input to a parser and checks what must hold whatever the input is; throws when it does not.</summary>
/// <returns>What happened, as a small number: an input that makes something new happen is worth mutating further.</returns>
public delegate int FuzzRun(ReadOnlySpan<byte> input);

/// <summary>One door through which bytes from outside come in.</summary>
/// <param name="Name">For the command line and the test's name.</param>
/// <param name="Seeds">Valid inputs that mutants descend from.</param>
/// <param name="Run">The parser under test.</param>
public sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, FuzzRun Run)
{
    /// <summary>Inputs of a test run: about a second's worth.</summary>
    public int Iterations { get; init; } = 20_000;

    /// <summary>Bytes one input may make the engine allocate, whatever its length.</summary>
    public long MostAllocated { get; init; } = 256 * 1024;

    /// <summary>The longest mutant.</summary>
    public int MostBytes { get; init; } = 4096;

    /// <summary>Words of the input's language, for mutants that a random byte would never make.</summary>
    public IReadOnlyList<byte[]> Words { get; init; } = [];
}
