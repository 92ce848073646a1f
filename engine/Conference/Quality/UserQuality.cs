using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Quality;

/// <summary>One participant's connection.</summary>
/// <param name="User">Whose. ZEGO writes "" for the receiver itself; here every receiver gets the same list and knows its own id.</param>
/// <param name="Level">How good it is.</param>
public sealed record UserQuality(UserId User, QualityLevel Level);
