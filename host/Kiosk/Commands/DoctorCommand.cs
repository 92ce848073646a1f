using System.CommandLine;
using ConfEngine.Core.Time;
using ConfEngine.Kiosk.Doctor;

namespace ConfEngine.Kiosk.Commands;

/// <summary><c>confengine doctor</c>: what this machine has and lacks.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Check libraries, OpenGL, codecs, sound devices and fonts; say what is wrong and the remedy. Exit code 1 when something needed is missing.");
        command.SetAction(_ => new Examination(new SystemClock(), Console.Out).Run());
        return command;
    }
}
