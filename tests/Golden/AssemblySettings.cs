// Each test class has a GL context or a display of its own; on two cores running them side by side only makes each one slower.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
