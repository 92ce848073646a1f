namespace ConfEngine.Video.Tests.Kit;

/// <summary>Tests that look at the memory of the whole process, and so must not run beside others.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
