namespace ConfEngine.PluginHost.Life;

/// <summary>Why a version was not started.</summary>
/// <param name="Kind">The case.</param>
/// <param name="Cause">One line: what is wrong, and the remedy.</param>
internal sealed record LaunchProblem(LaunchProblemKind Kind, string Cause);

/// <summary>What to do about a version that was not started.</summary>
internal enum LaunchProblemKind
{
    /// <summary>Try again after a while.</summary>
    Failed,

    /// <summary>It hung: the same, but not in-process.</summary>
    Hung,

    /// <summary>This version cannot run here: the one before it may.</summary>
    Unfit,

    /// <summary>The operator has to act: trust, settings.</summary>
    Refused,
}
