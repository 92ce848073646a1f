using ConfEngine.EndToEnd.Media;

[assembly: AssemblyFixture(typeof(MediaFolder))]
