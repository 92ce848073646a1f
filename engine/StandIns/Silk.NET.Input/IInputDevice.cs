namespace Silk.NET.Input;

public interface IInputDevice
{
    string Name { get; }

    int Index { get; }

    bool IsConnected { get; }
}

/// <summary>Never given out by the stand-in; the type completes <see cref="IInputContext"/>.</summary>
public interface IGamepad : IInputDevice;

/// <inheritdoc cref="IGamepad"/>
public interface IJoystick : IInputDevice;
