using System.Runtime.Intrinsics.X86;

namespace ConfEngine.Graphics.Compositor.Software;

/// <summary>Which form of a pixel loop runs. All give the same bytes; tests hold them to it.</summary>
internal enum InstructionSet
{
    /// <summary>Plain C#, any machine: the reference.</summary>
    Scalar,

    /// <summary>32 bytes at a time.</summary>
    Avx2,

    /// <summary>64 bytes at a time, with byte permutes over the whole register (VBMI).</summary>
    Avx512,
}

/// <summary>What this machine has.</summary>
internal static class InstructionSets
{
    /// <summary>The widest form that runs here.</summary>
    public static InstructionSet Best { get; } =
        Supported(InstructionSet.Avx512) ? InstructionSet.Avx512
        : Supported(InstructionSet.Avx2) ? InstructionSet.Avx2
        : InstructionSet.Scalar;

    /// <summary>True when the form runs here.</summary>
    public static bool Supported(InstructionSet set) => set switch
    {
        InstructionSet.Avx512 => Avx512BW.IsSupported && Avx512BW.VL.IsSupported && Avx512Vbmi.IsSupported && Avx2.IsSupported,
        InstructionSet.Avx2 => Avx2.IsSupported,
        _ => true,
    };
}
