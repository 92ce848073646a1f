using System.Reflection;
using FFmpeg.AutoGen;

namespace ConfEngine.StandIns.FFmpeg.Tests.Abi;

/// <summary>Every function against its C prototype: number of arguments, pointer or number, no argument wider than C's or of another sign, size of the result.</summary>
public sealed class SignatureTests
{
    [Fact]
    public void Functions_can_be_called_in_C_with_the_arguments_declared_in_CSharp()
    {
        var functions = typeof(ffmpeg).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method is { IsSpecialName: false, IsGenericMethod: false }).ToArray();
        Assert.True(functions.Length > 400, $"Only {functions.Length} functions: reflection missed something.");
        var native = NativeFacts.Evaluate([.. functions.Select(SizeOfResultInC)], functions.Select(function => $"{CallInC(function)};"));
        var wrong = functions.Zip(native).Where(pair => pair.Second != SizeOfResult(pair.First)).Select(pair => pair.First.Name);
        Assert.Empty(wrong);
    }

    private static string CallInC(MethodInfo method) =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => ArgumentInC(p.ParameterType)))})";

    // A void expression has no size: it is followed by one that has.
    private static string SizeOfResultInC(MethodInfo method) =>
        method.ReturnType == typeof(void) ? $"sizeof({CallInC(method)}, (char)0)" : $"sizeof({CallInC(method)})";

    private static string ArgumentInC(Type type)
    {
        if (type.IsPointer || type.IsArray || type.IsByRef || type == typeof(string)) return "pointer";
        if (type.Name.EndsWith("_func", StringComparison.Ordinal)) return "pointer";
        if (type.IsEnum) return $"(enum {type.Name})int32";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Byte => "(unsigned char)1",
            TypeCode.UInt16 => "(unsigned short)1",
            TypeCode.Int32 => "int32",
            TypeCode.UInt32 => "uint32",
            TypeCode.Int64 => "int64",
            TypeCode.UInt64 => "uint64",
            TypeCode.Single => "float32",
            TypeCode.Double => "float64",
            _ => $"({type.Name}){{ 0 }}",
        };
    }

    private static int SizeOfResult(MethodInfo method)
    {
        if (method.ReturnType == typeof(void)) return sizeof(byte);
        return method.ReturnType == typeof(string) ? nint.Size : ManagedLayout.SizeOf(method.ReturnType);
    }
}
