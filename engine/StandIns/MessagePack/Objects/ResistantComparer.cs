using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MessagePack.Objects;

/// <summary>Comparers whose hash codes nobody outside this process can foresee.</summary>
internal static class ResistantComparer<T>
{
    private static readonly IEqualityComparer<T>? Found = Find();

    /// <exception cref="TypeAccessException">Keys of this type cannot be hashed safely.</exception>
    public static IEqualityComparer<T> Instance => Found
        ?? throw new TypeAccessException($"There is no collision-resistant comparer for keys of type {typeof(T)}; use strings or numbers as keys.");

    private static IEqualityComparer<T>? Find()
    {
        // A Dictionary with string keys changes over to seeded hashes by itself when too many collide.
        if (typeof(T) == typeof(string)) return EqualityComparer<T>.Default;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) return null;
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float)) return new FloatComparer();
        return typeof(T).IsPrimitive || typeof(T).IsEnum || typeof(T) == typeof(Guid) || typeof(T) == typeof(DateTime) || typeof(T) == typeof(TimeSpan)
            ? new BytesComparer()
            : null;
    }

    /// <summary>Hashes all bytes of a value with the process's random seed.</summary>
    private sealed class BytesComparer : IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

        public int GetHashCode(T value)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>()));
            return hash.ToHashCode();
        }
    }

    /// <summary>As above, with 0 and -0 and all forms of NaN being one number each.</summary>
    private sealed class FloatComparer : IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

        public int GetHashCode(T value)
        {
            var number = typeof(T) == typeof(float) ? Unsafe.As<T, float>(ref value) : Unsafe.As<T, double>(ref value);
            if (double.IsNaN(number)) number = double.NaN;
            return HashCode.Combine(number == 0 ? 0 : BitConverter.DoubleToUInt64Bits(number) >> 32, (uint)(number == 0 ? 0 : BitConverter.DoubleToUInt64Bits(number)));
        }
    }
}

/// <summary>For keys whose type only the data says. Arrays and maps as keys are equal only to themselves, so they may keep their own hash code.</summary>
internal sealed class ResistantKeyComparer : IEqualityComparer<object>
{
    public static readonly ResistantKeyComparer Instance = new();

    public new bool Equals(object? x, object? y) => object.Equals(x, y);

    public int GetHashCode(object value) => value switch
    {
        // A string's own hash code is seeded for each process.
        string v => v.GetHashCode(),
        long v => ResistantComparer<long>.Instance.GetHashCode(v),
        ulong v => ResistantComparer<ulong>.Instance.GetHashCode(v),
        double v => ResistantComparer<double>.Instance.GetHashCode(v),
        float v => ResistantComparer<float>.Instance.GetHashCode(v),
        DateTime v => ResistantComparer<DateTime>.Instance.GetHashCode(v),
        _ => HashCode.Combine(value.GetHashCode()),
    };
}
