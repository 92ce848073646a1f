using MessagePack;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

/// <summary>As messages of a contract look: numbers for keys, values set once, defaults, a setter that turns null into the default.</summary>
[MessagePackObject]
public sealed record Meeting
{
    [Key(0)]
    public string Id { get; init => field = value ?? ""; } = "";

    [Key(1)]
    public int Minutes { get; init; } = 30;

    [Key(2)]
    public long Start { get; init; }

    [Key(3)]
    public bool Locked { get; init; }

    [Key(4)]
    public IReadOnlyList<Person> People { get; init => field = value ?? []; } = [];

    [Key(5)]
    public Dictionary<string, string> Labels { get; init => field = value ?? []; } = [];

    [Key(6)]
    public byte[] Token { get; init => field = value ?? []; } = [];

    [Key(7)]
    public int? Limit { get; init; }

    [Key(8)]
    public Role Role { get; init; }

    [Key(9)]
    public string[] Tags { get; init => field = value ?? []; } = [];

    [Key(10)]
    public double Weight { get; init; }

    [Key(11)]
    public ReadOnlyMemory<byte> Extra { get; init; }

    [Key(12)]
    public Role? Other { get; init; }

    [Key(13)]
    public List<long> Numbers { get; init => field = value ?? []; } = [];

    [IgnoreMember]
    public int PeopleCount => People.Count;
}

[MessagePackObject]
public sealed record Person
{
    [Key(0)]
    public string Name { get; init => field = value ?? ""; } = "";

    [Key(1)]
    public Role Role { get; init; }
}

public enum Role
{
    Guest,
    Host = 1000,
    Banned = -1,
}

/// <summary>With gaps.</summary>
[MessagePackObject]
public sealed class Sparse
{
    [Key(3)]
    public uint Last { get; set; }

    [Key(0)]
    public sbyte First { get; set; }
}

[MessagePackObject(keyAsPropertyName: true)]
public sealed class Named
{
    public int Width { get; set; }

    [Key("not heeded where names are keys")]
    public int Height { get; set; }

    public string? Note { get; set; }
}

[MessagePackObject]
public sealed record Positional([property: Key(0)] string A, [property: Key(1)] int B = 7)
{
    [Key(2)]
    public string C { get; init; } = "";
}

[MessagePackObject]
public readonly struct Point
{
    [SerializationConstructor]
    public Point(int x, int y) => (X, Y) = (x, y);

    [Key(0)]
    public int X { get; }

    [Key(1)]
    public int Y { get; }
}

[MessagePackObject]
public struct Mutable
{
    [Key(0)]
    public int Number;

    [Key(1)]
    public string Text { get; set; }
}

[MessagePackObject]
public sealed class Tree
{
    [Key(0)]
    public Tree? Left { get; set; }

    [Key(1)]
    public Tree? Right { get; set; }
}

[Union(0, typeof(Circle))]
[Union(7, typeof(Square))]
public interface IShape;

[MessagePackObject]
public sealed record Circle([property: Key(0)] double Radius) : IShape;

[MessagePackObject]
public sealed record Square([property: Key(0)] double Side) : IShape;

[MessagePackObject]
public sealed class Told : IMessagePackSerializationCallbackReceiver
{
    [Key(0)]
    public int Number { get; set; }

    [IgnoreMember]
    public string Calls { get; private set; } = "";

    public void OnBeforeSerialize() => Calls += "before;";

    public void OnAfterDeserialize() => Calls += $"after {Number};";
}
