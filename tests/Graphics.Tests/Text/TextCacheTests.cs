using System.Globalization;
using ConfEngine.Graphics.Text;

namespace ConfEngine.Graphics.Tests.Text;

public sealed class TextCacheTests(TextFixture text) : IClassFixture<TextFixture>
{
    private static readonly TextStyle s_style = new(20);

    [Fact]
    public void A_text_drawn_before_allocates_nothing()
    {
        var renderer = text.Renderer;
        long allocated = 0;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                renderer.TryRender("Amélie 王小明 محمد", s_style, out _);
                renderer.TryRender("\u200B", s_style, out _);
                renderer.Metrics(s_style);
                renderer.EndFrame();
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void The_same_text_is_the_same_picture()
    {
        var first = text.Draw("same");
        Assert.Same(first, text.Draw(string.Concat("sa", "me")));
        Assert.NotSame(first, text.Draw("same", size: 33));
    }

    [Fact]
    public void The_cache_is_bounded_by_count()
    {
        using var renderer = new TextRenderer(text.Fonts, cacheCapacity: 10, cacheBytes: long.MaxValue);
        for (var i = 0; i < 100; i++)
        {
            renderer.TryRender(i.ToString(CultureInfo.InvariantCulture), s_style, out _);
            renderer.EndFrame();
        }

        Assert.InRange(renderer.CachedCount, 10, 12);
    }

    [Fact]
    public void The_cache_is_bounded_by_bytes()
    {
        const int Bound = 100_000;
        using var renderer = new TextRenderer(text.Fonts, cacheCapacity: int.MaxValue, cacheBytes: Bound);
        for (var i = 0; i < 300; i++)
        {
            renderer.TryRender($"participant {i}", s_style, out _);
            renderer.EndFrame();
        }

        Assert.InRange(renderer.CachedBytes, Bound / 2, Bound + 20_000);
    }

    [Fact]
    public void A_picture_lives_through_the_frame_it_was_handed_out_in_and_the_next()
    {
        using var renderer = new TextRenderer(text.Fonts, cacheCapacity: 1, cacheBytes: 1);
        Assert.True(renderer.TryRender("kept", s_style, out var image));
        for (var i = 0; i < 20; i++) renderer.TryRender($"other {i}", s_style, out _);
        Assert.True(TextFixture.Ink(image) > 0);
        renderer.EndFrame();
        Assert.True(TextFixture.Ink(image) > 0);
        renderer.EndFrame();
        renderer.EndFrame();
        Assert.Throws<ObjectDisposedException>(() => TextFixture.Ink(image));
    }

    [Fact]
    public void A_picture_in_use_is_never_thrown_out()
    {
        using var renderer = new TextRenderer(text.Fonts, cacheCapacity: 1, cacheBytes: 1);
        Assert.True(renderer.TryRender("in use", s_style, out var first));
        for (var i = 0; i < 20; i++)
        {
            renderer.EndFrame();
            Assert.True(renderer.TryRender("in use", s_style, out var again));
            Assert.Same(first, again);
            renderer.TryRender($"passing {i}", s_style, out _);
        }
    }

    [Fact]
    public void A_mask_for_others_has_the_same_pixels()
    {
        var image = text.Draw("Sync 王", size: 40);
        var mask = text.Renderer.RenderMask("Sync 王", new TextStyle(40));
        Assert.NotNull(mask);
        Assert.Equal((image.Width, image.Height), (mask.Width, mask.Height));
        for (var y = 0; y < mask.Height; y++) Assert.True(image.Mask.Row(y).SequenceEqual(mask.Pixels.AsSpan(y * mask.Width, mask.Width)));
    }

    [Fact]
    public void Use_after_the_end_is_an_error_and_ending_twice_is_not()
    {
        var renderer = new TextRenderer(text.Fonts);
        Assert.True(renderer.TryRender("end", s_style, out var image));
        renderer.Dispose();
        renderer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => renderer.TryRender("end", s_style, out _));
        Assert.Throws<ObjectDisposedException>(() => renderer.RenderMask("end", s_style));
        Assert.Throws<ObjectDisposedException>(() => TextFixture.Ink(image));
    }
}
