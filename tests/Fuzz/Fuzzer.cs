namespace ConfEngine.Fuzz;

/// <summary>Runs a target on its seeds and on mutants of them. An input that makes something new happen joins the corpus.</summary>
/// <param name="target">What is tested.</param>
/// <param name="seed">Decides every mutant.</param>
internal sealed class Fuzzer(FuzzTarget target, int seed)
{
    private const int MostKept = 512;

    private readonly Random _random = new(seed);
    private readonly List<byte[]> _corpus = [.. target.Seeds];
    private readonly HashSet<int> _seen = [];
    private byte[] _input = [];
    private long _iteration;

    /// <summary>Different things that inputs have made happen.</summary>
    public int Outcomes => _seen.Count;

    /// <summary>Inputs run.</summary>
    public long Iterations => _iteration;

    /// <summary>Where it is, for the message of a watchdog. May be read from any thread.</summary>
    public string Position => $"{target.Name}, seed {seed}, iteration {Volatile.Read(ref _iteration)}, input {Convert.ToBase64String(Volatile.Read(ref _input))}";

    /// <summary>Runs until <paramref name="isDone"/>, which is asked after every input.</summary>
    /// <exception cref="FuzzFailure">An input broke a rule; the message holds all it takes to repeat it.</exception>
    public void Run(Func<long, bool> isDone)
    {
        var mutator = new Mutator(_random, target.MostBytes, target.Words);
        foreach (var input in target.Seeds)
        {
            // Twice: the first run pays for what is made once, such as compiled methods.
            Try(input, measures: false);
            Try(input, measures: true);
        }

        while (!isDone(_iteration))
        {
            var input = mutator.Mutate(_corpus[_random.Next(_corpus.Count)], _corpus[_random.Next(_corpus.Count)]);
            if (_seen.Add(Try(input, measures: true)) && _corpus.Count < MostKept) _corpus.Add(input);
        }
    }

    private int Try(byte[] input, bool measures)
    {
        Volatile.Write(ref _input, input);
        Volatile.Write(ref _iteration, _iteration + 1);
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var outcome = target.Run(input);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (measures && allocated > target.MostAllocated)
                throw new InvalidOperationException($"{input.Length} bytes made it allocate {allocated}, at most {target.MostAllocated} are allowed");
            return outcome;
        }
        catch (Exception cause)
        {
            throw new FuzzFailure(Position, cause);
        }
    }
}

/// <summary>An input broke a rule.</summary>
/// <param name="position">Target, seed, iteration and input.</param>
/// <param name="cause">What was thrown.</param>
internal sealed class FuzzFailure(string position, Exception cause)
    : Exception($"{position}{Environment.NewLine}{cause.GetType().Name}: {cause.Message}{Environment.NewLine}repeat it with: --input {position.Split(' ')[^1]} --target {position.Split(',')[0]}", cause);
