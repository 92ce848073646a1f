using System.Reflection;
using System.Text;

namespace ConfEngine.Contract.Tests.Surface;

/// <summary>All that plugins can see of an assembly, as text.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler writes for each record says nothing of the contract.
    private static readonly string[] s_ofRecords = ["<Clone>$", "PrintMembers", "GetHashCode", "Equals", "op_Equality", "op_Inequality", "ToString", "Deconstruct", "EqualityContract"];

    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, full: true)).Append(Bases(type)).Append('\n');
            foreach (var line in Members(type)) text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum) return "";
        IEnumerable<string> bases = type.GetInterfaces().Where(one => one.Assembly == type.Assembly).Select(one => Name(one)).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)) bases = bases.Prepend(Name(parent));
        var list = string.Join(", ", bases);
        return list.Length == 0 ? "" : " : " + list;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        return type.GetMembers(Declared).Where(IsSeen).Select(Describe).OfType<string>().Order(StringComparer.Ordinal);
    }

    private static bool IsSeen(MemberInfo member) => !s_ofRecords.Contains(member.Name) && member switch
    {
        MethodBase method => IsSeen(method) && (!method.IsSpecialName || method is ConstructorInfo),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false } or { IsFamily: true },
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
        EventInfo one => IsSeen(one.AddMethod!),
        _ => false,
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"{Access(made)}new({Parameters(made)})",
        MethodInfo method => $"{Access(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}{Worth(field)}",
        PropertyInfo property => Describe(property),
        _ => null,
    };

    private static string Describe(PropertyInfo property)
    {
        var get = property.GetMethod!;
        var nullable = !property.PropertyType.IsValueType && s_nullability.Create(property).ReadState == NullabilityState.Nullable ? "?" : "";
        var key = property.GetCustomAttributesData().FirstOrDefault(one => one.AttributeType.Name == "KeyAttribute")?.ConstructorArguments[0].Value;
        var set = property.SetMethod is { } setter && IsSeen(setter) ? " init;" : "";
        return $"{(key is null ? "" : $"[{key,2}] ")}{Access(get)}{Name(property.PropertyType)}{nullable} {property.Name} {{ get;{set} }}";
    }

    // The names that go over the wire are part of the surface.
    private static string Worth(FieldInfo field) => field.IsStatic ? Worth(field.GetValue(null)) : "";

    private static string Worth(object? value) => value switch
    {
        Method { Idempotent: var idempotent } method => $" = {method.Name}, {method.Shape}{(idempotent ? ", idempotent" : "")}",
        Notice notice => $" = {notice.Name}",
        _ => "",
    };

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + (method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsInterface ? "virtual " : "");

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(one =>
        $"{(one.IsOut ? "out " : one.ParameterType.IsByRef ? "ref " : "")}{Name(one.ParameterType)} {one.Name}{(one.HasDefaultValue ? $" = {one.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type, bool full = false)
    {
        if (type.IsByRef || type.IsArray) return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (!type.IsGenericType) return full ? type.FullName! : type.Name;
        var name = full ? type.FullName! : type.Name;
        return $"{name[..name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(one => Name(one)))}>";
    }
}
