namespace ConfEngine.Fuzz;

public class FuzzTests
{
    // Far longer than any target takes: what runs into it hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Names => new(AllTargets.Make().Select(target => target.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_from_outside_throws_hangs_or_grows(string name)
    {
        var target = AllTargets.Make().Single(target => target.Name == name);
        var fuzzer = new Fuzzer(target, seed: 1);
        Exception? failure = null;
        var worker = new Thread(() =>
        {
            try
            {
                fuzzer.Run(done => done >= target.Iterations);
            }
            catch (FuzzFailure exception)
            {
                failure = exception;
            }
        }) { IsBackground = true, Name = name };
        worker.Start();
        Assert.True(worker.Join(s_patience), $"hangs at {fuzzer.Position}");
        Assert.True(failure is null, failure?.ToString());
        // A target that looks the same whatever it is fed tests nothing.
        Assert.True(fuzzer.Outcomes > 2, $"{name}: only {fuzzer.Outcomes} outcomes");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Some_seed_is_understood(string name)
    {
        var target = AllTargets.Make().Single(target => target.Name == name);
        Assert.Contains(target.Seeds, seed => target.Run(seed) != 0);
    }

    [Fact]
    public void The_same_seed_makes_the_same_mutants()
    {
        var parent = Enumerable.Range(0, 100).Select(i => (byte)i).ToArray();
        Assert.Equal(Mutants(7), Mutants(7));
        Assert.NotEqual(Mutants(7), Mutants(8));

        string Mutants(int seed)
        {
            var mutator = new Mutator(new Random(seed), 500, [[1, 2, 3]]);
            return string.Join(',', Enumerable.Range(0, 50).Select(_ => Convert.ToHexString(mutator.Mutate(parent, parent))));
        }
    }

    [Fact]
    public void A_parser_that_believes_a_length_is_caught_and_the_message_repeats_it()
    {
        var target = new FuzzTarget("naive", [[2, 9, 9]], input => input.Length > 1 ? input.Slice(1, input[0]).Length : 0);
        var failure = Assert.Throws<FuzzFailure>(() => new Fuzzer(target, 3).Run(done => done > 100_000));
        Assert.Contains("naive, seed 3", failure.Message, StringComparison.Ordinal);
        var input = Convert.FromBase64String(failure.Message.Split("--input ")[1].Split(' ')[0]);
        Assert.ThrowsAny<ArgumentException>(() => target.Run(input));
    }

    [Fact]
    public void A_parser_that_believes_a_count_is_caught_by_its_memory()
    {
        var target = new FuzzTarget("greedy", [[1, 0, 0]], input => input.Length < 3 ? 0 : new byte[input[0] << 16].Length);
        var failure = Assert.Throws<FuzzFailure>(() => new Fuzzer(target, 3).Run(done => done > 100_000));
        Assert.Contains("allocate", failure.Message, StringComparison.Ordinal);
    }
}
