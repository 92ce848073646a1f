using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Abi;

/// <summary>What the runtime made of the declared structs, enums and constants.</summary>
internal static unsafe class ManagedLayout
{
    private const int LargestStruct = 1 << 16;

    private static readonly Type[] Types = typeof(ffmpeg).Assembly.GetExportedTypes();

    /// <summary>Structs that stand for one in C: not opaque, not a fixed array, not a callback.</summary>
    public static IEnumerable<Type> Structs =>
        from type in Types
        where type is { IsValueType: true, IsEnum: false } && !type.Name.EndsWith("_func", StringComparison.Ordinal)
        where !typeof(IFixedArray).IsAssignableFrom(type) && FieldsOf(type).Length > 0
        select type;

    public static IEnumerable<Type> Enums => Types.Where(type => type.IsEnum);

    /// <summary>Macros: constants and read-only numbers under their C names.</summary>
    public static IEnumerable<(string Name, long Value)> Constants =>
        from macro in typeof(ffmpeg).GetFields(BindingFlags.Public | BindingFlags.Static)
        select (macro.Name, ToInt64(macro.GetValue(null)!));

    public static FieldInfo[] FieldsOf(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Instance);

    public static int SizeOf(Type type) =>
        type.IsPointer ? sizeof(nint) : (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    /// <summary>The managed offset: Marshal.OffsetOf would answer for a marshalled copy, and refuses inline arrays.</summary>
    public static long OffsetOf(FieldInfo field)
    {
        var method = new DynamicMethod("", typeof(nint), [typeof(nint)], typeof(ManagedLayout).Module, skipVisibility: true);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldflda, field);
        code.Emit(OpCodes.Conv_U);
        code.Emit(OpCodes.Ret);
        var memory = (nint)NativeMemory.AllocZeroed(LargestStruct);
        try
        {
            return method.CreateDelegate<Func<nint, nint>>()(memory) - memory;
        }
        finally
        {
            NativeMemory.Free((void*)memory);
        }
    }

    /// <summary>The C type: "AVChannelLayout_u" is the unnamed type of a member of AVChannelLayout.</summary>
    public static string CTypeOf(Type type)
    {
        var separator = type.Name.IndexOf('_', StringComparison.Ordinal);
        return separator < 0 ? type.Name : $"__typeof__((({type.Name[..separator]}*)0)->{type.Name[(separator + 1)..]})";
    }

    public static long ToInt64(object value) => value is ulong large ? unchecked((long)large) : Convert.ToInt64(value);
}
