using ConfEngine.Conference.Identity;

namespace ConfEngine.Conference.Members;

/// <summary>A participant in a user list.</summary>
/// <param name="User">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">What it may do.</param>
/// <param name="IsAudioMuted">Whether its microphone is off.</param>
/// <param name="IsVideoMuted">Whether its camera is off.</param>
/// <param name="Hand">Its place among the raised hands, lowest first; 0 while its hand is down.</param>
public sealed record UserInfo(UserId User, UserName Name, MemberRole Role, bool IsAudioMuted, bool IsVideoMuted, long Hand);
