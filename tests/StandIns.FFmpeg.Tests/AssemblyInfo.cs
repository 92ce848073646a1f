// The binding's settings (RootPath, LibraryVersionMap, the log callback) belong to the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
