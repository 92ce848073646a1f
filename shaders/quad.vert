#version 330 core
// A rectangle of the canvas as two triangles, made from gl_VertexID alone: no vertex buffer, so nothing is uploaded per layer.
// Canvas row 0 becomes row 0 of the target, so a read-back needs no flip and gl_FragCoord counts canvas pixels from the top left.

uniform vec4 uBounds; // left, top, right, bottom in canvas pixels
uniform vec2 uCanvas; // canvas width and height in pixels

const vec2 CORNERS[6] = vec2[6](vec2(0, 0), vec2(1, 0), vec2(0, 1), vec2(0, 1), vec2(1, 0), vec2(1, 1));

void main()
{
    vec2 at = mix(uBounds.xy, uBounds.zw, CORNERS[gl_VertexID]);
    gl_Position = vec4(at / uCanvas * 2.0 - 1.0, 0.0, 1.0);
}
