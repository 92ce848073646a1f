using ConfEngine.Contract.Errors;

namespace ConfEngine.Contract.Kit.Serving;

/// <summary>What is said of an exception.</summary>
internal static class Failures
{
    private const int MaxCodeBytes = 64;
    private const int MaxTextBytes = 1024;

    /// <summary>The error that answers a call which threw. The stack stays here: it is for nobody outside.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="cancellation">The call's own: only then is it <c>cancelled</c>.</param>
    public static ContractError Of(Exception exception, CancellationToken cancellation) => exception switch
    {
        ContractException contract => Cut(contract.Error),
        OperationCanceledException when cancellation.IsCancellationRequested => new ContractError { Code = ErrorCodes.Cancelled, Message = "the call was withdrawn" },
        _ => new ContractError { Code = ErrorCodes.Internal, Message = Describe(exception) },
    };

    /// <summary>The type and the message, in one line.</summary>
    public static string Describe(Exception exception) => OneLine.Of($"{exception.GetType().Name}: {exception.Message}", MaxTextBytes);

    private static ContractError Cut(ContractError error) => error with
    {
        Code = OneLine.Of(error.Code, MaxCodeBytes),
        Message = OneLine.Of(error.Message, MaxTextBytes),
        VendorCode = error.VendorCode is null ? null : OneLine.Of(error.VendorCode, MaxCodeBytes),
        VendorText = error.VendorText is null ? null : OneLine.Of(error.VendorText, MaxTextBytes),
    };
}
