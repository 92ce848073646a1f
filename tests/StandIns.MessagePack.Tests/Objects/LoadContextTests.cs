using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using MessagePack;
using MessagePack.Resolvers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfEngine.StandIns.MessagePack.Tests.Objects;

public class LoadContextTests
{
    private const string Source = """
        using System.Collections.Generic;
        using MessagePack;

        [MessagePackObject]
        public sealed class Note
        {
            [Key(0)] public string Text { get; set; } = "";
            [Key(1)] public List<Note> Answers { get; set; } = new();
            [Key(2)] public Colour Colour;
            [Key(3)] public Dictionary<string, Note> Named { get; set; } = new();
        }

        public enum Colour { Red, Green }
        """;

    [Fact]
    public void A_collectible_context_goes_although_its_types_were_written_and_read()
    {
        var context = Use();
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive, "something keeps a type of the load context");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use()
    {
        var context = new AssemblyLoadContext("notes", isCollectible: true);
        var note = context.LoadFromStream(Compile()).GetType("Note", throwOnError: true)!;
        var bytes = Bytes.Of("94 A1 61 91 92 A1 62 90 01 81 A1 6B 91 A1 63");
        var options = MessagePackSerializerOptions.Standard.WithResolver(CompositeResolver.Create(StandardResolver.Instance));
        foreach (var use in new[] { MessagePackSerializerOptions.Standard, options })
        {
            var read = Pack.Deserialize(note, bytes, use);
            Assert.Equal("a", note.GetProperty("Text")!.GetValue(read));
            Assert.Equal(bytes.Length, Pack.Serialize(note, read, use).Length - 5);
        }

        Assert.Throws<MessagePackSerializationException>(() => Pack.Deserialize(note, Bytes.Of("91 05")));
        context.Unload();
        return new WeakReference(context);
    }

    private static MemoryStream Compile()
    {
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var references = trusted.Select(path => MetadataReference.CreateFromFile(path)).Append(MetadataReference.CreateFromFile(typeof(MessagePackSerializer).Assembly.Location));
        var compilation = CSharpCompilation.Create("Notes", [CSharpSyntaxTree.ParseText(Source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        return image;
    }
}
