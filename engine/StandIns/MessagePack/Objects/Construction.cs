using System.Reflection;

namespace MessagePack.Objects;

/// <summary>How an instance is made: without arguments before its members are read, or by a constructor that wants some of them.</summary>
/// <param name="Constructor">Null: there is a parameterless one (or the type is a struct).</param>
/// <param name="Members">For each parameter the index of its member.</param>
internal sealed record Construction(ConstructorInfo? Constructor, int[] Members)
{
    private static readonly Construction Plain = new(null, []);

    /// <exception cref="MessagePackSerializationException">No constructor's parameters are all found among the members.</exception>
    public static Construction Of(Type type, MemberAccess?[] members, bool allowPrivate)
    {
        var flags = BindingFlags.Instance | BindingFlags.Public | (allowPrivate ? BindingFlags.NonPublic : 0);
        var all = type.GetConstructors(flags).Where(constructor => !IsCopy(constructor, type)).ToList();
        var marked = all.Where(constructor => constructor.IsDefined(typeof(SerializationConstructorAttribute))).ToList();
        if (marked.Count > 1) throw new MessagePackSerializationException($"More than one constructor is marked with [SerializationConstructor]. type: {type.FullName}");
        foreach (var constructor in (marked.Count == 1 ? marked : all).OrderByDescending(constructor => constructor.GetParameters().Length))
        {
            if ((Match(constructor, members) ?? MatchByPosition(constructor, members)) is not { } matched) continue;
            return matched.Length == 0 && (constructor.IsPublic || type.IsValueType) ? Plain : new Construction(constructor, matched);
        }

        return type.IsValueType && marked.Count == 0
            ? Plain
            : throw new MessagePackSerializationException($"can't find matched constructor: its parameters must have the names and types of members. type: {type.FullName}");
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [var only] && only.ParameterType == type;

    /// <summary>Keys that are numbers may name the parameters by where they stand.</summary>
    private static int[]? MatchByPosition(ConstructorInfo constructor, MemberAccess?[] members)
    {
        var parameters = constructor.GetParameters();
        if (parameters.Length > members.Length) return null;
        for (var i = 0; i < parameters.Length; i++)
            if (members[i] is not { } member || member.Type != parameters[i].ParameterType) return null;
        return [.. Enumerable.Range(0, parameters.Length)];
    }

    private static int[]? Match(ConstructorInfo constructor, MemberAccess?[] members)
    {
        var parameters = constructor.GetParameters();
        var matched = new int[parameters.Length];
        for (var i = 0; i < matched.Length; i++)
        {
            var parameter = parameters[i];
            matched[i] = Array.FindIndex(members, member => member is not null
                && string.Equals(member.Info.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && member.Type == parameter.ParameterType);
            if (matched[i] < 0) return null;
        }
        return matched;
    }
}
