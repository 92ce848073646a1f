namespace ConfEngine.Contract;

/// <summary>The versions of the contract that this library speaks. A version is a whole number; a new one only adds. Two sides use the highest that both speak.</summary>
/// <param name="Floor">The oldest version spoken.</param>
/// <param name="Ceiling">The newest version spoken; never below <paramref name="Floor"/>.</param>
public readonly record struct ContractVersion(int Floor, int Ceiling)
{
    /// <summary>What this library speaks.</summary>
    public static readonly ContractVersion Supported = new(1, 1);

    /// <summary>Finds the highest version that both sides speak.</summary>
    /// <param name="other">What the other side speaks.</param>
    /// <param name="agreed">The version to use; 0 when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryAgree(ContractVersion other, out int agreed)
    {
        agreed = Math.Min(Ceiling, other.Ceiling);
        if (agreed >= Math.Max(Floor, other.Floor) && other.Floor <= other.Ceiling) return true;
        agreed = 0;
        return false;
    }

    /// <summary>"1" or "1 to 3", for people.</summary>
    public override string ToString() => Floor == Ceiling ? $"{Floor}" : $"{Floor} to {Ceiling}";
}
