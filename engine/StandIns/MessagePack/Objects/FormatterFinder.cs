using System.Reflection;
using MessagePack.Formatters;

namespace MessagePack.Objects;

/// <summary>Which formatter a type gets.</summary>
internal static class FormatterFinder
{
    public static IMessagePackFormatter? Find(Type type)
    {
        if (type.GetCustomAttribute<MessagePackFormatterAttribute>() is { } chosen) return FromAttribute(chosen, type);
        if (BuiltInFormatters.Find(type) is { } builtIn) return builtIn;
        if (type.IsEnum) return Generic.Make<IMessagePackFormatter>(typeof(EnumFormatter<,>), type, Enum.GetUnderlyingType(type));
        if (CollectionFormatters.Find(type) is { } collection) return collection;
        if (type.GetCustomAttributes<UnionAttribute>(inherit: false).Any()) return Generic.Make<IMessagePackFormatter>(typeof(UnionFormatter<>), type);
        if (type.GetCustomAttribute<MessagePackObjectAttribute>() is not null) return ObjectShape.MakeFormatter(type);
        return null;
    }

    public static IMessagePackFormatter FromAttribute(MessagePackFormatterAttribute attribute, Type type)
    {
        var formatter = attribute.FormatterType;
        if (formatter.IsGenericTypeDefinition) formatter = formatter.MakeGenericType(type.IsGenericType ? type.GetGenericArguments() : [type]);
        var made = formatter.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) ?? Activator.CreateInstance(formatter, attribute.Arguments);
        return made as IMessagePackFormatter
            ?? throw new MessagePackSerializationException($"{formatter} is named in [MessagePackFormatter] for {type} but is no formatter.");
    }
}
