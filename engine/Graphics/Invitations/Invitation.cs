namespace ConfEngine.Graphics.Invitations;

/// <summary>How people in front of the wall get into its room. The same object is to be given as long as it says the same.</summary>
/// <param name="Title">What it is for: "Join lobby".</param>
/// <param name="Address">The address to type, as short as it goes: "https://192.168.1.20:8443".</param>
/// <param name="Code">The code to type there; empty when none is asked for.</param>
/// <param name="Link">What the QR code holds: address and code in one.</param>
public sealed record Invitation(string Title, string Address, string Code, string Link);
