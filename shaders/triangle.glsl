// The triangle filter of both compositors. `at` is the place between the samples (sample 0 is centred on 0), `span` the samples per canvas
// pixel. Downscaling, the triangle is one span wide to each side, so every sample counts; upscaling it is plain bilinear.
// texelFetch instead of the sampler's own filter: that one has 8 fractional bits on many GPUs, and the two compositors must agree.
// Samples beyond the edge repeat it. Above 32 samples to a side the loop takes every second, third, ... sample: a bound on the time
// a hostile picture can cost.
vec4 triangleMean(sampler2D plane, vec2 at, vec2 span)
{
    vec2 support = max(vec2(1.0), span);
    ivec2 stride = ivec2(ceil(support / 32.0));
    ivec2 first = ivec2(floor(at - support)) + 1;
    ivec2 end = ivec2(ceil(at + support));
    ivec2 last = textureSize(plane, 0) - 1;
    vec4 total = vec4(0.0);
    float weights = 0.0;
    for (int y = first.y; y < end.y; y += stride.y)
    {
        float row = 1.0 - abs(float(y) - at.y) / support.y;
        for (int x = first.x; x < end.x; x += stride.x)
        {
            float weight = row * (1.0 - abs(float(x) - at.x) / support.x);
            total += texelFetch(plane, clamp(ivec2(x, y), ivec2(0), last), 0) * weight;
            weights += weight;
        }
    }

    return total / weights;
}
