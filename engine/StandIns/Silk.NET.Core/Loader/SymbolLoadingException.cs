namespace Silk.NET.Core.Loader;

public class SymbolLoadingException : Exception
{
    public SymbolLoadingException(string symbol)
        : this(symbol, "Native symbol not found")
    {
    }

    public SymbolLoadingException(string symbol, string msg)
        : base($"{msg} (Symbol: {symbol})")
    {
    }
}
