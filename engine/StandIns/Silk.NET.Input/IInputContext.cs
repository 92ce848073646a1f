namespace Silk.NET.Input;

public interface IInputContext : IDisposable
{
    event Action<IInputDevice, bool>? ConnectionChanged;

    nint Handle { get; }

    IReadOnlyList<IGamepad> Gamepads { get; }

    IReadOnlyList<IJoystick> Joysticks { get; }

    IReadOnlyList<IKeyboard> Keyboards { get; }

    IReadOnlyList<IMouse> Mice { get; }

    IReadOnlyList<IInputDevice> OtherDevices { get; }
}
