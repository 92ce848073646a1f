using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ConfEngine.Kiosk.Commands;

/// <summary>Options that are a number with a unit.</summary>
internal static class Quantity
{
    /// <summary>A part of the whole, 0 to 1, written <c>5%</c>.</summary>
    public static Option<double> Percent(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "P%",
        CustomParser = result => Read(result, "a percentage from 0 to 100, such as 5%", "%", 0.01, 0, 1),
    };

    /// <summary>Milliseconds, written <c>30ms</c>.</summary>
    public static Option<double> Milliseconds(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "Nms",
        CustomParser = result => Read(result, $"milliseconds from 0 to {most}, such as 30ms", "ms", 1, 0, most),
    };

    /// <summary>A whole number in a range.</summary>
    public static Option<int> Whole(string name, string description, int least, int most, int preset) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => preset,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            result.AddError($"{name} {text}: use a whole number from {least} to {most}");
            return preset;
        },
    };

    private static double Read(ArgumentResult result, string form, string unit, double factor, double least, double most)
    {
        var text = result.Tokens[0].Value;
        var number = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length] : text;
        if (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * factor >= least && value * factor <= most)
            return value * factor;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name} {text}: use {form}");
        return 0;
    }
}
