namespace Concentus;

public class OpusException : Exception
{
    public OpusException()
    {
    }

    public OpusException(string message) : base(message)
    {
    }

    public OpusException(string message, int opus_error_code) : base($"{message}: {opus_error_code}") => OpusErrorCode = opus_error_code;

    public int OpusErrorCode { get; }
}
