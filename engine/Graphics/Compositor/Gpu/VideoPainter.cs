using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;
using Silk.NET.OpenGL;

namespace ConfEngine.Graphics.Compositor.Gpu;

/// <summary>Draws the video layers of scenes. Each place in the scene, counted over its video layers, has its own textures: a stream stays in its
/// place from frame to frame, so its next picture finds textures of its size.</summary>
internal sealed class VideoPainter : IDisposable
{
    private readonly GL _gl;
    private readonly int _maxTextureSize;
    private readonly List<FrameTextures> _places = [];
    private readonly QuadProgram _planar;
    private readonly QuadProgram _packed;
    private readonly int _hasChroma;
    private readonly int _planarRadius;
    private readonly int _lumaMap;
    private readonly int _chromaMap;
    private readonly int _lumaCode;
    private readonly int _chromaCode;
    private readonly int _packedRadius;
    private readonly int _packedMap;

    /// <summary>Compiles the shaders.</summary>
    public VideoPainter(GL gl)
    {
        _gl = gl;
        _maxTextureSize = gl.GetInteger(GetPName.MaxTextureSize);
        _planar = new QuadProgram(gl, "video_yuv.frag");
        _planar.SetSampler("uLuma", 0);
        _planar.SetSampler("uU", 1);
        _planar.SetSampler("uV", 2);
        _hasChroma = _planar.Uniform("uHasChroma");
        _planarRadius = _planar.Uniform("uRadius");
        _lumaMap = _planar.Uniform("uLumaMap");
        _chromaMap = _planar.Uniform("uChromaMap");
        _lumaCode = _planar.Uniform("uLumaCode");
        _chromaCode = _planar.Uniform("uChromaCode");
        _packed = new QuadProgram(gl, "video_bgra.frag");
        _packed.SetSampler("uPicture", 0);
        _packedRadius = _packed.Uniform("uRadius");
        _packedMap = _packed.Uniform("uMap");
    }

    /// <summary>How many places have textures.</summary>
    public int PlaceCount => _places.Count;

    /// <summary>Draws a video layer. A picture larger than the GPU's largest texture is left out.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="place">Its number among the scene's video layers.</param>
    /// <param name="canvas">The canvas.</param>
    public void Draw(in Layer layer, int place, RenderTarget canvas)
    {
        if (!VideoScaler.CanDraw(layer)) return;
        var frame = layer.Frame!;
        while (_places.Count <= place) _places.Add(new FrameTextures(_gl, _maxTextureSize));
        var textures = _places[place];
        if (!textures.Upload(frame, layer.Serial)) return;
        if (frame.Layout == PixelLayout.Bgra32) DrawPacked(layer, textures, canvas);
        else DrawPlanar(layer, frame, textures, canvas);
    }

    /// <summary>Deletes the textures of places that the newest scene has not.</summary>
    public void Trim(int placeCount)
    {
        while (_places.Count > placeCount)
        {
            _places[^1].Dispose();
            _places.RemoveAt(_places.Count - 1);
        }
    }

    /// <summary>Deletes textures and programs.</summary>
    public void Dispose()
    {
        Trim(0);
        _planar.Dispose();
        _packed.Dispose();
    }

    private void DrawPacked(in Layer layer, FrameTextures textures, RenderTarget canvas)
    {
        _packed.Use();
        textures.BindPacked();
        var map = SampleMap.ForLuma(layer);
        _gl.Uniform4(_packedMap, map.OffsetX, map.OffsetY, map.StepX, map.StepY);
        _gl.Uniform1(_packedRadius, ShapePainter.LimitRadius(layer));
        _packed.Draw(layer.Bounds, canvas.Width, canvas.Height);
    }

    private void DrawPlanar(in Layer layer, VideoFrame frame, FrameTextures textures, RenderTarget canvas)
    {
        _planar.Use();
        var hasChroma = frame.Layout != PixelLayout.Gray8;
        textures.BindPlanes(hasChroma ? 3 : 1);
        var luma = SampleMap.ForLuma(layer);
        var chroma = luma.ForChroma(frame.Layout, frame.Color.Siting);
        var matrix = YuvMatrix.For(frame.Color);
        _gl.Uniform1(_hasChroma, hasChroma ? 1 : 0);
        _gl.Uniform4(_lumaMap, luma.OffsetX, luma.OffsetY, luma.StepX, luma.StepY);
        _gl.Uniform4(_chromaMap, chroma.OffsetX, chroma.OffsetY, chroma.StepX, chroma.StepY);
        _gl.Uniform2(_lumaCode, (float)(matrix.YOffset / 255), (float)matrix.YScale);
        _gl.Uniform4(_chromaCode, (float)matrix.RedFromV, (float)matrix.GreenFromU, (float)matrix.GreenFromV, (float)matrix.BlueFromU);
        _gl.Uniform1(_planarRadius, ShapePainter.LimitRadius(layer));
        _planar.Draw(layer.Bounds, canvas.Width, canvas.Height);
    }
}
