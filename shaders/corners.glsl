// The share of a pixel that lies inside a rounded rectangle, from the distance of its centre to the edge: 1 inside, 0 outside,
// a ramp one pixel wide between. `pixel` is the pixel's centre and `bounds` left, top, right, bottom, all in canvas pixels.
float roundedCoverage(vec2 pixel, vec4 bounds, float radius)
{
    vec2 extent = (bounds.zw - bounds.xy) * 0.5;
    vec2 fromCorner = abs(pixel - (bounds.xy + bounds.zw) * 0.5) - extent + radius;
    float outside = length(max(fromCorner, 0.0)) + min(max(fromCorner.x, fromCorner.y), 0.0) - radius;
    return clamp(0.5 - outside, 0.0, 1.0);
}
