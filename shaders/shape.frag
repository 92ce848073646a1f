#version 330 core
// A filled or outlined rounded rectangle of one colour.

#include "corners.glsl"

uniform vec4 uColor;   // premultiplied
uniform vec4 uBounds;  // left, top, right, bottom in canvas pixels
uniform float uRadius; // of the corners, canvas pixels
uniform float uStroke; // width of the outline inside the bounds, 0 for a filled shape

out vec4 oColor;

void main()
{
    float coverage = roundedCoverage(gl_FragCoord.xy, uBounds, uRadius);
    if (uStroke > 0.0)
    {
        vec4 hole = uBounds + vec4(uStroke, uStroke, -uStroke, -uStroke);
        if (hole.x < hole.z && hole.y < hole.w)
            coverage -= roundedCoverage(gl_FragCoord.xy, hole, max(uRadius - uStroke, 0.0));
    }

    oColor = uColor * max(coverage, 0.0);
}
