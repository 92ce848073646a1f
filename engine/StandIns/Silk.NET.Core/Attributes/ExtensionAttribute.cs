using System.Reflection;

namespace Silk.NET.Core.Attributes;

[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtensionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static ExtensionAttribute GetExtensionAttribute(Type type) =>
        type.GetCustomAttribute<ExtensionAttribute>()
        ?? throw new InvalidOperationException($"{type} names no extension; put [Extension(\"GL_...\")] on it.");
}
