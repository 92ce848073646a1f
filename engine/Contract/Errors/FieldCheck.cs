using System.Text;

namespace ConfEngine.Contract.Errors;

/// <summary>Collects the first thing that is wrong with a message's fields.</summary>
internal struct FieldCheck
{
    /// <summary>What is wrong; null while all is well.</summary>
    public ContractError? Error { get; private set; }

    /// <summary>Refuses a text of more bytes than fit.</summary>
    public void Bytes(string field, string value, int most, string code = ErrorCodes.TooLong)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes > most) Fail(code, field, $"{field} has {bytes} bytes of UTF-8; at most {most} are allowed");
    }

    /// <summary>Refuses a text that is not there.</summary>
    public void Present(string field, string value)
    {
        if (value.Length == 0) Fail(ErrorCodes.InvalidArgument, field, $"{field} is missing");
    }

    /// <summary>Refuses a number out of its range.</summary>
    public void Range(string field, long value, long least, long most, string code = ErrorCodes.InvalidArgument)
    {
        if (value < least || value > most) Fail(code, field, $"{field} is {value}; {least} to {most} are allowed");
    }

    /// <summary>Refuses a value that its enum does not have.</summary>
    public void Known<T>(string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) Fail(ErrorCodes.InvalidArgument, field, $"{field} is {value:D}, which is none of its values");
    }

    /// <summary>Keeps the first that is told.</summary>
    public void Fail(string code, string field, string message) => Error ??= new ContractError { Code = code, Message = message, Field = field };
}
