namespace ConfEngine.Contract.Tests.Surface;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void It_is_the_stored_one() => new StoredText("tests", "Contract.Tests", "Surface", "ConfEngine.Contract.txt").Check(
        PublicSurface.Of(typeof(ContractVersion).Assembly),
        "Plugins were built against it: what is there stays, and something new goes to the end of its message.");
}
