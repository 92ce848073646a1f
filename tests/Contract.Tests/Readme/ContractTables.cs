using System.Reflection;
using System.Text;
using ConfEngine.Contract.Booking;
using ConfEngine.Contract.Errors;
using ConfEngine.Contract.ExternalSync;
using ConfEngine.Contract.Handshake;
using ConfEngine.Contract.Operations;
using ConfEngine.Contract.Telephony;
using ConfEngine.Contract.Tests.Surface;
using ConfEngine.Contract.Vendor;

namespace ConfEngine.Contract.Tests.Readme;

/// <summary>Methods, notices, messages and codes of the contract as Markdown tables.</summary>
internal static class ContractTables
{
    private static readonly NullabilityInfoContext s_nullability = new();

    public static string ErrorCodeTable()
    {
        var text = new StringBuilder("| code | |\n|---|---|\n");
        foreach (var field in typeof(ErrorCodes).GetFields()) text.Append($"| `{field.GetRawConstantValue()}` | {DocTexts.Of(field)} |\n");
        return text.ToString();
    }

    public static string Messages()
    {
        var text = new StringBuilder();
        HashSet<Type> told = [];
        Area(text, told, "Every plugin", [typeof(LifeMethods)], [typeof(LifeNotices), typeof(OperationNotices)], [typeof(OperationTicket), typeof(Accepted), typeof(ContractError)]);
        Area(text, told, "Booking", [typeof(BookingMethods)], [typeof(BookingNotices)], [typeof(VendorStatus)]);
        Area(text, told, "External sync", [typeof(ExternalSyncMethods)], [typeof(ExternalSyncNotices)], []);
        Area(text, told, "Telephony", [typeof(TelephonyMethods)], [typeof(TelephonyNotices)], []);
        Assert.Empty(Surface.Messages.All.Except(told).Select(type => type.Name));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Area(StringBuilder text, HashSet<Type> told, string title, Type[] methods, Type[] notices, Type[] more)
    {
        text.Append($"### {title}\n\n| host asks | | request | result | |\n|---|---|---|---|---|\n");
        Queue<Type> messages = new();
        foreach (var field in Fields<Method>(methods))
        {
            var method = (Method)field.GetValue(null)!;
            var shape = method.Shape == MethodShape.TwoPhase ? "two-phase" : method.Idempotent ? "retried" : "once";
            text.Append($"| `{method.Name}` | {shape} | {Name(method.Request)} | {Name(method.Result)} | {DocTexts.Of(field)} |\n");
            messages.Enqueue(method.Request);
            messages.Enqueue(method.Result);
        }

        text.Append("\n| plugin tells | message | |\n|---|---|---|\n");
        foreach (var field in Fields<Notice>(notices))
        {
            var notice = (Notice)field.GetValue(null)!;
            text.Append($"| `{notice.Name}` | {Name(notice.Payload)} | {DocTexts.Of(field)} |\n");
            messages.Enqueue(notice.Payload);
        }

        foreach (var type in more) messages.Enqueue(type);
        text.Append('\n');
        while (messages.TryDequeue(out var type))
            if (told.Add(type))
                foreach (var part in type.IsEnum ? Enumeration(text, type) : Message(text, type))
                    messages.Enqueue(part);
    }

    private static IEnumerable<FieldInfo> Fields<T>(Type[] tables) =>
        tables.SelectMany(table => table.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => typeof(T).IsAssignableFrom(field.FieldType));

    private static List<Type> Message(StringBuilder text, Type type)
    {
        List<Type> parts = [];
        text.Append($"#### {type.Name}\n\n{DocTexts.Of(type)}\n\n");
        var fields = Surface.Messages.FieldsOf(type);
        if (fields.Count == 0) return parts;
        text.Append("| key | field | type | |\n|---|---|---|---|\n");
        foreach (var (key, property) in fields)
        {
            text.Append($"| {key} | `{DocTexts.Wire(property.Name)}` | {TypeOf(property)} | {DocTexts.Of(property)} |\n");
            if (Part(property.PropertyType) is { } part) parts.Add(part);
        }

        text.Append('\n');
        return parts;
    }

    private static List<Type> Enumeration(StringBuilder text, Type type)
    {
        text.Append($"#### {type.Name}\n\n{DocTexts.Of(type)}\n\n| value | | |\n|---|---|---|\n");
        foreach (var name in Enum.GetNames(type)) text.Append($"| {Enum.Parse(type, name):D} | `{DocTexts.Wire(name)}` | {DocTexts.Of(type.GetField(name)!)} |\n");
        text.Append('\n');
        return [];
    }

    // The message or enum that a field is made of.
    private static Type? Part(Type type)
    {
        var inner = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
        return inner.Assembly == typeof(Method).Assembly ? inner : null;
    }

    private static string TypeOf(PropertyInfo property)
    {
        var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && s_nullability.Create(property).ReadState == NullabilityState.Nullable);
        return TypeOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) + (nullable ? "?" : "");
    }

    private static string TypeOf(Type type) => type switch
    {
        _ when type == typeof(string) => "str",
        _ when type == typeof(bool) => "flag",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "int64",
        _ when type == typeof(byte[]) => "bin",
        _ when type == typeof(IReadOnlyDictionary<string, string>) => "map of str",
        { IsGenericType: true } => $"list of {TypeOf(type.GetGenericArguments()[0])}",
        { IsEnum: true } => $"enum {Name(type)}",
        _ => Name(type),
    };

    private static string Name(Type type) => $"[{type.Name}](#{type.Name.ToLowerInvariant()})";
}
