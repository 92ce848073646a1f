// Deadlines are part of what is tested here, and some plugins take all of a core.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
