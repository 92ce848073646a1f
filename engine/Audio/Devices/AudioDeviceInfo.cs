namespace ConfEngine.Audio.Devices;

/// <summary>One line of the list of devices.</summary>
/// <param name="Spec">What to say to <see cref="AudioDevices.Open"/> or <see cref="AudioDevices.OpenCapture"/> to get it.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsUsable">True when it can be opened now.</param>
/// <param name="Remedy">What to do when it cannot; empty otherwise.</param>
public sealed record AudioDeviceInfo(string Spec, string Name, bool IsUsable, string Remedy);
