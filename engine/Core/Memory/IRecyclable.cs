namespace ConfEngine.Core.Memory;

/// <summary>Something a <see cref="Pool{T}"/> can hand out again.</summary>
public interface IRecyclable
{
    /// <summary>Lets go of what the last holder put in (native references, above all) before the object goes back on the shelf.</summary>
    void Recycle();
}
