namespace MessagePack;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public class MessagePackObjectAttribute(bool keyAsPropertyName = false) : Attribute
{
    public bool KeyAsPropertyName { get; } = keyAsPropertyName;

    /// <summary>The package's source generator heeds it; here is none.</summary>
    public bool SuppressSourceGeneration { get; set; }

    public bool AllowPrivate { get; set; }
}

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class KeyAttribute : Attribute
{
    public KeyAttribute(int x) => IntKey = x;

    public KeyAttribute(string x) => StringKey = x ?? throw new ArgumentNullException(nameof(x));

    public int? IntKey { get; }

    public string? StringKey { get; }
}

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class IgnoreMemberAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public class UnionAttribute(int key, Type subType) : Attribute
{
    public UnionAttribute(int key, string subType)
        : this(key, Type.GetType(subType, throwOnError: true)!)
    {
    }

    public int Key { get; } = key;

    public Type SubType { get; } = subType ?? throw new ArgumentNullException(nameof(subType));
}

[AttributeUsage(AttributeTargets.Constructor)]
public class SerializationConstructorAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Property)]
public class MessagePackFormatterAttribute : Attribute
{
    public MessagePackFormatterAttribute(Type formatterType) => FormatterType = formatterType;

    public MessagePackFormatterAttribute(Type formatterType, params object?[]? arguments)
    {
        FormatterType = formatterType;
        Arguments = arguments;
    }

    public Type FormatterType { get; }

    public object?[]? Arguments { get; }
}

public interface IMessagePackSerializationCallbackReceiver
{
    void OnBeforeSerialize();

    void OnAfterDeserialize();
}
