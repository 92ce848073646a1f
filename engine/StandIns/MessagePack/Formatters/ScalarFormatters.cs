using System.Buffers;
using System.Globalization;
using MessagePack.Objects;

namespace MessagePack.Formatters;

internal sealed class ScalarFormatter<T> : IMessagePackFormatter<T>
    where T : struct
{
    public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) => Scalar.Write(ref writer, value);

    public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => Scalar.Read<T>(ref reader);
}

internal sealed class NullableFormatter<T> : IMessagePackFormatter<T?>
    where T : struct
{
    public void Serialize(ref MessagePackWriter writer, T? value, MessagePackSerializerOptions options)
    {
        if (value is null) writer.WriteNil();
        else if (Scalar.IsKnown<T>()) Scalar.Write(ref writer, value.GetValueOrDefault());
        else Nested<T>.Of(options).Serialize(ref writer, value.GetValueOrDefault(), options);
    }

    public T? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.TryReadNil()) return null;
        return Scalar.IsKnown<T>() ? Scalar.Read<T>(ref reader) : Nested<T>.Of(options).Deserialize(ref reader, options);
    }
}

internal sealed class StringFormatter : IMessagePackFormatter<string?>
{
    public void Serialize(ref MessagePackWriter writer, string? value, MessagePackSerializerOptions options) => writer.Write(value);

    public string? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadString();
}

internal sealed class NilFormatter : IMessagePackFormatter<Nil>
{
    public void Serialize(ref MessagePackWriter writer, Nil value, MessagePackSerializerOptions options) => writer.WriteNil();

    public Nil Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadNil();
}

/// <summary>Values that the package writes as text: read and written by the two functions.</summary>
internal sealed class TextFormatter<T>(Func<T, string> write, Func<string, T> read) : IMessagePackFormatter<T>
{
    public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options)
    {
        if (value is null) writer.WriteNil();
        else writer.Write(write(value));
    }

    public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (!typeof(T).IsValueType && reader.TryReadNil()) return default!;
        var code = reader.NextCode;
        var text = reader.ReadString() ?? throw Fault.Code(code, "a string");
        try
        {
            return read(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw Fault.Data($"The string is no {typeof(T).Name}.", fault);
        }
    }
}

internal static class TextFormatters
{
    public static readonly TextFormatter<Guid> Guid = new(value => value.ToString("D"), text => System.Guid.ParseExact(text, "D"));

    public static readonly TextFormatter<decimal> Decimal =
        new(value => value.ToString(CultureInfo.InvariantCulture), text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));

    public static readonly TextFormatter<Uri?> Uri = new(value => value!.OriginalString, text => new Uri(text, UriKind.RelativeOrAbsolute));

    public static readonly TextFormatter<Version?> Version = new(value => value!.ToString(), System.Version.Parse);
}

internal sealed class TimeSpanFormatter : IMessagePackFormatter<TimeSpan>
{
    public void Serialize(ref MessagePackWriter writer, TimeSpan value, MessagePackSerializerOptions options) => writer.Write(value.Ticks);

    public TimeSpan Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => new(reader.ReadInt64());
}

/// <summary>A timestamp of the local time (its digits taken as UTC), and the offset in minutes.</summary>
internal sealed class DateTimeOffsetFormatter : IMessagePackFormatter<DateTimeOffset>
{
    public void Serialize(ref MessagePackWriter writer, DateTimeOffset value, MessagePackSerializerOptions options)
    {
        writer.WriteArrayHeader(2);
        writer.Write(new DateTime(value.Ticks, DateTimeKind.Utc));
        writer.Write((short)value.Offset.TotalMinutes);
    }

    public DateTimeOffset Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
    {
        if (reader.ReadArrayHeader() != 2) throw Fault.Data("A DateTimeOffset has two elements.");
        var digits = reader.ReadDateTime();
        var minutes = reader.ReadInt16();
        try
        {
            return new DateTimeOffset(digits.Ticks, TimeSpan.FromMinutes(minutes));
        }
        catch (ArgumentException fault)
        {
            throw Fault.Data("The offset is out of range.", fault);
        }
    }
}
