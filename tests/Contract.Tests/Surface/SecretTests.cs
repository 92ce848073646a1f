using System.Reflection;

namespace ConfEngine.Contract.Tests.Surface;

public sealed class SecretTests
{
    private static readonly string[] s_words = ["password", "token", "secret"];

    [Fact]
    public void A_message_with_a_secret_does_not_print_it()
    {
        foreach (var type in Messages.All)
        {
            var secrets = Messages.FieldsOf(type).Select(field => field.Property)
                .Where(property => property.PropertyType != typeof(bool) && s_words.Any(word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
            if (secrets.Length == 0) continue;
            var message = Messages.Example(type);
            Assert.True(type.GetMethod("ToString", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)!.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null, type.Name);
            foreach (var secret in secrets) Assert.DoesNotContain($"{secret.Name}-", message.ToString());
        }
    }
}
