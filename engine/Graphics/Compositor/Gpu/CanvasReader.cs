using System.Numerics;
using ConfEngine.Core.Media;
using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Brings the canvas back to memory. I420 is made on the GPU, one pass for luma and one for both chroma planes: 1.5 bytes a pixel cross the bus
/// instead of 4 and no CPU core converts.</summary>
internal sealed class CanvasReader : IDisposable
{
    private readonly GL _gl;
    private readonly OwnedVideoFrame _packed = new();
    private readonly OwnedVideoFrame _planar = new();
    private readonly QuadProgram _lumaProgram;
    private readonly QuadProgram _chromaProgram;
    private readonly RenderTarget _luma;
    private readonly RenderTarget _chroma;
    private bool _packedIsNew;
    private bool _planarIsNew;

    /// <summary>Compiles the shaders.</summary>
    public CanvasReader(GL gl)
    {
        _gl = gl;
        _luma = new RenderTarget(gl, TexelKind.R8);
        _chroma = new RenderTarget(gl, TexelKind.R8, 2);
        _lumaProgram = new QuadProgram(gl, "canvas_luma.frag");
        _chromaProgram = new QuadProgram(gl, "canvas_chroma.frag");
        _lumaProgram.SetSampler("uCanvasPicture", 0);
        _chromaProgram.SetSampler("uCanvasPicture", 0);
        SetWeights();
    }

    /// <summary>Says that the canvas was drawn again.</summary>
    public void MarkChanged() => _packedIsNew = _planarIsNew = true;

    /// <summary>The canvas in the asked layout, read back when it changed since the last time.</summary>
    public VideoFrame Read(RenderTarget canvas, PixelLayout layout) => layout switch
    {
        PixelLayout.Bgra32 => ReadPacked(canvas),
        PixelLayout.I420 => ReadPlanar(canvas),
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "A canvas is read as Bgra32 or I420."),
    };

    /// <summary>Deletes programs and targets and frees the frames.</summary>
    public void Dispose()
    {
        _lumaProgram.Dispose();
        _chromaProgram.Dispose();
        _luma.Dispose();
        _chroma.Dispose();
        _packed.Dispose();
        _planar.Dispose();
    }

    private OwnedVideoFrame ReadPacked(RenderTarget canvas)
    {
        if (!_packedIsNew) return _packed;
        Prepare(_packed, PixelLayout.Bgra32, canvas);
        canvas.Read(0, TexelKind.Bgra8, _packed[0].Data, _packed[0].Stride);
        _packedIsNew = false;
        return _packed;
    }

    private OwnedVideoFrame ReadPlanar(RenderTarget canvas)
    {
        if (!_planarIsNew) return _planar;
        Prepare(_planar, PixelLayout.I420, canvas);
        _luma.Resize(canvas.Width, canvas.Height);
        _chroma.Resize(canvas.Width / 2, canvas.Height / 2);
        _gl.Disable(EnableCap.Blend);
        _gl.Disable(EnableCap.ScissorTest);
        canvas.Texture.Bind();
        Convert(_lumaProgram, _luma);
        Convert(_chromaProgram, _chroma);
        _luma.Read(0, TexelKind.R8, _planar[0].Data, _planar[0].Stride);
        _chroma.Read(0, TexelKind.R8, _planar[1].Data, _planar[1].Stride);
        _chroma.Read(1, TexelKind.R8, _planar[2].Data, _planar[2].Stride);
        _planarIsNew = false;
        return _planar;
    }

    private static void Prepare(OwnedVideoFrame frame, PixelLayout layout, RenderTarget canvas)
    {
        frame.Allocate(layout, canvas.Width, canvas.Height);
        frame.Color = ColorDescription.Canvas;
    }

    private static void Convert(QuadProgram program, RenderTarget target)
    {
        target.Bind();
        program.Use();
        program.Draw(new Rect(0, 0, target.Width, target.Height), target.Width, target.Height);
    }

    private void SetWeights()
    {
        var matrix = YuvMatrix.For(ColorDescription.Canvas);
        var red = matrix.FromRgb(1, 0, 0);
        var green = matrix.FromRgb(0, 1, 0);
        var blue = matrix.FromRgb(0, 0, 1);
        var black = matrix.FromRgb(0, 0, 0);
        _lumaProgram.Use();
        var luma = new Vector3((float)(red.Y - black.Y), (float)(green.Y - black.Y), (float)(blue.Y - black.Y));
        var u = new Vector3((float)(red.U - black.U), (float)(green.U - black.U), (float)(blue.U - black.U));
        var v = new Vector3((float)(red.V - black.V), (float)(green.V - black.V), (float)(blue.V - black.V));
        _gl.Uniform4(_lumaProgram.Uniform("uLumaWeights"), new Vector4(luma, (float)(black.Y / 255)));
        _chromaProgram.Use();
        _gl.Uniform3(_chromaProgram.Uniform("uUWeights"), u);
        _gl.Uniform3(_chromaProgram.Uniform("uVWeights"), v);
    }
}
