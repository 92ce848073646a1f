namespace ConfEngine.EndToEnd.Live;

/// <summary>Tests that run in real time, one after the other and with the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveCollection
{
    public const string Name = "live";
}
