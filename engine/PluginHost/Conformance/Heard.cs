using ConfEngine.Contract.Errors;
using ConfEngine.Core.Time;

namespace ConfEngine.PluginHost.Conformance;

/// <summary>The answer to a request.</summary>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Payload">The bytes of its payload; empty for nil.</param>
/// <param name="Took">How long it took.</param>
internal sealed record Answer(ContractError? Error, ReadOnlyMemory<byte> Payload, MediaTime Took);

/// <summary>A notification.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Payload">The bytes of its payload; empty for nil.</param>
internal sealed record Heard(string Method, ReadOnlyMemory<byte> Payload);

/// <summary>A request and what became of it.</summary>
/// <param name="id">Its id.</param>
/// <param name="method">The method.</param>
/// <param name="deadlineMs">Its deadline, from <paramref name="at"/>.</param>
/// <param name="at">When it was sent.</param>
internal sealed class Asked(uint id, string method, int deadlineMs, Instant at)
{
    public uint Id => id;

    public string Method => method;

    public int DeadlineMs => deadlineMs;

    public Instant At => at;

    /// <summary>How many answers came; one is right.</summary>
    public int Answers { get; set; }

    /// <summary>The first of them.</summary>
    public Answer? First { get; set; }

    /// <summary>Which answer of the connection the first was.</summary>
    public int Order { get; set; }
}
