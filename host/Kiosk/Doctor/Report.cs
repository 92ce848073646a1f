namespace ConfEngine.Kiosk.Doctor;

/// <summary>Lines of a finding each: good, missing with its remedy, or worth knowing.</summary>
internal sealed class Report(TextWriter output)
{
    /// <summary>True when something needed is missing.</summary>
    public bool HasFailed { get; private set; }

    public void Heading(string text) => output.WriteLine($"\n{text}");

    public void Good(string what, string value) => Line("ok", what, value);

    public void Note(string what, string value) => Line("--", what, value);

    /// <summary>Something is missing that the engine cannot do without.</summary>
    public void Failure(string what, string remedy)
    {
        HasFailed = true;
        Line("!!", what, remedy);
    }

    /// <summary>Something is missing that the engine can do without.</summary>
    public void Lack(string what, string remedy) => Line("??", what, remedy);

    private void Line(string mark, string what, string value) => output.WriteLine($"  {mark} {what,-18} {value}");
}
