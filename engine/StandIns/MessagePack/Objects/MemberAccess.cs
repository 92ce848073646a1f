using System.Reflection;
using System.Reflection.Emit;
using MessagePack.Formatters;

namespace MessagePack.Objects;

/// <summary>A member's key, and the typed delegates that get and set it.</summary>
internal sealed class MemberAccess
{
    private MemberAccess(MemberInfo info, Type type)
    {
        Info = info;
        Type = type;
    }

    public MemberInfo Info { get; }

    public Type Type { get; }

    public Delegate? Getter { get; private init; }

    public Delegate? Setter { get; private init; }

    public IMessagePackFormatter? Formatter { get; private init; }

    public static MemberAccess Of(PropertyInfo property, Type owner, bool allowPrivate)
    {
        var get = property.GetGetMethod(allowPrivate);
        var set = property.GetSetMethod(allowPrivate);
        return new MemberAccess(property, property.PropertyType)
        {
            Getter = get?.CreateDelegate(GetterType(owner, property.PropertyType)),
            Setter = set?.CreateDelegate(SetterType(owner, property.PropertyType)),
            Formatter = OwnFormatter(property, property.PropertyType),
        };
    }

    public static MemberAccess Of(FieldInfo field, Type owner) => new(field, field.FieldType)
    {
        Getter = EmitGetter(field, owner),
        Setter = field.IsInitOnly ? null : EmitSetter(field, owner),
        Formatter = OwnFormatter(field, field.FieldType),
    };

    public object MakeMember(Type owner) => Type == typeof(string) && !owner.IsValueType && Getter is not null && Setter is not null && Formatter is null
        ? Generic.Make<object>(typeof(TextMember<>), [owner], this)
        : Generic.Make<object>(typeof(Member<,>), [owner, Type], this);

    private static IMessagePackFormatter? OwnFormatter(MemberInfo member, Type type) =>
        member.GetCustomAttribute<MessagePackFormatterAttribute>() is { } chosen ? FormatterFinder.FromAttribute(chosen, type) : null;

    private static Type GetterType(Type owner, Type value) => (owner.IsValueType ? typeof(StructGetter<,>) : typeof(Func<,>)).MakeGenericType(owner, value);

    private static Type SetterType(Type owner, Type value) => (owner.IsValueType ? typeof(StructSetter<,>) : typeof(Action<,>)).MakeGenericType(owner, value);

    private static Delegate EmitGetter(FieldInfo field, Type owner)
    {
        var method = new DynamicMethod("get_" + field.Name, field.FieldType, [owner.IsValueType ? owner.MakeByRefType() : owner], owner.Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate(GetterType(owner, field.FieldType));
    }

    private static Delegate EmitSetter(FieldInfo field, Type owner)
    {
        var method = new DynamicMethod("set_" + field.Name, null, [owner.IsValueType ? owner.MakeByRefType() : owner, field.FieldType], owner.Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stfld, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate(SetterType(owner, field.FieldType));
    }
}
