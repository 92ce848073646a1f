using ConfEngine.Core.Media;
using ConfEngine.Graphics.Compositor.Software;
using ConfEngine.Graphics.Scenes;

namespace ConfEngine.Compositor.Tests.Software;

/// <summary>Every form of every loop gives the bytes of the scalar one.</summary>
public sealed unsafe class InstructionSetTests
{
    [Theory]
    [MemberData(nameof(Pictures.SupportedSets), MemberType = typeof(Pictures))]
    public void Rows_across_are_the_same(string name)
    {
        var set = Enum.Parse<InstructionSet>(name);
        var random = new Random(1);
        for (var n = 0; n < 400; n++)
        {
            var length = random.Next(1, 500);
            var count = random.Next(1, 300);
            var scaler = new RowScaler();
            var step = n % 3 == 0 ? (double)length / count : Math.Pow(2, random.NextDouble() * 8 - 3);
            scaler.Build(random.NextDouble() * 8 - 4, step, count, length);
            var source = new AlignedBuffer();
            random.NextBytes(new Span<byte>(source.Reserve(length), length + AlignedBuffer.Padding));
            var expected = new AlignedBuffer();
            var actual = new AlignedBuffer();
            scaler.Scale(source.Pointer, expected.Reserve(count), InstructionSet.Scalar);
            scaler.Scale(source.Pointer, actual.Reserve(count), set);
            Assert.Equal(new Span<byte>(expected.Pointer, count), new Span<byte>(actual.Pointer, count));
        }
    }

    [Theory]
    [MemberData(nameof(Pictures.SupportedSets), MemberType = typeof(Pictures))]
    public void Rows_down_are_the_same_and_nothing_else_is_touched(string name)
    {
        var set = Enum.Parse<InstructionSet>(name);
        var random = new Random(2);
        var rows = stackalloc byte*[8];
        var weights = stackalloc byte[8];
        for (var n = 0; n < 200; n++)
        {
            var bytes = random.Next(1, 200);
            var count = 2 * random.Next(1, 5);
            var left = 128;
            var buffers = new AlignedBuffer[count];
            for (var k = 0; k < count; k++)
            {
                buffers[k] = new AlignedBuffer();
                random.NextBytes(new Span<byte>(rows[k] = buffers[k].Reserve(bytes), bytes));
                weights[k] = (byte)(k == count - 1 ? left : random.Next(1, left - (count - 1 - k) + 1));
                left -= weights[k];
            }

            AlignedBuffer expected = new(), actual = new();
            new Span<byte>(expected.Reserve(bytes), bytes + 64).Fill(77);
            new Span<byte>(actual.Reserve(bytes), bytes + 64).Fill(77);
            var taps = new ColumnTaps(rows, weights, count, rows[0], n % 2, 0);
            ColumnScaler.Scale(taps, expected.Pointer, bytes, InstructionSet.Scalar);
            ColumnScaler.Scale(taps, actual.Pointer, bytes, set);
            Assert.Equal(new Span<byte>(expected.Pointer, bytes + 64), new Span<byte>(actual.Pointer, bytes + 64));
        }
    }

    [Theory]
    [MemberData(nameof(Pictures.SupportedSets), MemberType = typeof(Pictures))]
    public void Whole_scenes_are_the_same(string name)
    {
        var set = Enum.Parse<InstructionSet>(name);
        for (var seed = 0; seed < 12; seed++)
        {
            using var random = new RandomScene(seed, 150 + 2 * seed, 120);
            for (var n = 0; n < 8; n++) random.Edit();
            var scene = random.Scene();
            foreach (var canvas in (PixelLayout[])[PixelLayout.Bgra32, PixelLayout.I420])
                Assert.Equal(Pictures.Draw(scene, canvas, InstructionSet.Scalar), Pictures.Draw(scene, canvas, set));
        }
    }

    [Theory]
    [MemberData(nameof(Pictures.SupportedSets), MemberType = typeof(Pictures))]
    public void Conversions_of_a_canvas_are_the_same(string name)
    {
        var set = Enum.Parse<InstructionSet>(name);
        foreach (var width in (int[])[1, 2, 31, 64, 97, 200])
        {
            using var bgra = Pictures.Noise(PixelLayout.Bgra32, width, 7, width);
            using var i420 = Pictures.Noise(PixelLayout.I420, width, 7, width);
            using OwnedVideoFrame a = new(), b = new();
            CanvasConversion.ToI420(bgra, a, InstructionSet.Scalar);
            CanvasConversion.ToI420(bgra, b, set);
            Assert.Equal(Pictures.Samples(a), Pictures.Samples(b));
            CanvasConversion.ToBgra(i420, a, InstructionSet.Scalar);
            CanvasConversion.ToBgra(i420, b, set);
            Assert.Equal(Pictures.Samples(a), Pictures.Samples(b));
        }
    }
}
