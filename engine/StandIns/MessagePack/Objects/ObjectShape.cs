using System.Reflection;
using System.Runtime.Serialization;
using MessagePack.Formatters;

namespace MessagePack.Objects;

/// <summary>What of a type is written, under which keys, and how an instance is made. The rules are those of the package's analyzers, told at run time.</summary>
internal sealed class ObjectShape
{
    private const int MostKeys = 1024;

    private readonly List<(KeyAttribute? Key, MemberAccess Access)> _members = [];
    private readonly bool _allowPrivate;
    private readonly bool _byName;

    private ObjectShape(Type type)
    {
        var attribute = type.GetCustomAttribute<MessagePackObjectAttribute>()!;
        Type = type;
        _allowPrivate = attribute.AllowPrivate;
        _byName = attribute.KeyAsPropertyName;
        CheckType();
        Collect();
        var texts = _byName ? _members.Count : _members.Count(member => member.Key is { StringKey: not null });
        if (texts != 0 && texts != _members.Count) throw Wrong("all members key type must be same");
        if (texts == 0 && !_byName) NumberedMembers = Number();
        else NamedMembers = Name();
    }

    public Type Type { get; }

    /// <summary>Members by key with null at the gaps; null when keys are strings.</summary>
    public MemberAccess?[]? NumberedMembers { get; }

    public (string Name, MemberAccess Access)[]? NamedMembers { get; }

    public static IMessagePackFormatter MakeFormatter(Type type)
    {
        if (type.IsAbstract) throw new MessagePackSerializationException($"{type} cannot be made: it is abstract or an interface; name its kinds with [Union].");
        if (type.ContainsGenericParameters) throw new MessagePackSerializationException($"{type} is an open generic type.");
        var shape = new ObjectShape(type);
        return shape.NumberedMembers is { } numbered
            ? Generic.Make<IMessagePackFormatter>(typeof(ArrayObjectFormatter<>), [type], numbered, Construction.Of(type, numbered, shape._allowPrivate))
            : MakeNamed(shape);
    }

    private static IMessagePackFormatter MakeNamed(ObjectShape shape)
    {
        var named = shape.NamedMembers!;
        var construction = Construction.Of(shape.Type, [.. named.Select(member => member.Access)], shape._allowPrivate);
        return Generic.Make<IMessagePackFormatter>(typeof(MapObjectFormatter<>), [shape.Type], named, construction);
    }

    private void CheckType()
    {
        if (!Type.IsVisible && !_allowPrivate) throw Wrong("Building dynamic formatter only allows public type; make it public or set AllowPrivate");
        for (var type = Type; type is not null; type = type.DeclaringType)
            if (type.IsNestedPrivate) throw Wrong("a private nested type cannot be serialised; make it at least internal");
    }

    private void Collect()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var type = Type; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(All | BindingFlags.DeclaredOnly))
            {
                if (property.GetIndexParameters().Length > 0 || IsIgnored(property)) continue;
                var isPublic = property.GetGetMethod() is not null || property.GetSetMethod() is not null;
                if (Takes(property, isPublic) && seen.Add(property.Name)) Add(property, MemberAccess.Of(property, Type, _allowPrivate));
            }

            foreach (var field in type.GetFields(All | BindingFlags.DeclaredOnly))
            {
                if (IsIgnored(field)) continue;
                if (Takes(field, field.IsPublic) && seen.Add(field.Name)) Add(field, MemberAccess.Of(field, Type));
            }
        }
    }

    private bool Takes(MemberInfo member, bool isPublic)
    {
        if (isPublic) return true;
        if (!member.IsDefined(typeof(KeyAttribute))) return false;
        if (!_allowPrivate) throw Wrong("a member that is not public has a key; make it public or set AllowPrivate", member);
        return true;
    }

    private void Add(MemberInfo member, MemberAccess access)
    {
        var key = member.GetCustomAttribute<KeyAttribute>();
        if (key is null && !_byName) throw Wrong("all public members must mark KeyAttribute or IgnoreMemberAttribute", member);
        _members.Add((key, access));
    }

    private MemberAccess?[] Number()
    {
        var highest = _members.Count == 0 ? -1 : _members.Max(member => member.Key!.IntKey!.Value);
        if (highest >= MostKeys) throw Wrong($"keys go up to {MostKeys - 1}, because each gap is written");
        var numbered = new MemberAccess?[highest + 1];
        foreach (var (key, access) in _members)
        {
            var index = key!.IntKey!.Value;
            if (index < 0) throw Wrong("a key is below zero", access.Info);
            if (numbered[index] is not null) throw Wrong("key is duplicated, all members key must be unique", access.Info);
            numbered[index] = access;
        }
        return numbered;
    }

    private (string Name, MemberAccess Access)[] Name()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var named = new (string, MemberAccess)[_members.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var (key, access) = _members[i];
            var name = _byName ? access.Info.Name : key!.StringKey!;
            if (!names.Add(name)) throw Wrong("key is duplicated, all members key must be unique", access.Info);
            named[i] = (name, access);
        }
        return named;
    }

    private static bool IsIgnored(MemberInfo member) => member.IsDefined(typeof(IgnoreMemberAttribute)) || member.IsDefined(typeof(IgnoreDataMemberAttribute));

    private MessagePackSerializationException Wrong(string what, MemberInfo? member = null) =>
        new($"{what}. type: {Type.FullName}{(member is null ? "" : $" member: {member.Name}")}");
}
