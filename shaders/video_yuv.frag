#version 330 core
// A planar picture, scaled and brought to RGB. The matrix comes from Core's YuvMatrix, the one that the software compositor uses too.

#include "corners.glsl"
#include "triangle.glsl"

uniform sampler2D uLuma;
uniform sampler2D uU;
uniform sampler2D uV;
uniform bool uHasChroma;  // false for luma only
uniform vec4 uBounds;     // left, top, right, bottom in canvas pixels
uniform float uRadius;    // of the corners, canvas pixels
uniform vec4 uLumaMap;    // xy: luma sample under the centre of the top left pixel, zw: samples per pixel
uniform vec4 uChromaMap;  // the same for the chroma planes, siting included
uniform vec2 uLumaCode;   // code of black (0..1), factor from there to RGB
uniform vec4 uChromaCode; // red per V, green per U, green per V, blue per U

out vec4 oColor;

void main()
{
    vec2 pixel = floor(gl_FragCoord.xy - uBounds.xy);
    float luma = (triangleMean(uLuma, uLumaMap.xy + pixel * uLumaMap.zw, uLumaMap.zw).r - uLumaCode.x) * uLumaCode.y;
    vec3 rgb = vec3(luma);
    if (uHasChroma)
    {
        vec2 at = uChromaMap.xy + pixel * uChromaMap.zw;
        float u = triangleMean(uU, at, uChromaMap.zw).r - 128.0 / 255.0;
        float v = triangleMean(uV, at, uChromaMap.zw).r - 128.0 / 255.0;
        rgb += vec3(uChromaCode.x * v, uChromaCode.y * u + uChromaCode.z * v, uChromaCode.w * u);
    }

    float coverage = roundedCoverage(gl_FragCoord.xy, uBounds, uRadius);
    oColor = vec4(clamp(rgb, 0.0, 1.0) * coverage, coverage);
}
