namespace ConfEngine.Contract.Errors;

/// <summary>A call that was refused or failed. A plugin throws it to answer with an error; a caller gets it thrown.</summary>
/// <param name="error">What is wrong.</param>
public sealed class ContractException(ContractError error) : Exception($"{error.Code}: {error.Message}")
{
    /// <summary>What is wrong.</summary>
    /// <param name="code">The neutral code, of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">One line for a person: what is wrong, and the remedy.</param>
    /// <param name="field">The field at fault, or null.</param>
    public ContractException(string code, string message, string? field = null)
        : this(new ContractError { Code = code, Message = message, Field = field })
    {
    }

    /// <summary>What is wrong.</summary>
    public ContractError Error { get; } = error;
}
