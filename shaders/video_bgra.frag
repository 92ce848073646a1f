#version 330 core
// A packed picture, scaled. A picture is opaque: its fourth byte says nothing.

#include "corners.glsl"
#include "triangle.glsl"

uniform sampler2D uPicture;
uniform vec4 uBounds;  // left, top, right, bottom in canvas pixels
uniform float uRadius; // of the corners, canvas pixels
uniform vec4 uMap;     // xy: sample under the centre of the top left pixel, zw: samples per pixel

out vec4 oColor;

void main()
{
    vec2 pixel = floor(gl_FragCoord.xy - uBounds.xy);
    float coverage = roundedCoverage(gl_FragCoord.xy, uBounds, uRadius);
    oColor = vec4(triangleMean(uPicture, uMap.xy + pixel * uMap.zw, uMap.zw).rgb, 1.0) * coverage;
}
