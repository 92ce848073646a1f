using Silk.NET.Input;
using Silk.NET.OpenGL;
using Silk.NET.Windowing;

namespace ConfEngine.StandIns.Silk.Tests;

/// <summary>Values from the Khronos registry (glcorearb.h) and glfw3.h, one or two of each table.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData(0x0DE1, TextureTarget.Texture2D)]
    [InlineData(0x8C1A, TextureTarget.Texture2DArray)]
    [InlineData(0x84DF, TextureUnit.Texture31)]
    [InlineData(0x2801, TextureParameterName.TextureMinFilter)]
    [InlineData(0x812F, TextureWrapMode.ClampToEdge)]
    [InlineData(0x0CF2, PixelStoreParameter.UnpackRowLength)]
    [InlineData(0x8227, PixelFormat.RG)]
    [InlineData(0x80E1, PixelFormat.Bgra)]
    [InlineData(0x8367, PixelType.UnsignedInt8888Rev)]
    [InlineData(0x8229, InternalFormat.R8)]
    [InlineData(0x822B, SizedInternalFormat.RG8)]
    [InlineData(0x8C43, InternalFormat.Srgb8Alpha8)]
    [InlineData(0x88EB, BufferTargetARB.PixelPackBuffer)]
    [InlineData(0x88E0, BufferUsageARB.StreamDraw)]
    [InlineData(0x0020, MapBufferAccessMask.UnsynchronizedBit)]
    [InlineData(0x0040, BufferStorageMask.MapPersistentBit)]
    [InlineData(0x8CE0, FramebufferAttachment.ColorAttachment0)]
    [InlineData(0x8CD5, FramebufferStatus.Complete)]
    [InlineData(0x4000, ClearBufferMask.ColorBufferBit)]
    [InlineData(0x8B30, ShaderType.FragmentShader)]
    [InlineData(0x8B81, ShaderParameterName.CompileStatus)]
    [InlineData(0x8B82, ProgramPropertyARB.LinkStatus)]
    [InlineData(0x0005, PrimitiveType.TriangleStrip)]
    [InlineData(0x8866, QueryObjectParameterName.Result)]
    [InlineData(0x8E28, QueryCounterTarget.Timestamp)]
    [InlineData(0x9117, SyncCondition.SyncGpuCommandsComplete)]
    [InlineData(0x0001, SyncObjectMask.Bit)]
    [InlineData(0x911C, GLEnum.ConditionSatisfied)]
    [InlineData(0x8CD5, GLEnum.FramebufferComplete)]
    [InlineData(0x821D, GLEnum.NumExtensions)]
    [InlineData(0x8006, BlendEquationModeEXT.FuncAdd)]
    [InlineData(0x0303, BlendingFactor.OneMinusSrcAlpha)]
    [InlineData(0x9146, DebugSeverity.DebugSeverityHigh)]
    [InlineData(0x1F01, StringName.Renderer)]
    [InlineData(256, Key.Escape)]
    [InlineData(300, Key.F11)]
    [InlineData(48, Key.D0)]
    [InlineData(92, Key.BackSlash)]
    [InlineData(-1, MouseButton.Unknown)]
    [InlineData(2, MouseButton.Middle)]
    [InlineData(3, WindowState.Fullscreen)]
    [InlineData(2, ContextAPI.OpenGL)]
    public void ValueIsTheStandards(int expected, object value) => Assert.Equal(expected, (int)value);

    [Fact]
    public void DefaultOptionsAreTheGenuinePackages()
    {
        var options = WindowOptions.Default;

        Assert.Equal((1280, 720, 50, 50), (options.Size.X, options.Size.Y, options.Position.X, options.Position.Y));
        Assert.True(options.IsVisible && options.VSync && options.ShouldSwapAutomatically);
        Assert.Equal((ContextAPI.OpenGL, ContextProfile.Core), (options.API.API, options.API.Profile));
        Assert.Equal(ContextFlags.ForwardCompatible, options.API.Flags);
        Assert.Equal((3, 3), (options.API.Version.MajorVersion, options.API.Version.MinorVersion));
        Assert.Equal("ConfEngine.StandIns.Silk.Tests", options.Title);
        Assert.Equal((0, 0), (options.FramesPerSecond, options.UpdatesPerSecond));
    }
}
